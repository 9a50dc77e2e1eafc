import type { EntryId } from '@/core/entry.ts';
import { mostFinds, type PageFind } from '@/core/page-finds.ts';
import type { Definition, Recogniser } from '@/core/recognise.ts';
import type { Settings } from '@/core/settings.ts';
import type { MarkChoice } from '@/page/choose-marks.ts';
import { choosePainter } from '@/page/choose-painter.ts';
import { controlPopover, type Opening, type PopoverView } from '@/page/control-popover.ts';
import { openRootOf } from '@/page/dom.ts';
import { hearNewRoot } from '@/page/hear-new-root.ts';
import { kindOf } from '@/page/kind-of.ts';
import { listen } from '@/page/listen.ts';
import { mentionAt } from '@/page/mention-at.ts';
import type { Occurrence } from '@/page/occurrence.ts';
import type { Painter, Point } from '@/page/painter.ts';
import { type ReadingState, readPage } from '@/page/read-page.ts';
import type { RootOf } from '@/page/shadow-trees.ts';
import { createMentionListView } from './mention-list-view.tsx';
import { createPageDifferences } from './page-differences.ts';
import { createPopoverView, type PopoverQuestions } from './popover-view.tsx';

/** Of more mentions than these it is not asked one by one whether they are shown: it would keep the page waiting. */
const mostLookedAt = 2_000;

/** What a page is explained for as long as. */
export interface Run {
  /** Ends it. */
  readonly signal: AbortSignal;
  /** Ends it if its extension is gone; true while it goes on. */
  goOn(): boolean;
}

/** A page that is being read and explained. */
export interface Explaining {
  /** How many mentions a reader could come to, marked or not. */
  mentions(): number;
  /** The entries they are of, in the order in which they appear. */
  finds(): PageFind[];
  /** How far the page has been read. */
  progress(): ReadingState;
  /** Whether the page is so dense that less is marked than the reader chose. */
  isQuiet(): boolean;
  /** Goes to the next or previous mention and opens its card; false when there is none. */
  step(direction: 'next' | 'previous'): boolean;
  /** Opens the card of the mention where the reader is; false when there is none. */
  openHere(): boolean;
  /** Opens the list of mentions, or closes it. */
  toggleList(): void;
  /** Closes the card that is open. */
  close(): void;
  /** Goes to the first mention of an entry and opens its card; false when there is none. */
  show(entryId: EntryId): boolean;
  /** All that the page holds, marked or not, once it has been read. */
  everything(): Promise<WholeReading>;
  /** Does from now on what the reader chose. */
  apply(choice: ExplainingChoice): void;
  /** Ends it and takes away every trace. */
  stop(): void;
}

/** All that a page holds. */
export interface WholeReading {
  readonly occurrences: readonly Occurrence[];
  /** What it says its abbreviations mean. */
  readonly definitions: readonly Definition[];
}

/** What the reader chose, as it comes to on this page. */
export interface ExplainingChoice {
  readonly settings: Settings;
  /** The kinds that are marked. */
  readonly kinds: MarkChoice['kinds'];
}

/** What explaining a page needs. */
export interface ExplainOptions {
  readonly page: Document;
  /** Only what lies in this element is read; absent: all of the page. */
  readonly within?: Element;
  readonly recogniser: Recogniser;
  readonly choice: ExplainingChoice;
  readonly ask: PopoverQuestions;
  /** Gives the shadow root of an element; absent: only those everybody can see. */
  readonly rootOf?: RootOf;
  /** Called each time all that is there has been read. */
  readonly onRead?: () => void;
  /** Called each time a card opens, with what it explains. */
  readonly onExplain?: (occurrence: Occurrence) => void;
  readonly run: Run;
}

