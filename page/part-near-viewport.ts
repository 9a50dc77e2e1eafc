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

/** Puts one more into a sorted list: at its end, most times. */
export function insertInOrder(sorted: Occurrence[], occurrence: Occurrence): void {
  let low = 0;
  let high = sorted.length;
  let middle = high - 1;
  while (low < high) {
    const other = sorted[middle];
    if (other && byStart(occurrence, other) >= 0) low = middle + 1;
    else high = middle;
    middle = (low + high) >> 1;
  }
  sorted.splice(low, 0, occurrence);
}

/** Sorting asks about the later of two neighbours first, and from it the way back to the other is short. */
function byStart({ place: { start: a } }: Occurrence, { place: { start: b } }: Occurrence): number {
  return -documentOrder(b.node, a.node) || a.offset - b.offset;
}
