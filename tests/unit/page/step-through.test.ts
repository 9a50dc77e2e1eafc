// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { Occurrence } from '@/page/occurrence.ts';
import { mentionAfter } from '@/page/step-through.ts';

const node = document.createTextNode('');
const occurrenceOf = (text: string): Occurrence => ({
  mention: { start: 0, end: 0, entryIds: [] },
  text,
  place: { start: { node, offset: 0 }, end: { node, offset: 0 } },
});
const [first, second, third] = ['first', 'second', 'third'].map(occurrenceOf) as [
  Occurrence,
  Occurrence,
  Occurrence,
];
const all = [first, second, third];
/** The page is scrolled so far that the first lies above the window. */
const tops = new Map([
  [first, -50],
  [second, 40],
  [third, 900],
]);
const rectsOf = (occurrence: Occurrence) => [new DOMRect(0, tops.get(occurrence) ?? 0, 10, 10)];

test.each<
  [does: string, direction: 'next' | 'previous', from: Occurrence | undefined, to: string, index: number]
>([
  ['goes on', 'next', first, 'second', 2],
  ['goes back', 'previous', third, 'second', 2],
  ['goes round the end', 'next', third, 'first', 1],
  ['goes round the beginning', 'previous', first, 'third', 3],
  ['begins with what is in sight', 'next', undefined, 'second', 2],
  ['begins backwards with what is above', 'previous', undefined, 'first', 1],
  ['begins anew when what was open is gone', 'next', occurrenceOf('gone'), 'second', 2],
])('%s', (_does, direction, from, to, index) => {
  const step = mentionAfter(all, direction, from, rectsOf);
  expect([step?.occurrence.text, step?.index]).toEqual([to, index]);
});

test('has nowhere to go on a page without mentions', () => {
  expect(mentionAfter([], 'next', undefined, rectsOf)).toBeUndefined();
});
