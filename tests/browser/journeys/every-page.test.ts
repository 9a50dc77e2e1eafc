// Whatever a page is made of: the names on it are marked where a reader sees them, and nowhere else.

import type { Frame } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { marksOnPage } from '@/scripts/browser/marks-on-page.ts';
import type { DrivenPage } from '../driver/driven-page.ts';
import { browsers, storeSettings, useBrowser } from './set-up.ts';

const textsOn = async (driven: DrivenPage): Promise<string[]> =>
  (await driven.marks()).map(({ text }) => text);

/** What a page holds, and the words marked in it. The body ends with a paragraph that is always marked. */
const bodies: readonly (readonly [what: string, body: string, marked: readonly string[]])[] = [
  [
    'display: contents',
    '<p style="display: contents">On <b style="display: contents">anhe</b>donia.</p>',
    ['anhedonia'],
  ],
  ['a line break between two names', '<p>anhedonia<br>schizophrenia</p>', ['anhedonia', 'schizophrenia']],
  ['a line break that makes no name', '<p>naltre<br>xone</p>', []],
  ['a word break opportunity', '<p>naltre<wbr>xone</p>', ['naltrexone']],
  ['ruby', '<p><ruby>schizophrenia<rp>(</rp><rt>統合失調症</rt><rp>)</rp></ruby></p>', ['schizophrenia']],
  [
    'a name over a word of another script',
    '<p><ruby>統合失調症<rt>schizophrenia</rt></ruby></p>',
    ['schizophrenia'],
  ],
  [
    'a reference behind a name',
    '<p>PTSD<sup>12</sup> and anhedonia<sup>[3]</sup>.</p>',
    ['PTSD', 'anhedonia'],
  ],
  [
    'references inside a name',
    '<p>borderline<sup>1</sup> personality disorder, low-dose<sup><a href="#n">[2]</a></sup> naltrexone</p>',
    ['borderline1 personality disorder', 'low-dose[2] naltrexone'],
  ],
  [
    'formulas of KaTeX',
    '<p>For <span class="katex"><span class="katex-mathml"><math><mi>P</mi></math></span><span class="katex-html" aria-hidden="true"><span class="base"><span class="mord">P</span><span class="mord">T</span><span class="mord">S</span><span class="mord">D</span></span></span></span> see anhedonia.</p>',
    ['anhedonia'],
  ],
  [
    'formulas of MathJax',
    '<p>For <mjx-container jax="CHTML"><mjx-math><mjx-mi>PTSD</mjx-mi></mjx-math><mjx-assistive-mml><math><mi>PTSD</mi></math></mjx-assistive-mml></mjx-container> and <span class="MathJax"><nobr><span class="mi">PTSD</span></nobr></span> see anhedonia.</p>',
    ['anhedonia'],
  ],
  ['words in MathML', '<p><math><mi>PTSD</mi><mtext>anhedonia</mtext></math></p>', ['anhedonia']],
  [
    'a table',
    '<table><caption>PTSD</caption><tr><th>naltre</th><th>xone</th></tr><tr><td>anhedonia</td><td rowspan="2">schizo<wbr>phrenia</td></tr></table>',
    ['PTSD', 'anhedonia', 'schizophrenia'],
  ],
  [
    'text that cannot be selected',
    '<p style="user-select: none; -webkit-user-select: none">anhedonia</p>',
    ['anhedonia'],
  ],
  [
    'labels of a drawing',
    '<svg width="300" height="40"><text y="20">on <tspan>anhe</tspan>donia</text></svg>',
    ['anhedonia'],
  ],
  [
    'HTML in a drawing',
    '<svg width="300" height="60"><foreignObject width="300" height="60"><p>anhedonia</p></foreignObject></svg>',
    ['anhedonia'],
  ],
  [
    'vertical text',
    '<p style="writing-mode: vertical-rl; height: 200px">鬱病と anhedonia の</p>',
    ['anhedonia'],
  ],
  [
    'sideways text',
    '<p style="writing-mode: vertical-lr; text-orientation: upright; height: 300px">anhedonia</p>',
    ['anhedonia'],
  ],
  [
    'text from right to left',
    '<p dir="rtl" lang="ar">العلاج بـ naltrexone في schizophrenia</p>',
    ['naltrexone', 'schizophrenia'],
  ],
  ['text that is turned round', '<p><bdo dir="rtl">anhedonia</bdo></p>', ['anhedonia']],
  [
    'isolates and marks of direction',
    '<p>\u2066anhedonia\u2069 and nal\u200etrexone \u202bPTSD\u202c</p>',
    ['anhedonia', 'nal\u200etrexone', 'PTSD'],
  ],
  [
    'other languages around a name',
    '<p lang="ja">naltrexoneによるPTSDの治療</p><p lang="ru">Лечение depression’ом</p><p lang="th">การรักษาanhedoniaครับ</p><p lang="he">ה-PTSD</p>',
    ['naltrexone', 'PTSD', 'depression', 'anhedonia', 'PTSD'],
  ],
  [
    'characters beyond the first plane',
    '<p>😀anhedonia👩🏽‍🔬 𠮷 <b>𝒜</b> schizo<i>phrenia</i>😀</p>',
    ['anhedonia', 'schizophrenia'],
  ],
  [
    'a soft hyphen and a space that does not break',
    '<p>schizo\u00adphrenia, bipolar\u00a0disorder</p>',
    ['schizo\u00adphrenia', 'bipolar disorder'],
  ],
];

