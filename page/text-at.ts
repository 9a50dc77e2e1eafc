import { isText } from './dom.ts';
import { elementAt } from './element-at.ts';
import type { Boundary } from './occurrence.ts';
import type { Point } from './painter.ts';
import type { RootOf } from './shadow-trees.ts';

/**
 * The text nearest to a point, and where in it. It snaps: a point beside a line still finds the line, so whoever needs
 * to know that the point lies on the words asks for their rectangles too. With `rootOf` shadow trees are looked into.
 */
export function textAt(page: Document, { x, y }: Point, rootOf?: RootOf): Boundary | undefined {
  const shadowRoots = rootOf ? elementAt(page, { x, y }, rootOf).roots : [];
  const [node, offset] = caretAt(page, x, y, shadowRoots);
  return node && isText(node) ? { node, offset } : undefined;
}

function caretAt(
  page: Document,
  x: number,
  y: number,
  shadowRoots: ShadowRoot[],
): [Node | undefined, number] {
  // The types say that it is everywhere; Safari has only the older one.
  const isNew: boolean = 'caretPositionFromPoint' in page;
  if (!isNew) {
    const range = page.caretRangeFromPoint(x, y);
    return [range?.startContainer, range?.startOffset ?? 0];
  }
  const caret = page.caretPositionFromPoint(x, y, { shadowRoots });
  return [caret?.offsetNode, caret?.offset ?? 0];
}
