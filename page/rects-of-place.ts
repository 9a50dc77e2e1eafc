import { dataOf, isConnected } from './dom.ts';
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
    const rects = [...probe.getClientRects()];
    probe.setStart(page, 0);
    probe.collapse(true);
    return byLine(rects.filter(({ width, height }) => width > 0 && height > 0));
  };
}

/** The page may have changed the text since it was read. */
function isWithin(node: Text, offset: number): boolean {
  return isConnected(node) && offset <= dataOf(node).length;
}

/** Pieces that overlap in height and follow each other are one line. */
function byLine(rects: readonly DOMRect[]): DOMRect[] {
  const lines: DOMRect[] = [];
  for (const rect of rects) {
    const line = lines.at(-1);
    if (line && isSameLine(line, rect)) lines[lines.length - 1] = around(line, rect);
    else lines.push(rect);
  }
  return lines;
}

function isSameLine(line: DOMRect, rect: DOMRect): boolean {
  const shared = Math.min(line.bottom, rect.bottom) - Math.max(line.top, rect.top);
  const gap = Math.max(rect.left - line.right, line.left - rect.right);
  return shared > Math.min(line.height, rect.height) / 2 && gap < line.height;
}

function around(a: DOMRect, b: DOMRect): DOMRect {
  const left = Math.min(a.left, b.left);
  const top = Math.min(a.top, b.top);
  return new DOMRect(left, top, Math.max(a.right, b.right) - left, Math.max(a.bottom, b.bottom) - top);
}