describe.each(browsers)('%s', (kind) => {
  const driver = useBrowser(kind);
  beforeAll(() => storeSettings(driver(), {}));
  const open = (path: string, body: string, headers = {}): Promise<DrivenPage> =>
    driver().showPage(
      driver().pages.add(
        path,
        `<!doctype html><html lang="en"><meta charset="utf-8"><title>Every</title><body>${body}</body></html>`,
        headers,
      ),
    );
  const wordsIn = async (driven: DrivenPage, address: string): Promise<string[]> => {
    const frame = driven.page.frames().find((each) => each.url().includes(address));
    return (await frame?.evaluate(marksOnPage, false))?.map(({ text }) => text) ?? [];
  };

  test.each(bodies)('%s', async (what, body, marked) => {
    const driven = await open(`/${what}`, `${body}<p>naltrexone</p>`);
    await expect.poll(() => textsOn(driven)).toEqual([...marked, 'naltrexone']);
    await driven.close();
  });

  test.each([
    [
      'vertical text',
      '<p style="writing-mode: vertical-rl; margin: 200px; height: 200px">鬱病と anhedonia の</p>',
    ],
    ['text from right to left', '<p dir="rtl" style="margin: 200px">هذا anhedonia هنا</p>'],
    ['text that cannot be selected', '<p style="user-select: none; margin: 200px">anhedonia</p>'],
    [
      'a label of a drawing',
      '<svg width="300" height="300"><text y="200">on <tspan>anhe</tspan>donia</text></svg>',
    ],
    ['a base of ruby', '<p style="margin: 200px"><ruby>anhedonia<rt>an</rt></ruby></p>'],
    [
      'an element without a box',
      '<div style="margin: 200px"><p style="display: contents">anhedonia</p></div>',
    ],
    ['a name with a reference in it', '<p style="margin: 200px">anhe<wbr>donia<sup>1</sup></p>'],
  ])('a card opens on %s', async (what, body) => {
    const driven = await open(`/card/${what}`, body);
    const [mark] = await driven.untilMarked();
    await driven.page.mouse.move(
      (mark?.x ?? 0) + (mark?.width ?? 0) / 2 - 1,
      (mark?.y ?? 0) + (mark?.height ?? 0) / 2,
    );
    await driven.page.mouse.move(
      (mark?.x ?? 0) + (mark?.width ?? 0) / 2,
      (mark?.y ?? 0) + (mark?.height ?? 0) / 2,
    );
    await driven.popover.until('Anhedonia');
    await driven.page.keyboard.press('Escape');
    await driven.popover.untilClosed();
    await driven.close();
  });

  test('frames of the same and of another origin, in each other, and their cards', async () => {
    const { pages } = driver();
    const innermost = pages.add('/frame-innermost', '<title>C</title><p>schizophrenia</p>');
    pages.add(
      '/frame-inner',
      `<title>B</title><p style="margin: 40px">anhedonia</p><iframe src="${innermost}" height="80"></iframe>`,
    );
    pages.add('/frame-same', '<title>A</title><p>dopamine</p>');
    const html = `<p>naltrexone</p><iframe src="/frame-same" height="80"></iframe>
      <iframe src="${pages.otherOrigin}/frame-inner" width="600" height="300"></iframe>`;
    const driven = await open('/frames', html);
    await expect.poll(() => wordsIn(driven, '/frame-same')).toEqual(['dopamine']);
    await expect.poll(() => wordsIn(driven, '/frame-inner')).toEqual(['anhedonia']);
    await expect.poll(() => wordsIn(driven, '/frame-innermost')).toEqual(['schizophrenia']);
    expect(await textsOn(driven)).toEqual(['naltrexone']);
    const inner = driven.page.frames().find((each) => each.url().endsWith('/frame-inner'));
    if (!inner) throw new Error('There is no frame');
    const frame = await driven.page.$('iframe:nth-of-type(2)');
    const outside = await frame?.boundingBox();
    const [mark] = await inner.evaluate(marksOnPage, false);
    const [x, y] = [(outside?.x ?? 0) + (mark?.x ?? 0) + 12, (outside?.y ?? 0) + (mark?.y ?? 0) + 8];
    await driven.page.mouse.move(x, y);
    await driven.page.mouse.move(x + 2, y);
    await driven.popoverIn(inner).until('Anhedonia');
    // Escape goes to the frame that has the focus, and closes the card that is open all the same.
    const focusIn = (frame: Frame): Promise<boolean> =>
      frame.evaluate(() => document.hasFocus() && document.activeElement?.localName !== 'iframe');
    expect(await focusIn(driven.page.mainFrame())).toBe(true);
    await driven.page.keyboard.press('Escape');
    await driven.popoverIn(inner).untilClosed();
    await driven.page.mouse.click((outside?.x ?? 0) + 300, (outside?.y ?? 0) + 8);
    expect(await focusIn(inner)).toBe(true);
    await driven.hoverMark('naltrexone');
    await driven.popover.until('Naltrexone');
    await driven.page.keyboard.press('Escape');
    await driven.popover.untilClosed();
    await driven.close();
  });

  test('frames without an address: srcdoc, about:blank filled by the page, and one written into', async () => {
    const driven = await open(
      '/nameless',
      `<p>naltrexone</p><iframe srcdoc="<p>anhedonia</p>" name="doc"></iframe><iframe name="blank"></iframe><iframe name="written"></iframe>
      <script>addEventListener('load', () => {
        frames.blank.document.body.append('schizophrenia');
        frames.written.document.write('<p>dopamine</p>'); frames.written.document.close();
      });</script>`,
    );
    const names = ['naltrexone-gloss-term', 'naltrexone-gloss-condition', 'naltrexone-gloss-topic'];
    const inside = (name: string): Promise<string[]> =>
      driven.page.evaluate(
        (frame, highlights) => {
          const { CSS: css } = Reflect.get(window.frames, frame) as Window & typeof globalThis;
          return highlights.flatMap((kindName) =>
            [...(css.highlights.get(kindName) ?? [])].map(({ startContainer, startOffset, endOffset }) =>
              (startContainer.textContent ?? '').slice(startOffset, endOffset),
            ),
          );
        },
        name,
        names,
      );
    await expect.poll(() => inside('doc')).toEqual(['anhedonia']);
    await expect.poll(() => inside('blank')).toEqual(['schizophrenia']);
    await expect.poll(() => inside('written')).toEqual(['dopamine']);
    await driven.close();
  });

  test('XHTML, with CDATA and elements of its own', async () => {
    const xml = `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>X</title></head>
      <body style="margin: 100px"><p>On <b>anhe</b>donia and <![CDATA[schizophrenia & more]]>, naltre<x:y xmlns:x="urn:x">xone</x:y>.</p><br/>
      <svg xmlns="http://www.w3.org/2000/svg" width="300" height="40"><text y="20">dopamine</text></svg></body></html>`;
    const driven = await driver().showPage(
      driver().pages.add('/xhtml', xml, { 'content-type': 'application/xhtml+xml; charset=utf-8' }),
    );
    await expect
      .poll(() => textsOn(driven))
      .toEqual(['anhedonia', 'schizophrenia', 'naltrexone', 'dopamine']);
    await driven.hoverMark('anhedonia');
    await driven.popover.until('Anhedonia');
    await driven.close();
  });

  test('what the browser lays out only near the window is marked when the reader comes there', async () => {
    const far =
      '<div style="height: 6000px"></div><section style="content-visibility: auto; contain-intrinsic-size: 300px"><p>anhedonia</p></section>';
    const driven = await open(
      '/content-visibility',
      `<p>naltrexone</p><section style="content-visibility: hidden"><p>schizophrenia</p></section>${far}`,
    );
    await expect.poll(() => textsOn(driven)).toContain('naltrexone');
    await driven.hoverMark('anhedonia');
    await driven.popover.until('Anhedonia');
    await driven.page.keyboard.press('Escape');
    await driver().command(driven, 'next-mention');
    // What is never shown is not stepped to.
    await driven.popover.until(/of 2/);
    await driven.close();
  });

  test('a list that keeps its rows and changes their words as it is scrolled', async () => {
    const script = `
      const names = ['anhedonia', 'schizophrenia', 'PTSD', 'dopamine', 'nothing'];
      const rows = [...document.querySelectorAll('li')];
      const box = document.querySelector('div');
      const draw = () => rows.forEach((row, index) => {
        const first = Math.floor(box.scrollTop / 20);
        row.style.transform = 'translateY(' + (first + index) * 20 + 'px)';
        row.textContent = (first + index) + ': ' + names[(first + index) % 5];
      });
      box.addEventListener('scroll', draw); draw();`;
    const rows = '<li style="position: absolute; height: 20px; list-style: none"></li>'.repeat(6);
    const driven = await open(
      '/virtual',
      `<div style="height: 100px; overflow: auto; position: relative"><ul style="height: 20000px; margin: 0">${rows}</ul></div><script>${script}</script>`,
    );
    const shown = (): Promise<string[]> =>
      driven.page.$$eval('li', (items) =>
        items.map(({ textContent }) => textContent.replace(/.*: /, '')).filter((name) => name !== 'nothing'),
      );
    for (const top of [0, 2000, 7777, 19_000, 3]) {
      await driven.page.$eval(
        'div',
        (box, wanted) => box.scrollTo({ top: wanted, behavior: 'instant' }),
        top,
      );
      // The page hears of it in its next frame.
      await expect
        .poll(() => driven.page.$eval('li', ({ textContent }) => Number.parseInt(textContent, 10)))
        .toBe(Math.floor(top / 20));
      await expect.poll(async () => (await textsOn(driven)).toSorted()).toEqual((await shown()).toSorted());
    }
    await driven.close();
  });

  test('settings hold in frames', async () => {
    driver().pages.add('/in-frame', '<p>anhedonia</p>');
    const driven = await open(
      '/paused-frames',
      `<p>naltrexone</p><iframe src="${driver().pages.otherOrigin}/in-frame"></iframe>`,
    );
    await expect.poll(() => wordsIn(driven, '/in-frame')).toEqual(['anhedonia']);
    await storeSettings(driver(), { paused: true }, driven);
    await expect.poll(() => wordsIn(driven, '/in-frame')).toEqual([]);
    await storeSettings(driver(), {}, driven);
    await expect.poll(() => wordsIn(driven, '/in-frame')).toEqual(['anhedonia']);
    await driven.close();
  });

  test('names are marked when a page is seen, not while its style sheets are on their way', async () => {
    const { pages } = driver();
    let answer = (): void => {};
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    pages.add('/late.css', 'p { color: navy }', { 'content-type': 'text/css' }, asked);
    pages.add('/unseen', '<link rel="stylesheet" href="/late.css"><p>anhedonia</p>');
    pages.add('/seen', '<p>schizophrenia</p>');
    const driven = await open('/late', '<p>naltrexone</p>');
    await driven.page.evaluate(() => {
      for (const path of ['/unseen', '/seen']) {
        document.body.append(Object.assign(document.createElement('iframe'), { src: path }));
      }
    });
    await expect.poll(() => wordsIn(driven, '/seen')).toEqual(['schizophrenia']);
    expect(await wordsIn(driven, '/unseen')).toEqual([]);
    answer();
    await expect.poll(() => wordsIn(driven, '/unseen')).toEqual(['anhedonia']);
    await driven.close();
  });

  test('a frame that is ready early does not have the page around it laid out without its style sheets', async () => {
    const { pages, engine } = driver();
    let answer = (): void => {};
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    pages.add('/later.css', 'p { color: navy }', { 'content-type': 'text/css' }, asked);
    const html = `<!doctype html><title>Late</title><link rel="stylesheet" href="/later.css"><p>naltrexone</p>
      <iframe srcdoc="<p>anhedonia</p>"></iframe><iframe></iframe><script>frames[1].document.body.append('schizophrenia')</script>`;
    const address = pages.add('/framed', html);
    const page = await engine.browser.newPage();
    const shown = page.goto(address);
    // The frames have long been read by then, if nothing holds them back.
    await expect.poll(() => pages.asked).toContain('/later.css');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    answer();
    await shown;
    const wordsOf = (frame: Frame): Promise<string[]> =>
      frame.evaluate(marksOnPage, false).then((marks) => marks.map(({ text }) => text));
    await expect
      .poll(() => Promise.all(page.frames().map(wordsOf)))
      .toEqual([['naltrexone'], ['anhedonia'], ['schizophrenia']]);
    expect(await driver().ownProblems()).toEqual([]);
    await page.close();
  });
});
