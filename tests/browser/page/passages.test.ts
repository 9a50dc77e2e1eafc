import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPages, type PagesUnderTest } from './open-pages.ts';

const anyText = fc.constantFrom(
  'low ',
  'dose',
  'NCT0466',
  '5219',
  ' ',
  'PTSD',
  '1',
  ' &amp; ',
  'a&nbsp;b',
  '\n',
  '&lt;p&gt;',
);
const anyTag = fc.constantFrom(
  ...[
    'b',
    'i',
    'sup',
    'span',
    'x-b',
    'p',
    'div',
    'li',
    'code',
    'pre',
    'button',
    'svg',
    'math',
    'i class="katex"',
    'noscript',
    'style',
  ],
  ...[
    'template',
    'textarea',
    'div contenteditable',
    'b role="textbox"',
    'a title="<b>"',
    'a href="https://clinicaltrials.gov/study/NCT01234567"',
    'a class="x" href="//www.ClinicalTrials.gov/ct2/show/NCT07654321?term=a&amp;b"',
    'span style="display:block"',
  ],
);
const { body: anyBody } = fc.letrec<{ body: string; part: string }>((tie) => ({
  body: fc.array(tie('part'), { maxLength: 6 }).map((parts) => parts.join('')),
  part: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    anyText,
    fc.constantFrom('<br>', '<wbr>', '<img>', '<!-- > -->', '<hr>'),
    fc.tuple(anyTag, tie('body')).map(([tag, inside]) => `<${tag}>${inside}</${tag.split(' ')[0]}>`),
  ),
}));

