import { documentOrder } from './dom.ts';
import type { Occurrence, Place } from './occurrence.ts';

/**
 * Those of a long block's occurrences, in document order, whose lines lie between two heights. Text runs downwards, so
 * halving finds them with a few questions about where a line is.
 */
export function partNearViewport(
  sorted: readonly Occurrence[],
  rectsOf: (place: Place) => readonly DOMRect[],
  [top, bottom]: readonly [number, number],
): readonly Occurrence[] {
  const firstBelow = (height: number): number => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const [probe, rect] = firstRendered(middle, high);
      if (rect && rect.bottom < height) low = probe + 1;
      else high = middle;
    }
    return low;
  };
  const firstRendered = (from: number, to: number): [number, DOMRect | undefined] => {
    for (let index = from; index < to; index++) {
      const occurrence = sorted[index];
      const rect = occurrence && rectsOf(occurrence.place)[0];
      if (rect) return [index, rect];
    }
    return [from, undefined];
  };
  const [last] = firstRendered(firstBelow(bottom), sorted.length);
  return sorted.slice(firstBelow(top), last + 1);
}

/** Sorts by where the occurrences begin in the document. */
export function inDocumentOrder(occurrences: Iterable<Occurrence>): Occurrence[] {
  return [...occurrences].sort(byStart);
}

/** With more lists than this the two shortest become one. */
const mostRuns = 6;

/**
 * Puts one more into lists of which each is in document order: behind the last of one, most times. What is read in another
 * order than the page's (what is in view first, shadow trees last) gets lists of its own: to find its place among all the
 * others is what Chromium needs long for.
 */
export function addToRuns(runs: Occurrence[][], occurrence: Occurrence): void {
  // The one that grew last is the last.
  const index = runs.findLastIndex((run) => byStart(occurrence, run.at(-1) ?? occurrence) >= 0);
  const [run = []] = index < 0 ? [] : runs.splice(index, 1);
  run.push(occurrence);
  runs.push(run);
  if (runs.length <= mostRuns) return;
  runs.sort((a, b) => b.length - a.length);
  runs.push(inDocumentOrder(runs.splice(-2).flat()));
}

/** Sorting asks about the later of two neighbours first, and from it the way back to the other is short. */
function byStart({ place: { start: a } }: Occurrence, { place: { start: b } }: Occurrence): number {
  return -documentOrder(b.node, a.node) || a.offset - b.offset;
}
