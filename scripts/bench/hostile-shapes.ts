/** A page that is made to be hard to read, and its clean twin: the same to a reader, without the trick. */
export interface HostileShape {
  readonly name: string;
  /** What the body holds. */
  readonly body: string;
  /** A script that builds the trick before the page is read; it may say `document` only. */
  readonly build: string;
  /** As `build`, with less of it, where browsers take most of a minute for all of it. */
  readonly buildLess?: string;
  /** The body of the twin. */
  readonly twin: string;
  /** The page holds more than is read, so that the twin has more mentions. */
  readonly isLimited?: true;
  readonly isInFrames?: true;
}

const names = ['anhedonia', 'PTSD', 'naltrexone', 'depression'];
const fields = [
  ...['childNodes', 'parentNode', 'firstChild', 'lastChild', 'nextSibling', 'previousSibling', 'nodeType'],
  ...['localName', 'closest', 'contains', 'attributes', 'getAttribute', 'textContent', 'isConnected'],
  ...['ownerDocument', 'children', 'parentElement', 'tagName', 'nodeName', 'getRootNode', 'matches', 'style'],
  ...['querySelectorAll', 'getBoundingClientRect', 'checkVisibility', 'shadowRoot', 'getElementsByTagName'],
];

/** Four names in each. */
const inParagraphs = (count: number): string =>
  `document.querySelector('div').innerHTML = '<p>${names.join(' and ')}</p>'.repeat(${count});`;

const inFrames = (count: number): string => `for (let count = 0; count < ${count}; count++) {
    const frame = document.createElement('iframe');
    frame.width = 60; frame.height = 30;
    frame.srcdoc = '<p>naltrexone</p>';
    document.querySelector('div').append(frame);
  }`;

/** Every shape asked of us, each with names among the trouble. */
export const hostileShapes: readonly HostileShape[] = [
  {
    name: 'nested 20,000 deep',
    // Browsers themselves do not lay such a thing out.
    body: '<p>PTSD</p><div style="display: none"></div><p>anhedonia</p>',
    build: `let inner = document.querySelector('div');
      for (let depth = 0; depth < 20000; depth++) {
        inner = inner.appendChild(document.createElement(depth % 2 ? 'span' : 'div'));
        if (depth % 1000 === 0) inner.append('naltrexone ');
      }`,
    twin: `<p>PTSD</p><div style="display: none">${'<div>naltrexone </div>'.repeat(20)}</div><p>anhedonia</p>`,
  },
  {
    name: 'a text of 50 MB',
    body: '<p>PTSD</p><div style="display: none"></div><p>anhedonia</p>',
    build: `document.querySelector('div').append('naltrexone ' + 'nothing of the kind, '.repeat(2500000) + ' depression');`,
    twin: '<p>PTSD</p><div style="display: none"><p>naltrexone</p><p>depression</p></div><p>anhedonia</p>',
  },
  {
    name: 'a million names in one text',
    body: '<p>PTSD</p><div style="height: 300px; overflow: hidden"></div><p>anhedonia</p>',
    build: `document.querySelector('div').append('naltrexone '.repeat(1000000));`,
    buildLess: `document.querySelector('div').append('naltrexone '.repeat(150000));`,
    twin: '<p>PTSD</p><p>anhedonia</p>',
    isLimited: true,
  },
  {
    name: 'a million names in paragraphs',
    body: '<p>PTSD</p><p>anhedonia</p><div></div>',
    build: inParagraphs(250_000),
    buildLess: inParagraphs(28_000),
    twin: '<p>PTSD</p><p>anhedonia</p>',
    isLimited: true,
  },
  {
    name: 'a form that answers for the DOM',
    body: `<form>${fields.map((name) => `<input name="${name}"><p>anhedonia<b> and</b> PTSD</p>`).join('')}naltrexone</form>`,
    build: '',
    twin: `<div>${fields.map(() => '<p>anhedonia<b> and</b> PTSD</p>').join('')}naltrexone</div>`,
  },
  {
    name: '500 frames',
    body: '<p>PTSD</p><div></div><p>anhedonia</p>',
    build: inFrames(500),
    buildLess: inFrames(100),
    twin: '<p>PTSD</p><p>anhedonia</p>',
    isInFrames: true,
  },
];