/** What a page holds, and the passages a reader sees in it. */
const rows: readonly [behaviour: string, body: string, passages: readonly string[]][] = [
  ['joins inline elements', 'a <b>post-<em>traumatic</em></b> stress', ['a post-traumatic stress']],
  ['parts paragraphs', '<p>one</p><p>two</p>', ['one', 'two']],
  ['parts a text from a block inside it', 'one<div>two</div>three', ['one', 'two', 'three']],
  ['parts lines', 'low<br>dose', ['low', 'dose']],
  [
    'joins an identifier over the end of a line',
    'of NCT<b>0466</b><br>\n5219.<br>end',
    ['of NCT0466\n5219.', 'end'],
  ],
  ['and one whose number is on the next', '<b>NCT: </b><br>04665219', ['NCT: 04665219']],
  ['parts lines behind a whole one', 'NCT04665219<br>5219', ['NCT04665219', '5219']],
  [
    'parts lines where the numbers make none',
    'NCT0466<br>52191<br>NCT0466<br>a 5219',
    ['NCT0466', '52191', 'NCT0466', 'a 5219'],
  ],
  ['parts paragraphs in an identifier', '<p>NCT0466</p><br><p>5219</p>', ['NCT0466', '5219']],
  ['parts at a rule', 'low<hr>dose', ['low', 'dose']],
  ['goes on over a word break opportunity', 'naltre<wbr>xone', ['naltrexone']],
  ['parts at an image', 'low<img alt="">dose', ['low', 'dose']],
  ['parts at a frame', 'low<iframe></iframe>dose', ['low', 'dose']],
  ['parts table cells', '<table><tr><td>low</td><td>dose</td></tr></table>', ['low', 'dose']],
  ['parts list items', '<ul><li>low<li>dose</ul>', ['low', 'dose']],
  ['parts a term from its description', '<dl><dt>low<dd>dose</dl>', ['low', 'dose']],
  ['reads a button by itself', 'a <button>low</button> dose', ['a ', 'low', ' dose']],
  ['passes over a reference', 'PTSD<sup>12</sup> is', ['PTSD is']],
  [
    'passes over the references of an encyclopaedia',
    'low<sup id="r"><a href="#n"><span>[</span>1<span>]</span></a></sup><sup>[<i>note 2</i>]</sup> dose',
    ['low dose'],
  ],
  ['goes on behind a reference inside a name', 'low<sup>1,2–4</sup> dose', ['low dose']],
  ['parts the words a reference stands between', 'low<sup>1</sup>dose', ['low', 'dose']],
  ['keeps an exponent that is no reference', 'Ca<sup>2+</sup> and n<sup>th</sup>', ['Ca2+ and nth']],
  [
    'skips a formula that is drawn with spans',
    'low <span class="katex"><span>P</span><span>T</span></span> dose <mjx-container>x</mjx-container><i class="x MathJax">y</i>',
    ['low ', ' dose '],
  ],
  ['keeps a chemist’s subscript', 'H<sub>2</sub>O', ['H2O']],
  ['passes over a comment', 'naltre<!-- -->xone', ['naltrexone']],
  ['passes over a script', 'naltre<script>1</script>xone', ['naltrexone']],
  ['passes over a style', 'naltre<style>p{}</style>xone', ['naltrexone']],
  ['passes over a template', 'naltre<template>no</template>xone', ['naltrexone']],
  ['passes over noscript where scripts run', 'a<noscript>no</noscript>b', ['ab']],
  ['skips code', 'low <code>x</code> dose', ['low ', ' dose']],
  ['skips keys and output', 'a <kbd>k</kbd> b <samp>s</samp> c', ['a ', ' b ', ' c']],
  ['skips fields', '<textarea>no</textarea><select><option>no</select><input value="no">', []],
  ['skips an editor', '<div contenteditable>no <p>no</p></div>yes', ['yes']],
  ['skips a plain editor', '<div contenteditable="plaintext-only">no</div>yes', ['yes']],
  ['skips an island in an editor', '<div contenteditable><i contenteditable="false">no</i></div>', []],
  ['reads what says that it is no editor', '<p contenteditable="false">yes</p>', ['yes']],
  ['skips a textbox', '<div role="textbox">no</div>yes', ['yes']],
  ['reads a plain-text paper', '<pre>PTSD is\ncommon.</pre>', ['PTSD is\ncommon.']],
  ['skips a highlighted program', '<div class="highlight"><pre><b>let</b> x</pre></div>', []],
  ['skips a program by its class', '<pre class="language-r">low dose</pre>', []],
  ['skips a program by its looks', '<pre>function f() {\n  return [1];\n}</pre>', []],
  ['skips code in a paper', '<pre>See <code>x</code> here</pre>', ['See ', ' here']],
  [
    'reads labels of a drawing',
    '<svg><text>low</text><text>dose</text><g><path/></g></svg>',
    ['low', 'dose'],
  ],
  ['skips the rest of a drawing', '<svg><title>no</title><style>no</style><desc>no</desc></svg>', []],
  ['reads HTML in a drawing', '<svg><foreignObject><p>yes</p></foreignObject></svg>', ['yes']],
  ['reads words in a formula', 'a <math><mi>x</mi><mtext>yes</mtext></math> b', ['a ', 'yes', ' b']],
  ['skips our own surface', 'a<naltrexone-gloss>no</naltrexone-gloss>b', ['ab']],
  ['reads hidden text', '<p style="display:none">yes</p><p hidden>too</p>', ['yes', 'too']],
  ['reads a custom element as it is shown', 'naltre<x-b>xone</x-b>', ['naltrexone']],
  ['parts a custom block', '<style>x-b{display:block}</style>low <x-b>dose</x-b>', ['low ', 'dose']],
  [
    'parts spans that are blocks where words would touch',
    '<style>i{display:block}</style><i>low</i><i>dose</i>',
    ['low', 'dose'],
  ],
  [
    'parts labels that touch',
    '<style>a{display:inline-block}</style><a>Depression</a><a>Anxiety</a>',
    ['Depression', 'Anxiety'],
  ],
  ['goes through an element that has no box', 'naltre<b style="display:contents">xone</b>', ['naltrexone']],
  ['parts a note that floats', 'word<b style="float:left">note</b>', ['word', 'note']],
  ['reads details that are closed', '<details><summary>one</summary>two</details>', ['one', 'two']],
  ['parts the reading of a ruby from its base', '<ruby>low<rt>dose</rt></ruby>', ['low', 'dose']],
  [
    'knows a link to the record of a trial',
    'is <a class="x" href="https://clinicaltrials.gov/study/NCT01234567">register<b>ed</b></a> <a href="/x">here</a>',
    ['is [registered: NCT01234567] here'],
  ],
  [
    'knows it around blocks too',
    '<a href="https://clinicaltrials.gov/ct2/show/NCT01234567"><h2>The trial</h2><p>more</p></a>',
    ['[The trial: NCT01234567]', '[more: NCT01234567]'],
  ],
  [
    'knows two links side by side',
    '<a href="https://clinicaltrials.gov/study/NCT01234567">one</a>, <a href="https://clinicaltrials.gov/study/NCT01234568">two</a>',
    ['[one: NCT01234567], [two: NCT01234568]'],
  ],
  [
    'is not fooled by the fields of a form',
    `<form>${['childNodes', 'parentNode', 'firstChild', 'nextSibling', 'closest', 'nodeType', 'localName']
      .map((name) => `<input name="${name}">`)
      .join('')}<b>low</b> dose<input name="querySelectorAll"></form>`,
    ['low dose'],
  ],
];

