import type { Recogniser } from '@/core/recognise.ts';
import { isConnected, isElement, isText } from './dom.ts';
import { isPieceOfMark } from './marked-text.ts';
import type { PageMemory } from './page-memory.ts';
import type { Passage } from './passage.ts';
import { readPassages, readPassagesAt } from './read-passages.ts';
import { type ReadPassage, recognisePassage } from './recognise-passage.ts';
import { isSetApart, textsAtEdges } from './start-of-run.ts';

/** What is still to be read, and the reading of it a step at a time. */
export interface ReadingQueue {
  isEmpty(): boolean;
  /** The run of this text is to be read, before any tree. */
  addText(text: Text): void;
  /** All that has not been read in this node is to be read. */
  addTree(root: Node): void;
  /** Whether the text has been read or is being read now. */
  isKnown(text: Text): boolean;
  /** What is being read now has changed if the text is part of it: it is read anew. */
  reopen(text: Text): void;
  /** Does one small thing. */
  step(): void;
  clear(): void;
}

/** What comes out of reading. */
export interface ReadingResults {
  /** A passage was read. */
  keep(read: ReadPassage): void;
  /** These belong to passages that are no longer what they were when they were read. */
  outdated(texts: readonly Text[]): void;
}

/** Creates an empty queue. What the memory knows is not read again. */
export function createReadingQueue(
  recogniser: Recogniser,
  memory: PageMemory,
  results: ReadingResults,
): ReadingQueue {
  const spots = new Set<Text>();
  let trees: Generator<Passage>[] = [];
  let open:
    | { readonly texts: ReadonlySet<Text>; readonly reading: ReturnType<typeof recogniseAll> }
    | undefined;

  const recognise = (passages: readonly Passage[]): void => {
    const texts = new Set(passages.flatMap(({ nodes }) => nodes));
    open = { texts, reading: recogniseAll(passages, recogniser) };
  };

  const readOn = (reading: ReturnType<typeof recogniseAll>): void => {
    const { value, done } = reading.next();
    if (done) open = undefined;
    if (!value) return;
    // Between two slices the page may have taken away a text that a walk had just reached.
    if (value.passage.nodes.every(isConnected)) results.keep(value);
    else for (const node of value.passage.nodes) spots.add(node);
  };

  const readSpot = (text: Text): void => {
    spots.delete(text);
    if (memory.has(text) || !isConnected(text)) return;
    const passages = [...readPassagesAt(text)].filter(({ nodes }) => nodes.some((node) => !memory.has(node)));
    const outdated = passages.flatMap(({ nodes }) => nodes.filter((node) => memory.holds(node)));
    if (outdated.length === 0) {
      recognise(passages);
    } else {
      // A painter may have to put the page's own text back before it can be read.
      results.outdated(outdated);
      spots.add(text);
    }
  };

  const readTree = (tree: Generator<Passage>): void => {
    const { value: passage, done } = tree.next();
    if (done) {
      trees.shift();
      return;
    }
    const unread = passage.nodes.filter((node) => !memory.has(node) && !isPieceOfMark(node));
    const [first] = unread;
    if (unread.length === passage.nodes.length) recognise([passage]);
    else if (first) spots.add(first);
  };

  return {
    isEmpty: () => open === undefined && spots.size === 0 && trees.length === 0,
    addText: (text) => spots.add(text),
    addTree(root) {
      if (isText(root)) {
        spots.add(root);
        return;
      }
      trees.push(readPassages(root));
      if (isElement(root) && !isSetApart(root)) for (const text of textsAtEdges(root)) spots.add(text);
    },
    isKnown: (text) => memory.has(text) || (open?.texts.has(text) ?? false),
    reopen(text) {
      if (!open?.texts.has(text)) return;
      for (const other of open.texts) spots.add(other);
      open = undefined;
    },
    step() {
      const [spot] = spots;
      const [tree] = trees;
      if (open) readOn(open.reading);
      else if (spot) readSpot(spot);
      else if (tree) readTree(tree);
    },
    clear() {
      spots.clear();
      trees = [];
      open = undefined;
    },
  };
}

function* recogniseAll(
  passages: readonly Passage[],
  recogniser: Recogniser,
): Generator<ReadPassage | undefined, undefined> {
  for (const passage of passages) yield* recognisePassage(passage, recogniser);
}
