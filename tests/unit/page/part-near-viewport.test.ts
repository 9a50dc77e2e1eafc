// @vitest-environment happy-dom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Occurrence } from '@/page/occurrence.ts';
import { addToRuns, partNearViewport } from '@/page/part-near-viewport.ts';

/** Lines of 20 pixels with one occurrence each; some are not rendered. */
const hidden = new Set([3, 4, 5, 50]);
const node = document.createTextNode('');
const lines = Array.from({ length: 100 }, (_, line): Occurrence => {
  const boundary = { node, offset: line };
  return {
    mention: { start: line, end: line, entryIds: [] },
    text: '',
    place: { start: boundary, end: boundary },
  };
});

test.each([
  ['at the top', 0, 60, 0, 2],
  ['in the middle', 200, 240, 9, 11],
  ['round lines that are hidden', 1000, 1040, 49, 51],
  ['at the end', 1960, 5000, 97, 99],
])('%s', (_where, top, bottom, first, last) => {
  const near = partNearViewport(
    lines,
    ({ start: { offset } }) => (hidden.has(offset) ? [] : [new DOMRect(0, offset * 20, 100, 20)]),
    [top, bottom],
  ).map(({ place }) => place.start.offset);
  expect(near.at(0)).toBe(first);
  expect(near.at(-1)).toBe(last);
});

test('nothing is near when all is far above', () => {
  expect(partNearViewport(lines, () => [new DOMRect(0, -500, 10, 10)], [0, 100])).toEqual([]);
});

test('in whatever order they come, they are kept in a few lists of which each is in the order of the page', () => {
  const inAnyOrder = fc.shuffledSubarray([...lines.keys()]);
  fc.assert(
    fc.property(inAnyOrder, (order) => {
      const runs: Occurrence[][] = [];
      for (const line of order) {
        const occurrence = lines[line];
        if (occurrence) addToRuns(runs, occurrence);
      }
      const offsets = runs.map((run) => run.map(({ place }) => place.start.offset));
      expect(runs.length).toBeLessThanOrEqual(6);
      for (const run of offsets) expect(run).toEqual(run.toSorted((a, b) => a - b));
      expect(offsets.flat().toSorted((a, b) => a - b)).toEqual(order.toSorted((a, b) => a - b));
    }),
  );
});

test('what is read in two goes, one after the other, makes two lists', () => {
  const runs: Occurrence[][] = [];
  for (const line of [...lines.slice(40, 45), ...lines.slice(0, 40), ...lines.slice(45)])
    addToRuns(runs, line);
  expect(runs.map(({ length }) => length).sort()).toEqual([5, 95]);
});
