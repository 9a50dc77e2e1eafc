import { isBrokenIdentifier } from '@/core/is-broken-identifier.ts';
import {
  dataOf,
  firstChildOf,
  isElement,
  isText,
  lastChildOf,
  nextSiblingOf,
  parentOf,
  previousSiblingOf,
} from './dom.ts';
import { roleOf, standsApart } from './element-role.ts';

/** A way along the tree: the next sibling on it, and where one enters an element. */
interface Direction {
  readonly sibling: (node: Node) => ChildNode | null;
  readonly entrance: (node: Node) => ChildNode | null;
}

const backwards: Direction = { sibling: previousSiblingOf, entrance: lastChildOf };
const forwards: Direction = { sibling: nextSiblingOf, entrance: firstChildOf };

/** The first node of the run a node lies in: going back from it, the last one before something that stands apart. */
export function startOfRun(node: Node): Node {
  let at = node;
  for (;;) {
    const before = nextOnTheWay(at, backwards) ?? beforeBreak(at);
    if (before === undefined) return at;
    at = before;
  }
}

/** The text of the line before, when an identifier goes on from there. */
function beforeBreak(node: Node): Text | undefined {
  const sibling = previousSiblingOf(node);
  const before =
    sibling && isElement(sibling) && roleOf(sibling) === 'break' ? previousSiblingOf(sibling) : null;
  return before && isText(before) && isBrokenIdentifier(dataOf(before)) ? before : undefined;
}

/** The texts of a run before and after a gap: between two children, or where the only child was. */
export function textsBeside(parent: Node, before: Node | null, after: Node | null): Text[] {
  return [nearestText(parent, before, backwards), nearestText(parent, after, forwards)].filter(
    (text) => text !== undefined,
  );
}

/** The first and the last text in an element that belong to runs which may go on outside of it. */
export function textsAtEdges(element: Element): Text[] {
  return [
    nearestText(element, firstChildOf(element), forwards),
    nearestText(element, lastChildOf(element), backwards),
  ].filter((text) => text !== undefined);
}

/** Whether a node is an element that stands apart by its tag. */
export function isSetApart(node: Node): boolean {
  return isElement(node) && standsApart(roleOf(node));
}

function nearestText(parent: Node, sibling: Node | null, direction: Direction): Text | undefined {
  let at = sibling === null ? nextOnTheWay(parent, direction) : innermost(sibling, direction);
  while (at !== undefined && !isText(at)) at = nextOnTheWay(at, direction);
  return at;
}

/** The next node without children on the way, `undefined` when something that stands apart begins or ends before it. */
function nextOnTheWay(node: Node, direction: Direction): Node | undefined {
  let at = node;
  for (;;) {
    if (at !== node && isSetApart(at)) return undefined;
    const sibling = direction.sibling(at);
    if (sibling !== null) return innermost(sibling, direction);
    const parent = parentOf(at);
    if (parent === null || !isElement(parent)) return undefined;
    at = parent;
  }
}

function innermost(node: Node, direction: Direction): Node | undefined {
  let at = node;
  for (;;) {
    if (isSetApart(at)) return undefined;
    const next = isElement(at) && roleOf(at) === 'unseen' ? null : direction.entrance(at);
    if (next === null) return at;
    at = next;
  }
}
