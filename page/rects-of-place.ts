import { dataOf, isConnected } from './dom.ts';
import { lineRects } from './line-rects.ts';
import type { Place } from './occurrence.ts';

/** Answers where places are on screen, one rectangle a line from top to bottom; none when it is not rendered. */
export function createRectsOfPlace(page: Document): (place: Place) => DOMRect[] {
  // A live range costs the page a little at every change, so there is one, and it rests where nothing changes.
  let probe: Range | undefined;
  return ({ start, end }) => {
    if (!isWithin(start.node, start.offset) || !isWithin(end.node, end.offset)) return [];
    probe ??= page.createRange();
    probe.setStart(start.node, start.offset);
    probe.setEnd(end.node, end.offset);
    const rects = lineRects(probe.getClientRects());
    probe.setStart(page, 0);
    probe.collapse(true);
    return rects;
  };
}

/** The page may have changed the text since it was read. */
function isWithin(node: Text, offset: number): boolean {
  return isConnected(node) && offset <= dataOf(node).length;
}