/** Reads the page, marks what is known and explains what the reader points at, until it is stopped or the run ends. */
export function explainPage(options: ExplainOptions): Explaining {
  const { page, within, recogniser, choice, ask, onRead, run, rootOf = openRootOf } = options;
  let chosen = choice;
  let own = new AbortController();

  const start = () => {
    const { marks, underline } = chosen.settings;
    const signal = AbortSignal.any([run.signal, own.signal]);
    const painter = choosePainter(page, marks, signal, underline, rootOf);
    let hasNewTrials = false;
    // A run whose extension is gone explains what it has marked as well as it can, and marks nothing more.
    const paint: Painter['paint'] = (occurrences) => {
      if (!run.goOn()) return;
      hasNewTrials ||= occurrences.some((occurrence) => kindOf(occurrence) === 'trial');
      painter.paint(occurrences);
    };
    const compare = (): void => {
      if (hasNewTrials) void differences?.compare();
      hasNewTrials = false;
    };
    const reading = readPage({
      document: page,
      recogniser,
      painter: { ...painter, paint },
      choice: marksOf(chosen),
      rootOf,
      ...(within && { within }),
      onRead: () => {
        // Once this reading is over.
        queueMicrotask(compare);
        onRead?.();
      },
      ...(ask.abbreviations && { abbreviations: ask.abbreviations }),
      signal,
    });
    const marked = {
      occurrences: () => reading.occurrences().filter((occurrence) => reading.isMarked(occurrence)),
      isShown: (occurrence: Occurrence) => reading.isShown(occurrence),
      anyAt: (point: Point) =>
        painter.occurrenceAt(point) ??
        mentionAt(page, point, reading, painter, rootOf) ??
        mentionAt(page, point, { occurrences: reading.undecided }, painter, rootOf),
    };
    // In the order in which they hear of keys: what is in front first.
    const list = createMentionListView(
      page,
      ask.style,
      () => shown(),
      (occurrence) => control.goTo(occurrence, shown()),
      signal,
    );
    const differences =
      ask.registry && createPageDifferences(ask.registry.compare, reading.occurrences, painter);
    const drawn = createPopoverView(page, ask, differences, signal);
    const show: PopoverView['show'] = (showing, report) => {
      const definition = reading.definitionOf(showing.occurrence);
      const isElsewhere = definition && definition !== showing.occurrence;
      drawn.show(
        { ...showing, ...(isElsewhere && { onShowDefinition: () => control.goTo(definition) }) },
        report,
      );
      options.onExplain?.(showing.occurrence);
    };
    const view = { ...drawn, show };
    const control = controlPopover(page, painter, marked, view, signal, () => opening(chosen));
    closeInOtherFrames(page, ask, signal);
    return { reading, control, list };
  };
  let { reading, control, list } = start();
  const startAgain = (): void => {
    own.abort();
    own = new AbortController();
    ({ reading, control, list } = start());
  };
  const whole = new AbortController();
  hearNewRoot(page, startAgain, AbortSignal.any([run.signal, whole.signal]));
  const shown = () => {
    const all = reading.occurrences();
    return all.length > mostLookedAt ? all : all.filter((occurrence) => reading.isShown(occurrence));
  };

  return {
    mentions: () => shown().length,
    finds() {
      const counts = new Map<EntryId, number>();
      for (const { mention } of shown()) {
        for (const id of mention.entryIds.slice(0, 1)) counts.set(id, (counts.get(id) ?? 0) + 1);
      }
      return [...counts].slice(0, mostFinds).map(([entryId, count]) => ({ entryId, count }));
    },
    progress: () => reading.state(),
    isQuiet: () => reading.isQuiet(),
    step(direction) {
      list.close();
      return control.step(direction);
    },
    openHere() {
      list.close();
      return control.openHere();
    },
    toggleList() {
      control.close();
      list.toggle();
    },
    close: () => control.close(),
    show(entryId) {
      const named = shown().filter(({ mention }) => mention.entryIds.includes(entryId));
      const target = named.find((occurrence) => reading.isMarked(occurrence)) ?? named[0];
      if (target) control.goTo(target);
      return target !== undefined;
    },
    async everything() {
      await reading.whenRead();
      return { occurrences: reading.occurrences(), definitions: reading.definitions() };
    },
    apply(wanted) {
      const before = chosen.settings;
      chosen = wanted;
      if (before.marks !== wanted.settings.marks || before.underline !== wanted.settings.underline) {
        // Another painter: it begins with the page as it is without us.
        startAgain();
      } else {
        reading.choose(marksOf(wanted));
      }
    },
    stop() {
      whole.abort();
      own.abort();
    },
  };
}

/**
 * Escape is for the card that is open, and keys go to the frame that has the focus: what is open under the pointer may be
 * in another. Asked for before the popover is controlled, it would hear of keys that closed a card here.
 */
function closeInOtherFrames(page: Document, { closeCards }: PopoverQuestions, signal: AbortSignal): void {
  const window = page.defaultView;
  if (!window || !closeCards) return;
  const close = ({ key, repeat }: KeyboardEvent): void => {
    const hasOthers = window.parent !== window || window.frames.length > 0;
    if (key === 'Escape' && !repeat && hasOthers) closeCards().catch(() => undefined);
  };
  listen(window, 'keydown', close, signal);
}

function marksOf({ settings, kinds }: ExplainingChoice): MarkChoice {
  return { kinds, density: settings.density, quiet: settings.quiet };
}

function opening({ settings }: ExplainingChoice): Opening {
  const { open, modifier, openAfter, closeAfter } = settings;
  return { mode: open, modifier, delays: { open: openAfter, close: closeAfter } };
}
