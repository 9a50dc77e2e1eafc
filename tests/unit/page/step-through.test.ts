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

test.each<[does: string, direction: 'next' | 'previous', from: Occurrence | undefined, to: string]>([
  ['goes on', 'next', first, 'second'],
  ['goes back', 'previous', third, 'second'],
  ['goes round the end', 'next', third, 'first'],
  ['goes round the beginning', 'previous', first, 'third'],
  ['begins with what is in sight', 'next', undefined, 'second'],
  ['begins backwards with what is above', 'previous', undefined, 'first'],
  ['begins anew when what was open is gone', 'next', occurrenceOf('gone'), 'second'],
])('%s', (_does, direction, from, to) => {
  expect(mentionAfter(all, direction, from, rectsOf)?.text).toBe(to);
});

test('has nowhere to go on a page without mentions', () => {
  expect(mentionAfter([], 'next', undefined, rectsOf)).toBeUndefined();
});
