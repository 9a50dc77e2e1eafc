import {
  allInside,
  canGiveMarkup,
  dataOf,
  documentOf,
  elementsIn,
  firstChildOf,
  isConnected,
  isElement,
  isText,
  lengthOf,
  nextSiblingOf,
  parentOf,
  showTexts,
  textOf,
  textsIn,
} from './dom.ts';
import { roleOf, standsApart } from './element-role.ts';
import { readMarkup } from './markup-passages.ts';
import type { Passage } from './passage.ts';
import { type Cursor, passagesAlong } from './passages-along.ts';
import { startOfRun } from './start-of-run.ts';
import { isLeftOut, leftOutSelector, stepInto, stepIntoTree, type Trail, trailTo } from './trail.ts';

const seen = NodeFilter.SHOW_ELEMENT | showTexts;

/** A part with no more elements than this is read in one go: some milliseconds at most. */
const mostElements = 400;

/** Nor may it hold more text than this. */
const longestText = 100_000;

/**
 * Where there are no more elements than this, text is counted before it is copied. To go from text to text costs more than a
 * copy of all, but no copy is made of what is far too long: where there are so few.
 */
const fewElements = 10;
/** And where there are no more texts. */
const mostCounted = 30;

/** Below so many elements parts are no longer sought one by one. */
const deepestPart = 200;

/**
 * The passages in a node, in document order. May be taken in slices: the page can change after each `undefined`, and the
 * reading goes on behind what it has passed; passages in between are to be used before that. A run that may go on outside the node (an inline
 * element's first and last) is left to `readPassagesAt`.
 */
export function* readPassages(root: Node): Generator<Passage | undefined, undefined> {
  const page = documentOf(root);
  if (page.designMode === 'on') return;
  const isWhole = !isText(root) && (!isElement(root) || standsApart(roleOf(root)));
  if (!isWhole || !canGiveMarkup(page)) {
    yield* slowly(walkPassages(root));
    return;
  }
  const trail = trailTo(root);
  if (isElement(root) && stepInto(trail, root, isLeftOut(root)).reading !== 'read') {
    yield* slowly(walkPassages(root));
    return;
  }
  if (!isElement(root) && stepIntoTree(trail, root).reading !== 'read') return;
  yield* readParts(root, trail);
}

/** An element whose children are read one by one. */
interface Level {
  readonly parent: Node;
  /** The child that was read last. */
  last: Node | undefined;
}

/** Reads an element part by part: what is small in one go, what is large by its children. */
function* readParts(root: Node, trail: Trail): Generator<Passage | undefined, undefined> {
  const levels: Level[] = [];
  if (isElement(root) && isSmall(root)) {
    yield* readWhole(root, trail);
    return;
  }
  levels.push({ parent: root, last: undefined });
  for (let level = levels.at(-1); level; level = levels.at(-1)) {
    const { parent, last } = level;
    // What the page took away it has announced; where we were is then found again from the start of the parent.
    const isLost = last !== undefined && parentOf(last) !== parent;
    const child = last === undefined || isLost ? firstChildOf(parent) : nextSiblingOf(last);
    if (child === null || (parent !== root && !isConnected(parent))) {
      levels.pop();
      trail.pop();
      continue;
    }
    level.last = child;
    if (!isElement(child)) {
      if (isText(child) && /\S/.test(dataOf(child))) level.last = yield* readLoose(child, trail);
      continue;
    }
    const isInline = !standsApart(roleOf(child));
    const small = isSmall(child);
    if (isInline && (small || levels.length >= deepestPart)) {
      level.last = yield* readLoose(child, trail);
      continue;
    }
    const { reading } = stepInto(trail, child, isLeftOut(child));
    if (reading === 'read' && !small && levels.length < deepestPart) {
      levels.push({ parent: child, last: undefined });
      // To count what is in it takes a while, and it can be one of hundreds in each other.
      yield undefined;
      continue;
    }
    if (reading === 'read' && small) yield* readWhole(child, trail);
    else if (reading !== 'skip') yield* slowly(walkPassages(child));
    trail.pop();
    yield undefined;
  }
}

