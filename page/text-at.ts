import { isText } from './dom.ts';
import type { Boundary } from './occurrence.ts';
import type { Point } from './painter.ts';

/**
 * The text nearest to a point, and where in it. It snaps: a point beside a line still finds the line, so whoever needs
 * to know that the point lies on the words asks for their rectangles too.
 */
export function textAt(page: Document, { x, y }: Point): Boundary | undefined {
  const [node, offset] = caretAt(page, x, y);
  return node && isText(node) ? { node, offset } : undefined;
}

function caretAt(page: Document, x: number, y: number): [Node | undefined, number] {
  // The types say that it is everywhere; Safari has only the older one.
  const isNew: boolean = 'caretPositionFromPoint' in page;
  if (!isNew) {
    const range = page.caretRangeFromPoint(x, y);
    return [range?.startContainer, range?.startOffset ?? 0];
  }
  const caret = page.caretPositionFromPoint(x, y);
  return [caret?.offsetNode, caret?.offset ?? 0];
}
