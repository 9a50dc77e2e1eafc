import type { Definition, Recogniser } from '@/core/recognise.ts';
import { chooseMarks, everyMention, type MarkChanges, type MarkChoice } from './choose-marks.ts';
import { isConnected, textsIn, textsWhere } from './dom.ts';
import { followTrees } from './follow-trees.ts';
import { type AbbreviationQuestion, gatherEvidence } from './gather-evidence.ts';
import { isShown } from './is-shown.ts';
import type { Occurrence } from './occurrence.ts';
import { createPageMemory } from './page-memory.ts';
import type { Painter } from './painter.ts';
import { createReadingQueue } from './reading-queue.ts';
import { mostInPassage } from './recognise-passage.ts';
import type { RootOf } from './shadow-trees.ts';
import { textsBeside } from './start-of-run.ts';
import { textsInView } from './texts-in-view.ts';
import { type PageChanges, watchPage } from './watch-page.ts';
import { workInSlices } from './work-in-slices.ts';

/** What reading a page needs. */
export interface ReadPageOptions {
  readonly document: Document;
  readonly recogniser: Recogniser;
  readonly painter: Painter;
  /** Which of the mentions are marked; absent: all. */
  readonly choice?: MarkChoice;
  /** Only what lies in this element is read; absent: all of the page. */
  readonly within?: Element;
  /** Gives the shadow root of an element; absent: only those everybody can see. */
  readonly rootOf?: RootOf;
  /** What tells of abbreviations that the page does not define; absent: they stay undecided. */
  readonly abbreviations?: AbbreviationQuestion;
  /** Called each time all that is there has been read. */
  readonly onRead?: () => void;
  readonly signal: AbortSignal;
}

/** A page that is being read, and read again where it changes. */
export interface PageReading {
  /** All that is known, marked or not, in document order; nothing that has left the page. Hidden text included. */
  occurrences(): readonly Occurrence[];
  isMarked(occurrence: Occurrence): boolean;
  /** Where the page says what an abbreviation means. */
  definitionOf(occurrence: Occurrence): Occurrence | undefined;
  /** Abbreviations that are never marked: the page does not tell what they mean. */
  undecided(): readonly Occurrence[];
  /** What the page says its abbreviations mean. */
  definitions(): readonly Definition[];
  /** Marks something else from now on. */
  choose(choice: MarkChoice): void;
  /** Whether the page is so dense that it is marked less than was chosen. */
  isQuiet(): boolean;
  /** Whether a reader can see the words, once they are scrolled to. */
  isShown(occurrence: Occurrence): boolean;
  state(): ReadingState;
  /** Resolves when all that is there now has been read and settled, or the reading has ended. */
  whenRead(): Promise<void>;
}

/** How far the reading is. `limited`: the page holds more than anyone reads, and part of it was left alone. */
export type ReadingState = 'reading' | 'read' | 'limited';

/** Nobody reads more mentions of one page, and a page must not make us keep them. */
const mostMentions = mostInPassage;

/** So many are painted before the page gets its turn, if it is time. */
const shownAtOnce = 1_000;

/**
 * Reads a page, marks what it finds, and keeps up with the page: first what is in view, then the rest in slices, then
 * what changes. Abbreviations are settled when all has been read. Ends, and forgets everything, with the signal.
 */
