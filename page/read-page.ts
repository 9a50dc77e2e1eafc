import type { Recogniser } from '@/core/recognise.ts';
import { textsIn } from './dom.ts';
import { isShown } from './is-shown.ts';
import type { Occurrence } from './occurrence.ts';
import { createPageMemory } from './page-memory.ts';
import type { Painter } from './painter.ts';
import { createReadingQueue } from './reading-queue.ts';
import { textsBeside } from './start-of-run.ts';
import { textsInView } from './texts-in-view.ts';
import { type PageChanges, watchPage } from './watch-page.ts';
import { workInSlices } from './work-in-slices.ts';

/** What reading a page needs. */
export interface ReadPageOptions {
  readonly document: Document;
  readonly recogniser: Recogniser;
  readonly painter: Painter;
  readonly signal: AbortSignal;
}

/** A page that is being read, and read again where it changes. */
export interface PageReading {
  /** All that is marked, in document order; nothing that has left the page. Hidden text included. */
  occurrences(): readonly Occurrence[];
  /** Whether a reader can see the words, once they are scrolled to. */
  isShown(occurrence: Occurrence): boolean;
  state(): ReadingState;
  /** Resolves when all that is there now has been read and settled, or the reading has ended. */
  whenRead(): Promise<void>;
}

/** How far the reading is. `limited`: the page holds more than anyone reads, and part of it was left alone. */
export type ReadingState = 'reading' | 'read' | 'limited';

/** Nobody reads more mentions of one page, and a page must not make us keep them. */
const mostMentions = 100_000;

/**
 * Reads a page, marks what it finds, and keeps up with the page: first what is in view, then the rest in slices, then
 * what changes. Abbreviations are settled when all has been read. Ends, and forgets everything, with the signal.
 */
export function readPage({ document: page, recogniser, painter, signal }: ReadPageOptions): PageReading {
  let state: ReadingState = 'reading';
  let found: Occurrence[] = [];
  let waiting: (() => void)[] = [];
  const memory = createPageMemory(recogniser);
  const watch = watchPage(page, () => wake(), signal);

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
    repaint(gone, []);
  };

  const queue = createReadingQueue(recogniser, memory, {
    keep(read) {
      memory.keep(read);
      found.push(...read.sure);
      if (memory.count() < mostMentions) return;
      state = 'limited';
      queue.clear();
    },
    outdated: unread,
  });

  /** Before it is painted anew the page is as it was: what was found may be gone before it was ever shown. */
  const repaint = (gone: readonly Occurrence[], come: readonly Occurrence[]): void => {
    if (gone.length > 0 && found.length > 0) {
      const past = new Set(gone);
      found = found.filter((occurrence) => !past.has(occurrence));
    }
    if (gone.length + come.length === 0) return;
    watch.quietly(() => {
      if (gone.length > 0) painter.erase(gone);
      if (come.length > 0) painter.paint(come);
    });
  };

  const readEverything = (): void => {
    repaint(memory.clear(), []);
    queue.clear();
    state = 'reading';
    for (const text of textsInView(page)) queue.addText(text);
    queue.addTree(page);
  };

  const absorb = (changes: PageChanges): void => {
    if (changes.everything) {
      readEverything();
      return;
    }
    for (const node of [...changes.removed, ...changes.altered]) unread(textsIn(node));
    unread(changes.texts);
    for (const text of changes.texts) queue.addText(text);
    for (const { parent, before, after } of changes.gaps) {
      const beside = textsBeside(parent, before, after);
      unread(beside);
      for (const text of beside) queue.addText(text);
    }
    for (const node of [...changes.added, ...changes.altered]) queue.addTree(node);
    if (state === 'read' && !queue.isEmpty()) state = 'reading';
  };

  const wake = workInSlices(
    page,
    {
      slice(isOver) {
        absorb(watch.take());
        // What is in view is painted before the rest is read.
        const isFirst = !queue.areSpotsRead();
        while (!queue.isEmpty() && !isOver() && !(isFirst && queue.areSpotsRead())) queue.step();
        const come = found;
        found = [];
        repaint([], come);
        if (!queue.isEmpty()) return 'more';
        const settled = memory.settle();
        repaint(settled.gone, settled.come);
        if (state === 'reading') state = 'read';
        endWaiting();
        return 'done';
      },
    },
    signal,
  );

  const isDone = (): boolean => queue.isEmpty() && memory.isSettled();

  const endWaiting = (): void => {
    for (const resolve of waiting) resolve();
    waiting = [];
  };

  const end = (): void => {
    memory.clear();
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
      absorb(watch.take());
      if (!isDone()) wake();
      return memory.occurrences();
    },
    isShown: (occurrence) => isShown(occurrence, painter.rectsOf(occurrence)),
    state: () => state,
    whenRead() {
      if (signal.aborted) return Promise.resolve();
      absorb(watch.take());
      if (isDone() && state !== 'reading') return Promise.resolve();
      const read = new Promise<void>((resolve) => waiting.push(resolve));
      wake();
      return read;
    },
  };
}
