import type { Point } from './painter.ts';
import type { RootOf } from './shadow-trees.ts';

/** What is at a point. */
interface ElementAt {
  /** The innermost element. */
  readonly element: Element | null;
  /** The shadow trees around it, from the outside in. */
  readonly roots: ShadowRoot[];
}

/** No page has so many shadow trees in each other for a reader's sake. */
const mostRoots = 50;

/** The element at a point, through the shadow trees it lies in. */
export function elementAt(page: Document, { x, y }: Point, rootOf: RootOf): ElementAt {
  const roots: ShadowRoot[] = [];
  let element = page.elementFromPoint(x, y);
  while (element && roots.length < mostRoots) {
    const root = rootOf(element);
    if (root === null || roots.includes(root)) break;
    roots.push(root);
    element = root.elementFromPoint(x, y) ?? element;
  }
  return { element, roots };
}