/** A part in one go. */
function* readWhole(part: Element, trail: Trail): Generator<Passage | undefined, undefined> {
  const inside = readMarkup(part, trail);
  if (!inside) {
    yield* slowly(walkPassages(part));
    return;
  }
  for (const found of inside) {
    if ('starts' in found) yield found;
    else yield* walkPassages(found);
  }
}

/** A pause after each passage: going from node to node keeps its place. */
function* slowly(passages: Iterable<Passage>): Generator<Passage | undefined, undefined> {
  for (const passage of passages) {
    yield passage;
    yield undefined;
  }
}

/** What stands loose between parts, from this child on to the next part. Gives the last child that was read. */
function* readLoose(first: ChildNode, trail: Trail): Generator<Passage | undefined, ChildNode> {
  let last = first;
  for (let next = nextSiblingOf(first); next && isLoose(next); next = nextSiblingOf(next)) last = next;
  yield* slowly(
    passagesAlong({ cursor: through(first, last), trail: [...trail], isLeftOut, edges: 'whole' }),
  );
  return last;
}

function isLoose(node: Node): boolean {
  return !isElement(node) || (!standsApart(roleOf(node)) && isSmall(node));
}

function isSmall(element: Element): boolean {
  const elements = elementsIn(element);
  // To count them all takes the browser 50 ms on 10 MB.
  return elements[mostElements] === undefined && !isLong(element, elements.length);
}

/** Whether it holds too much text to be copied at once: counted in few elements, in more guessed from what comes first. */
function isLong(element: Element, elements: number): boolean {
  if (elements <= fewElements) return isLongCounted(element);
  let child = firstChildOf(element);
  for (let depth = 0; depth < 10 && child && isElement(child); depth++) child = firstChildOf(child);
  return child !== null && isText(child) && lengthOf(child) > longestText;
}

/** Counts without making a copy; there can be any number of texts in an element. */
function isLongCounted(element: Element): boolean {
  let length = 0;
  let count = 0;
  for (const text of textsIn(element)) {
    length += lengthOf(text);
    count += 1;
    if (length > longestText) return true;
    if (count > mostCounted) return textOf(element).length > longestText;
  }
  return false;
}

/** The passages in a node, found by going from node to node. For what markup does not tell, and what is small. */
export function* walkPassages(root: Node): Generator<Passage, undefined> {
  const page = documentOf(root);
  if (page.designMode === 'on') return;
  const candidates = new Set(allInside(root, leftOutSelector));
  // Unlike a tree walker a node iterator keeps its place when the page takes away the node it stands on.
  const nodes = page.createNodeIterator(root, seen);
  const isWhole = isText(root) ? false : !isElement(root) || standsApart(roleOf(root));
  yield* passagesAlong({
    cursor: nodes,
    trail: trailTo(root),
    isLeftOut: (element) => (candidates.has(element) || element === root) && isLeftOut(element),
    edges: isWhole ? 'whole' : 'cut',
  });
}

/** The passages of the run that holds a text: from the last thing that stands apart before it to the first one after. */
export function* readPassagesAt(text: Text): Generator<Passage, undefined> {
  const page = documentOf(text);
  if (!isConnected(text) || page.designMode === 'on') return;
  const start = startOfRun(text);
  yield* passagesAlong({
    cursor: from(start, page),
    trail: trailTo(start),
    isLeftOut,
    edges: 'whole',
    until: text,
  });
}

/** Goes through siblings from one to another. */
function through(first: Node, last: Node): Cursor {
  let sibling: Node | null = first;
  let nodes = documentOf(first).createNodeIterator(first, seen);
  return {
    nextNode() {
      for (;;) {
        const node = nodes.nextNode();
        if (node !== null || sibling === null || sibling === last) return node;
        sibling = nextSiblingOf(sibling);
        if (sibling === null) return null;
        nodes = documentOf(sibling).createNodeIterator(sibling, seen);
      }
    },
  };
}

function from(start: Node, page: Document): Cursor {
  const walker = page.createTreeWalker(page, seen);
  walker.currentNode = start;
  let begun = false;
  return {
    nextNode() {
      if (begun) return walker.nextNode();
      begun = true;
      return start;
    },
  };
}
