// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { textsIn } from '@/page/dom.ts';
import type { Occurrence } from '@/page/occurrence.ts';
import { wordsAround } from '@/page/words-around.ts';

const long = 'In this double-blind trial of one hundred and sixty people with long-standing';
const longer = 'was measured every second week by the same two raters until the end';

function around(html: string, words: string): string {
  document.body.innerHTML = html;
  const node = [...textsIn(document.body)].find((text) => text.data.includes(words));
  if (!node) throw new Error(`No text holds ${words}`);
  const offset = node.data.indexOf(words);
  const occurrence: Occurrence = {
    mention: { start: 0, end: words.length, entryIds: ['term:x'] },
    text: words,
    place: { start: { node, offset }, end: { node, offset: offset + words.length } },
  };
  const { before, after } = wordsAround(occurrence);
  return `${before}[${words}]${after}`;
}

test.each([
  [
    'a short paragraph whole',
    '<p>It is about anhedonia and little else.</p>',
    'It is about [anhedonia] and little else.',
  ],
  [
    'words of inline elements too',
    '<p>It is <i>about <b>anhedonia</b></i> alone.</p>',
    'It is about [anhedonia] alone.',
  ],
  ['nothing of another paragraph', '<p>Before.</p><p>anhedonia</p><p>After.</p>', '[anhedonia]'],
  [
    'whole words of a long one',
    `<p>${long} anhedonia ${longer}.</p>`,
    '… and sixty people with long-standing [anhedonia] was measured every second week by the …',
  ],
])('gives %s', (_what, html, expected) => {
  expect(around(html, 'anhedonia')).toBe(expected);
});