export function readPage(options: ReadPageOptions): PageReading {
  const { document: page, recogniser, painter, within, signal } = options;
  let state: ReadingState = 'reading';
  let found: Occurrence[] = [];
  let waiting: (() => void)[] = [];
  const memory = createPageMemory(recogniser);
  const marks = chooseMarks(page, options.choice ?? everyMention);
  const watch = watchPage(page, () => wake(), signal);
  const trees = followTrees(page, options.rootOf, () => wake(), signal);
  /** Whether it has been told that all has been read. */
  let isTold = false;

  /** Forgets what was read with these texts, and has the others that were read with them read again. */
  const unread = (forgettable: Iterable<Text>): void => {
    const gone: Occurrence[] = [];
    const texts = new Set(forgettable);
    for (const text of texts) {
      queue.reopen(text);
      const forgotten = memory.forget(text);
      gone.push(...forgotten.gone);
      for (const other of forgotten.texts) if (!texts.has(other)) queue.addText(other);
    }
    erase(gone);
  };

  const roots = new Set<ShadowRoot>();
  /** The texts of the page, those of shadow trees included. */
  function* allTexts(isWanted?: (element: Element) => boolean | undefined): Generator<Text | undefined> {
    for (const root of [within ?? page, ...roots]) {
      if (isConnected(root)) yield* isWanted ? textsWhere(root, isWanted) : textsIn(root);
    }
  }
  const evidence = gatherEvidence(recogniser, memory, allTexts, options.abbreviations, () => wake());

  const queue = createReadingQueue(evidence.reader, memory, {
    keep(read) {
      memory.keep(read);
      for (const occurrence of read.sure) found.push(occurrence);
      if (memory.count() < mostMentions) return;
      state = 'limited';
      queue.clear();
    },
    outdated: unread,
  });

  /** Before it is painted anew the page is as it was: what was found may be gone before it was ever shown. */
  const erase = (gone: readonly Occurrence[]): void => {
    if (gone.length > 0 && found.length > 0) {
      const past = new Set(gone);
      found = found.filter((occurrence) => !past.has(occurrence));
    }
    const erased = marks.remove(gone);
    if (erased.length > 0) watch.quietly(() => painter.erase(erased));
  };

  /** Whether there is more to mark since it was asked whether it is too much. */
  let hasCome = false;
  /** Whether the browser has had a frame for the first of it. */
  let isSeen = false;
  const show = ({ gone, come }: MarkChanges): void => {
    if (gone.length + come.length === 0) return;
    hasCome ||= come.length > 0;
    watch.quietly(() => {
      if (gone.length > 0) painter.erase(gone);
      if (come.length > 0) painter.paint(come);
    });
  };

  const isWanted = (node: Node): boolean => within === undefined || within.contains(node);

  const readEverything = (): void => {
    erase(memory.clear());
    marks.clear();
    marks.pageChanged([]);
    queue.clear();
    state = 'reading';
    for (const text of textsInView(page)) if (isWanted(text)) queue.addText(text);
    queue.addTree(within ?? page);
    trees.restart(within ?? page);
    isTold = false;
  };

  /** Looks for shadow trees, and has those it finds read. */
  const lookForTrees = (): void => {
    for (const root of trees.step()) {
      roots.add(root);
      watch.include(root);
      queue.addTree(root);
      trees.search(root);
      isTold = false;
      if (state === 'read') state = 'reading';
    }
  };

  const readAgain = (texts: readonly Text[]): void => {
    unread(texts);
    for (const text of texts) if (isWanted(text)) queue.addText(text);
  };

  const absorb = (changes: PageChanges): void => {
    if (changes.everything) {
      readEverything();
      return;
    }
    for (const node of [...changes.removed, ...changes.altered]) {
      unread(textsIn(node));
      for (const root of trees.forgetIn(node)) {
        roots.delete(root);
        unread(textsIn(root));
      }
    }
    readAgain(changes.texts);
    for (const { parent, before, after } of changes.gaps) readAgain(textsBeside(parent, before, after));
    for (const node of [...changes.added, ...changes.altered]) {
      if (!isWanted(node)) continue;
      queue.addTree(node);
      trees.search(node);
    }
    marks.pageChanged(changes.added);
    if (changes.added.length + changes.removed.length + changes.altered.length > 0) trees.lookLater();
    if (queue.isEmpty()) return;
    isTold = false;
    if (state === 'read') state = 'reading';
  };

  const catchUp = (): void => {
    absorb(watch.take());
    show(marks.add([]));
  };

  const wake = workInSlices(
    page,
    {
      slice(isOver) {
        absorb(watch.take());
        // What is in view is painted before the rest is read.
        const isFirst = !queue.areSpotsRead();
        while (!queue.isEmpty() && !isOver() && !(isFirst && queue.areSpotsRead())) queue.step();
        do show(marks.add(found.splice(0, shownAtOnce)));
        while (found.length > 0 && !isOver());
        // The first mark has the browser compute all styles anew: in a frame, and not for the next question about one.
        if (hasCome && !isSeen) {
          isSeen = true;
          return 'painted';
        }
        if (found.length > 0) return 'more';
        if (state === 'limited') return settle() ? finish() : 'more';
        while (queue.isEmpty() && !trees.isSearched() && !isOver()) lookForTrees();
        if (!isAllRead()) return 'more';
        while (queue.isEmpty() && !evidence.isGathered()) {
          if (isOver()) return 'more';
          readAgain(evidence.step());
        }
        if (!queue.isEmpty() || !settle()) return 'more';
        while (queue.isEmpty() && !trees.isSearchedClosely() && !isOver()) lookForTrees();
        return isAllRead() && trees.isSearchedClosely() ? finish() : 'more';
      },
    },
    signal,
  );

  /** Settles abbreviations, some at a time, and tells whether all are settled and shown. */
  const settle = (): boolean => {
    const settled = memory.settle();
    erase(settled.gone);
    for (const occurrence of settled.come) found.push(occurrence);
    if (found.length > 0 || !memory.isSettled()) return false;
    show(marks.add([]));
    if (hasCome) show(marks.settle());
    hasCome = false;
    return true;
  };

  const finish = (): 'done' => {
    if (evidence.isWaiting() || watch.isWaiting()) return 'done';
    if (state === 'reading') state = 'read';
    endWaiting();
    if (!isTold) options.onRead?.();
    isTold = true;
    return 'done';
  };

  const isAllRead = (): boolean => queue.isEmpty() && (trees.isSearched() || state === 'limited');
  const isDone = (): boolean =>
    isAllRead() &&
    (trees.isSearchedClosely() || state === 'limited') &&
    memory.isSettled() &&
    found.length === 0 &&
    !evidence.isWaiting() &&
    !watch.isWaiting();

  const endWaiting = (): void => {
    for (const resolve of waiting) resolve();
    waiting = [];
  };

  const end = (): void => {
    memory.clear();
    marks.clear();
    queue.clear();
    endWaiting();
  };

  if (signal.aborted) {
    end();
  } else {
    signal.addEventListener('abort', end, { once: true });
    readEverything();
    wake();
  }

  return {
    occurrences() {
      if (signal.aborted) return [];
      catchUp();
      if (!isDone()) wake();
      return memory.occurrences();
    },
    isMarked: (occurrence) => marks.has(occurrence),
    definitionOf: (occurrence) => memory.definitionOf(occurrence),
    undecided: () => memory.undecided(),
    definitions: () => memory.definitions(),
    choose(choice) {
      if (signal.aborted) return;
      const changes = marks.choose(choice);
      show(changes);
      if (state !== 'reading') show(marks.settle());
    },
    isQuiet: () => marks.isQuiet(),
    isShown: (occurrence) => isShown(occurrence, painter.rectsOf(occurrence)),
    state: () => state,
    whenRead() {
      if (signal.aborted) return Promise.resolve();
      catchUp();
      if (isDone() && state !== 'reading') return Promise.resolve();
      const read = new Promise<void>((resolve) => waiting.push(resolve));
      wake();
      return read;
    },
  };
}
