import type { Recogniser } from '@/core/recognise.ts';
import type { Settings } from '@/core/settings.ts';
import { choosePainter } from '@/page/choose-painter.ts';
import { controlPopover, type Opening } from '@/page/control-popover.ts';
import type { Painter } from '@/page/painter.ts';
import { type ReadingState, readPage } from '@/page/read-page.ts';
import { createMentionListView } from './mention-list-view.tsx';
import { createPopoverView, type PopoverQuestions } from './popover-view.tsx';

/** What a page is explained for as long as. */
export interface Run {
  /** Ends it. */
  readonly signal: AbortSignal;
  /** Ends it if its extension is gone; true while it goes on. */
  goOn(): boolean;
}

/** A page that is being read and explained. */
export interface Explaining {
  /** How many mentions a reader could come to. */
  mentions(): number;
  /** How far the page has been read. */
  progress(): ReadingState;
  /** Goes to the next or previous mention and opens its card; false when there is none. */
  step(direction: 'next' | 'previous'): boolean;
  /** Opens the card of the mention where the reader is; false when there is none. */
  openHere(): boolean;
  /** Opens the list of mentions, or closes it. */
  toggleList(): void;
  /** Ends it and takes away every trace. */
  stop(): void;
}

/** Reads the page, marks what is known and explains what the reader points at, until it is stopped or the run ends. */
export function explainPage(
  page: Document,
  recogniser: Recogniser,
  marks: Settings['marks'],
  ask: PopoverQuestions,
  run: Run,
  opening?: () => Opening,
): Explaining {
  const own = new AbortController();
  const signal = AbortSignal.any([run.signal, own.signal]);
  const painter = choosePainter(page, marks, signal);
  // A run whose extension is gone explains what it has marked as well as it can, and marks nothing more.
  const paint: Painter['paint'] = (occurrences) => run.goOn() && painter.paint(occurrences);
  const reading = readPage({ document: page, recogniser, painter: { ...painter, paint }, signal });
  const shown = () => reading.occurrences().filter((occurrence) => reading.isShown(occurrence));
  // In the order in which they hear of keys: what is in front first.
  const list = createMentionListView(
    page,
    ask.style,
    shown,
    (occurrence) => control.goTo(occurrence),
    signal,
  );
  const view = createPopoverView(page, ask, signal);
  const control = controlPopover(page, painter, reading, view, signal, opening);
  return {
    mentions: () => shown().length,
    progress: () => reading.state(),
    step(direction) {
      list.close();
      return control.step(direction);
    },
    openHere() {
      list.close();
      return control.openHere();
    },
    toggleList: () => list.toggle(),
    stop: () => own.abort(),
  };
}
