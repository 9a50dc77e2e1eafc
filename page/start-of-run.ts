import { isElement, lastChildOf, parentOf, previousSiblingOf } from './dom.ts';
import { roleOf, standsApart } from './element-role.ts';

/** The first node of the run a node lies in: going back from it, the last one before something that stands apart. */
export function startOfRun(node: Node): Node {
  let at = node;
  for (;;) {
    const before = previousSiblingOf(at);
    if (before === null) {
      const parent = parentOf(at);
      if (parent === null || !isElement(parent) || isSetApart(parent)) return at;
      at = parent;
    } else {
      const last = lastInside(before);
      if (last === undefined) return at;
      at = last;
    }
  }
}

/** The last node in (or) this one, or `undefined` when something that stands apart ends there. */
export function lastInside(node: Node): Node | undefined {
  let at = node;
  for (;;) {
    if (isSetApart(at)) return undefined;
    const last = isElement(at) && roleOf(at) === 'unseen' ? null : lastChildOf(at);
    if (last === null) return at;
    at = last;
  }
}

/** Whether a node is an element that stands apart by its tag. */
export function isSetApart(node: Node): boolean {
  return isElement(node) && standsApart(roleOf(node));
}
