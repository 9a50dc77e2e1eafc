import { documentOf, documentOrder, showTexts } from './dom.ts';
import type { Boundary, Occurrence, Place } from './occurrence.ts';

/** Occurrences by the text nodes they lie in. */
export interface PlaceIndex {
  /** A long list is kept as it is, and read when somebody asks. */
  add(occurrences: readonly Occurrence[]): void;
  remove(occurrence: Occurrence): void;
  /** Those that hold or touch the boundary: two, when one ends where the next begins. */
  touching(boundary: Boundary): Occurrence[];
  clear(): void;
}

/** So many are put in their place when they come: a millisecond or so, where all of a long page take fifty. */
const fewAtOnce = 1_000;

/** Creates an empty index. */
export function createPlaceIndex(): PlaceIndex {
  const byNode = new Map<Text, Set<Occurrence>>();
  const known = new Map<Occurrence, readonly Text[]>();
  /** Put in their place when somebody asks: many at once take a while. */
  let added: (readonly Occurrence[])[] = [];
  /** Sorted when somebody asks: pointing is rare, painting is not. */
  const inOrder = new Map<Text, readonly Occurrence[]>();

  const sorted = (node: Text): readonly Occurrence[] => {
    const list = inOrder.get(node) ?? [...(byNode.get(node) ?? [])].sort(byStartIn(node));
    if (list.length > 0) inOrder.set(node, list);
    return list;
  };

  const sortIn = (): void => {
    for (const occurrence of added.flat()) {
      const nodes = nodesOf(occurrence.place);
      known.set(occurrence, nodes);
      for (const node of nodes) {
        const there = byNode.get(node);
        if (there) there.add(occurrence);
        else byNode.set(node, new Set([occurrence]));
        inOrder.delete(node);
      }
    }
    added = [];
  };

  return {
    add(occurrences) {
      added.push(occurrences);
      if (occurrences.length <= fewAtOnce) sortIn();
    },
    remove(occurrence) {
      sortIn();
      for (const node of known.get(occurrence) ?? []) {
        const there = byNode.get(node);
        there?.delete(occurrence);
        if (there?.size === 0) byNode.delete(node);
        inOrder.delete(node);
      }
      known.delete(occurrence);
    },
    touching({ node, offset }) {
      sortIn();
      const there = sorted(node);
      const after = countBefore(there, node, offset);
      return there.slice(Math.max(0, after - 2), after).filter(({ place }) => endIn(node, place) >= offset);
    },
    clear() {
      added = [];
      byNode.clear();
      known.clear();
      inOrder.clear();
    },
  };
}

/** The texts from the start of a place to its end. */
export function nodesOf({ start, end }: Place): readonly Text[] {
  if (start.node === end.node) return [start.node];
  const nodes: Text[] = [];
  const page = documentOf(start.node);
  const walker = page.createTreeWalker(page, showTexts);
  walker.currentNode = start.node;
  for (;;) {
    // The walker shows texts and nothing else, and began at one.
    const node = walker.currentNode as Text;
    nodes.push(node);
    if (node === end.node || !walker.nextNode() || documentOrder(walker.currentNode, end.node) > 0)
      return nodes;
  }
}

const byStartIn = (node: Text) => (a: Occurrence, b: Occurrence) =>
  startIn(node, a.place) - startIn(node, b.place);

const startIn = (node: Text, { start }: Place): number => (start.node === node ? start.offset : 0);

const endIn = (node: Text, { end }: Place): number =>
  end.node === node ? end.offset : Number.POSITIVE_INFINITY;

/** How many of them, sorted by start, begin at or before the offset. */
function countBefore(there: readonly Occurrence[], node: Text, offset: number): number {
  let low = 0;
  let high = there.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const occurrence = there[middle];
    if (occurrence && startIn(node, occurrence.place) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
