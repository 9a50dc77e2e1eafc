import { blockAround } from './block-around.ts';
import { elementAt } from './element-at.ts';
import type { Occurrence } from './occurrence.ts';
import type { Painter, Point } from './painter.ts';
import type { RootOf } from './shadow-trees.ts';

/** What is known of the page. */
interface Known {
  occurrences(): readonly Occurrence[];
}

/** The mention under a point, marked or not: of those in the block there, the one whose words are on it. */
export function mentionAt(
  page: Document,
  { x, y }: Point,
  known: Known,
  painter: Painter,
  rootOf: RootOf,
): Occurrence | undefined {
  const { element } = elementAt(page, { x, y }, rootOf);
  if (!element) return undefined;
  const isThere = (occurrence: Occurrence): boolean => {
    const block = blockAround(occurrence.place.start.node);
    return block?.contains(element) === true && painter.rectsOf(occurrence).some((rect) => isOn(rect, x, y));
  };
  return known.occurrences().find(isThere);
}

function isOn({ left, top, right, bottom }: DOMRect, x: number, y: number): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}