describe.each(['chromium', 'firefox'] as const)('%s', (kind) => {
  let pages: PagesUnderTest;
  beforeAll(async () => {
    pages = await openPages(kind);
  });
  afterAll(() => pages?.close());

  test.each(rows)('%s', async (_behaviour, body, passages) => {
    const page = await pages.openBody(body);
    expect(await page.evaluate(() => window.gloss.passages())).toEqual(passages);
  });

  test('passages are exactly the data of their nodes', async () => {
    const page = await pages.openSaved('/articles/Anxiety.html');
    const texts = await page.evaluate(() => window.gloss.passages());
    expect(texts.length).toBeGreaterThan(500);
    expect(texts.join('')).toContain('Anxiety is');
  });

  test('reads a page that is 20,000 elements deep', async () => {
    const page = await pages.openBody('');
    const texts = await page.evaluate(() => {
      let inner: Element = document.body;
      for (let depth = 0; depth < 20_000; depth++) inner = inner.appendChild(document.createElement('span'));
      inner.append('deep');
      // Without layout: what is measured is ours, not the browser's.
      document.body.style.display = 'none';
      return window.gloss.passages();
    });
    expect(texts).toEqual(['deep']);
  });

  test('markup tells what going from node to node tells', async () => {
    const page = await pages.openBody('');
    const bodies = fc.sample(anyBody, { numRuns: 300, seed: 1 });
    for (const path of ['/articles/Anxiety.html', '/papers/PMC4432875.html']) {
      await pages.openSaved(path);
      const [marked, walked] = await page.evaluate(() => [window.gloss.passages(), window.gloss.walked()]);
      expect(marked?.map((text) => text.trimStart())).toEqual(walked?.map((text) => text.trimStart()));
    }
    await pages.openBody('');
    const different = await page.evaluate(
      (htmls) =>
        htmls.filter((html) => {
          document.body.innerHTML = html;
          // Texts side by side, and empty ones, look like one text in markup.
          for (const [index, text] of [...document.querySelectorAll('b,p')].entries()) {
            if (index % 2) text.append('', 'PT', 'SD', '');
          }
          const trimmed = (texts: string[]): string => texts.map((text) => text.trimStart()).join('|');
          return trimmed(window.gloss.passages()) !== trimmed(window.gloss.walked());
        }),
      bodies,
    );
    expect(different).toEqual([]);
  });

  test('reads nothing while the page is being edited', async () => {
    const page = await pages.openBody('<p>text</p>');
    const texts = await page.evaluate(() => {
      document.designMode = 'on';
      return window.gloss.passages();
    });
    expect(texts).toEqual([]);
  });
});
