// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { jointInside, locate } from '@/page/locate.ts';
import type { Passage } from '@/page/passage.ts';
import { walkPassages } from '@/page/read-passages.ts';

/** The first passage of a page with this body. */
function passageIn(html: string): Passage {
  document.body.innerHTML = html;
  const [passage] = walkPassages(document);
  if (!passage) throw new Error('No passage');
  return passage;
}

/** A place as the words before and after its ends in their own nodes. */
function placed(html: string, words: string): string {
  const passage = passageIn(html);
  const start = passage.text.indexOf(words);
  const located = locate(passage, { start, end: start + words.length, entryIds: [] });
  expect(located?.text).toBe(words);
  if (!located) throw new Error('Nowhere');
  const { place } = located;
  const from = place.start.node.data.slice(place.start.offset);
  const to = place.end.node.data.slice(0, place.end.offset);
  return `${from} … ${to}`;
}

test.each([
  ['in one node', '<p>take naltrexone now</p>', 'naltrexone', 'naltrexone now … take naltrexone'],
  ['over inline elements', '<p>a post-<em>traumatic</em> stress</p>', 'post-traumatic', 'post- … traumatic'],
  ['at the start of a node, not the end of the one before', '<p>a <b>PTSD</b></p>', 'PTSD', 'PTSD … PTSD'],
  ['at the end of a node, not the start of the next', '<p><b>PTSD</b> is</p>', 'PTSD', 'PTSD … PTSD'],
])('%s', (_behaviour, html, words, expected) => {
  expect(placed(html, words)).toBe(expected);
});

test('passes over texts that are empty', () => {
  document.body.innerHTML = '<p><b></b></p>';
  document.querySelector('b')?.append('', 'PT', '', '', 'SD', '');
  const [passage] = walkPassages(document);
  expect(passage?.text).toBe('PTSD');
  expect(passage && locate(passage, { start: 2, end: 4, entryIds: [] })?.text).toBe('SD');
});

test.each([
  ['an inline element is no joint', '<p>low-<b>dose</b></p>', undefined],
  ['a floating one is', '<p>low-<b style="display:block">dose</b></p>', 1],
  ['and so is what follows it', '<p>a <b style="display:block">low-</b>dose</p>', 1],
  ['a box in the line is none', '<p>low-<b style="display:inline-block">dose</b></p>', undefined],
])('%s', (_behaviour, html, expected) => {
  const passage = passageIn(html);
  expect(jointInside(passage, 0, passage.text.length)).toBe(expected);
});
