import type { Recogniser } from '@/core/recognise.ts';
import { isConnected, isElement, isText } from './dom.ts';
import { isPieceOfMark } from './marked-text.ts';
import type { PageMemory } from './page-memory.ts';
import { nodesOfPassage, type Passage } from './passage.ts';
import { readPassages, readPassagesAt } from './read-passages.ts';
import { type ReadPassage, recognisePassage } from './recognise-passage.ts';
import { isSetApart, textsAtEdges } from './start-of-run.ts';

/** What is still to be read, and the reading of it a step at a time. */
export interface ReadingQueue {
  isEmpty(): boolean;
  /** Whether the runs of single texts have been read, as far as they are known. */
  areSpotsRead(): boolean;
  /** The run of this text is to be read, before any tree. */
  addText(text: Text): void;
  /** All that has not been read in this node is to be read. */
  addTree(root: Node): void;
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

/** A passage longer than this is recognised piece by piece. */
const longestAtOnce = 32_768;

/** Creates an empty queue. What the memory knows is not read again. */
export function createReadingQueue(
  recogniser: Recogniser,
  memory: PageMemory,
  results: ReadingResults,
): ReadingQueue {
  const spots = new Set<Text>();
  let trees: ReturnType<typeof readPassages>[] = [];
  let open: Open | undefined;

  const isKnown = (node: Text): boolean => memory.holds(node) || isPieceOfMark(node);
  const keepNew = (read: ReadPassage): void => {
    if (!read.nodes.some(isKnown)) results.keep(read);
    // What was in view has been read before; but a run of which only a part is known is no longer what it was.
    else for (const node of read.nodes) if (!isKnown(node)) spots.add(node);
  };

  const readOn = ({ reading, keep }: Open): void => {
    const { value, done } = reading.next();
    if (done) open = undefined;
    if (!value) return;
    // Between two slices the page may have taken away a text that a walk had just reached.
    if (value.nodes.every(isConnected)) keep(value);
    else for (const node of value.nodes) spots.add(node);
  };

  const readSpot = (text: Text): void => {
    spots.delete(text);
    if (!isConnected(text) || isPieceOfMark(text)) return;
    const passages = [...readPassagesAt(text)];
    const texts = passages.flatMap(nodesOfPassage);
    const outdated = texts.filter((node) => memory.holds(node));
    if (outdated.length === 0) {
      for (const other of texts) spots.delete(other);
      open = { texts: new Set(texts), reading: recogniseAll(passages, recogniser), keep: results.keep };
    } else {
      // A painter may have to put the page's own text back before it can be read.
      results.outdated(outdated);
      spots.add(text);
    }
  };

  /** Reads up to the next place where the page may come in between. */
  const readTree = (tree: ReturnType<typeof readPassages>): void => {
    for (;;) {
      const { value: passage, done } = tree.next();
      if (done) trees.shift();
      if (!passage) return;
      if (passage.text.length > longestAtOnce) {
        const texts = nodesOfPassage(passage);
        open = { texts: new Set(texts), reading: recogniseAll([passage], recogniser), keep: keepNew };
        return;
      }
      for (const read of recognisePassage(passage, recogniser)) if (read) keepNew(read);
    }
  };

  return {
    areSpotsRead: () => open === undefined && spots.size === 0,
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
    reopen(text) {
      if (!open?.texts.has(text)) return;
      for (const other of open.texts) spots.add(other);
      open = undefined;
    },
    step() {
      const [spot] = spots;
      const [tree] = trees;
      if (open) readOn(open);
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

/** What is being recognised, a piece at a time. */
interface Open {
  readonly texts: ReadonlySet<Text>;
  readonly reading: ReturnType<typeof recogniseAll>;
  readonly keep: (read: ReadPassage) => void;
}

function* recogniseAll(
  passages: readonly Passage[],
  recogniser: Recogniser,
): Generator<ReadPassage | undefined, undefined> {
  for (const passage of passages) yield* recognisePassage(passage, recogniser);
}
