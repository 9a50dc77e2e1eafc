import { render } from 'preact';
import type { CardState } from '@/components/card-state.ts';
import { EntryPopover, moveButtonClass } from '@/components/EntryPopover.tsx';
import type { Receipt } from '@/components/ReceiptLine.tsx';
import type { TrialTools } from '@/components/trial-tools.ts';
import type { EntryId } from '@/core/entry.ts';
import { entryText } from '@/core/entry-text.ts';
import { isAskable } from '@/core/is-askable.ts';
import { receiptWords } from '@/core/receipt-words.ts';
import type { ShownCheck } from '@/core/shown-check.ts';
import type { CardReport, PopoverView, Showing } from '@/page/control-popover.ts';
import { copyText } from '@/page/copy-text.ts';
import { followDrag } from '@/page/follow-drag.ts';
import type { AbbreviationQuestion } from '@/page/gather-evidence.ts';
import { listen } from '@/page/listen.ts';
import { createPopoverHost, type PopoverHost, popoverId } from '@/page/popover-host.ts';
import { type Answers, createAnswers, type EntryQuestion } from './answers.ts';
import type { PageDifferences, RecordComparison } from './page-differences.ts';
import { plainStyle } from './plain-style.ts';
import { tabLeaves } from './tab-leaves.ts';
import { createTrialChecks } from './trial-checks.ts';

/** What the popover asks the background; each rejects when nobody answers. */
export interface PopoverQuestions {
  entry: EntryQuestion;
  style(): Promise<{ readonly css: string }>;
  /** What tells of abbreviations that the page does not define; absent where nobody knows. */
  abbreviations?: AbbreviationQuestion;
  /** Opens the entry in the extension's popup; absent where that is the place already. */
  openInPopup?(id: EntryId): Promise<unknown>;
  /** What trials are checked through; absent where they are not. */
  registry?: RegistryQuestions;
}

/** The live check, as a page may ask for it: it can ask, and never grant. */
export interface RegistryQuestions {
  check(id: string, again: boolean): Promise<ShownCheck>;
  compare: RecordComparison;
  /** Every trial whose card the reader opens is checked: they chose that. */
  isAutomatic(): Promise<boolean>;
}

/** Words that could mean more than this are not explained one by one. */
const otherMeanings = 4;
const headingId = 'ng-heading';
/** How far an arrow key moves a pinned card, in CSS pixels; with Shift held the smaller step. */
const steps = { far: 40, near: 8 };
/** How long a notice stays, in milliseconds. */
const noticeStays = 2500;

/** The card on screen: the way that led to it, and the words it explains. */
interface Visit {
  readonly showing: Showing;
  readonly report: (happened: CardReport) => void;
  /** The cards the reader came through, and those gone back from. */
  readonly trail: readonly CardState[];
  /** Which of them is shown. */
  readonly at: number;
}

/** Draws the popover with Preact into a closed shadow root. Everything ends with the signal. */
export function createPopoverView(
  page: Document,
  ask: PopoverQuestions,
  differences: PageDifferences | undefined,
  signal: AbortSignal,
): PopoverView {
  /** Made when a card is first expected: most pages never need it. */
  let host: PopoverHost | undefined;
  let making: Promise<void> | undefined;
  let visit: Visit | undefined;
  let isPinned = false;
  let notice: string | undefined;
  let noticeEnds: ReturnType<typeof setTimeout> | undefined;
  const answers: Answers = createAnswers(ask.entry);
  const { registry } = ask;
  const checks =
    registry &&
    createTrialChecks(registry.check, (id) => {
      draw();
      const check = checks?.of(id).check;
      if (check?.kind === 'answered') void differences?.learn(check.facts).then(draw);
    });

  const stateOf = (id: EntryId, title: string): CardState => {
    const answer = answers.known(id);
    return answer ? { kind: 'answered', id, title, answer } : { kind: 'waiting', id, title };
  };

  /** The identifier a card is about, if the registry can be asked about it, or cited. */
  const trialOf = (state: CardState): string | undefined => {
    const identifier = state.kind === 'answered' ? state.answer.identifier : undefined;
    return identifier?.fault === undefined ? identifier?.id : undefined;
  };

  const toolsFor = (state: CardState, { showing }: Visit): TrialTools | undefined => {
    const id = trialOf(state);
    if (!checks || id === undefined) return undefined;
    const isHere = showing.occurrence.mention.entryIds[0] === state.id;
    return {
      ...checks.of(id),
      allowsHere: false,
      differences: (isHere && differences?.of(showing.occurrence)) || [],
      now: Date.now(),
      onCheck: (again) => void checks.ask(id, again),
      onAllow: () => {
        // It is allowed there, if at all; here the reader asks again.
        checks.forget(id);
        ask.openInPopup?.(state.id).catch(() => tell('Not opened'));
      },
      onCopy: (text) => copyText(page, text),
    };
  };

  /** Asks about the trial of the card that is shown, if the reader wants that of every card they open. */
  const checkOpened = (): void => {
    const state = visit?.trail[visit.at];
    const id = state && trialOf(state);
    if (!checks || id === undefined) return;
    // It may be on a page that has not been read to its end.
    void differences?.compare().then(draw);
    if (!isAskable(id)) return;
    void registry?.isAutomatic().then(
      (isWanted) => {
        // The card may be another by now.
        if (!isWanted || visit?.trail[visit.at]?.id !== state?.id) return;
        if (checks.of(id).check.kind === 'unasked') void checks.ask(id, false);
      },
      // Who cannot be asked has not said so.
      () => undefined,
    );
  };

  const draw = (): void => {
    const state = visit?.trail[visit.at];
    if (!visit || !state || !host) return;
    const { showing, trail, at, report } = visit;
    const entry = state.kind === 'answered' ? state.answer.entry : null;
    const { openInPopup } = ask;
    render(
      <EntryPopover
        state={state}
        others={state.id === showing.occurrence.mention.entryIds[0] ? othersOf(showing, answers) : []}
        receipt={state.id === showing.occurrence.mention.entryIds[0] ? receiptOf(showing, state) : undefined}
        position={showing.position}
        isPinned={isPinned}
        notice={notice}
        popoverId={popoverId}
        headingId={headingId}
        actions={{
          onBack: at > 0 ? () => goTo(at - 1) : undefined,
          onForward: at < trail.length - 1 ? () => goTo(at + 1) : undefined,
          onCopy: entry ? copy : undefined,
          onPopup:
            openInPopup && entry
              ? () => void openInPopup(entry.id).catch(() => tell('Not opened'))
              : undefined,
          onPin: () => report(isPinned ? 'unpinned' : 'pinned'),
          onMove: () => host?.moveToNextCorner(),
        }}
        tools={toolsFor(state, visit)}
        onFollow={follow}
        onClose={() => report('closed')}
      />,
      host.surface,
    );
  };

  const change = (changed: Partial<Visit>): void => {
    if (visit) visit = { ...visit, ...changed };
    draw();
  };

  /** Says it where it can be seen, and aloud. */
  const tell = (words: string): void => {
    notice = words;
    clearTimeout(noticeEnds);
    noticeEnds = setTimeout(() => {
      notice = undefined;
      draw();
    }, noticeStays);
    host?.say(words);
    draw();
  };

  /** Puts a card behind the one shown, now with what is known, later with the answer. */
  const lookUp = (id: EntryId, title: string): void => {
    if (!visit) return;
    const state = stateOf(id, title);
    const trail = [...visit.trail.slice(0, visit.at + 1), state];
    change({ trail, at: trail.length - 1 });
    if (state.kind === 'answered') {
      checkOpened();
      return;
    }
    const settle = (settled: CardState): void => {
      if (!visit?.trail.includes(state)) return;
      change({ trail: visit.trail.map((card) => (card === state ? settled : card)) });
      checkOpened();
    };
    answers.to(id).then(
      (answer) => settle({ kind: 'answered', id, title, answer }),
      () => settle({ kind: 'lost', id, title }),
    );
  };

  const follow = (id: EntryId): void => {
    const state = visit?.trail[visit.at];
    const linked = state?.kind === 'answered' ? state.answer.related : [];
    const title = linked.find((entry) => entry.id === id)?.title ?? id.slice(id.indexOf(':') + 1);
    lookUp(id, title);
    host?.takeFocus();
  };

  const goTo = (at: number): void => {
    if (!visit?.trail[at]) return;
    change({ at });
    host?.takeFocus();
  };

  const copy = (): void => {
    const state = visit?.trail[visit.at];
    const entry = state?.kind === 'answered' ? state.answer.entry : null;
    if (state?.kind !== 'answered' || !entry) return;
    void copyText(page, entryText(entry, state.answer.verdict)).then((isCopied) =>
      tell(isCopied ? 'Copied' : 'This page allows no copying'),
    );
  };

  const moveBy = (x: number, y: number): void => {
    if (!isPinned) visit?.report('pinned');
    host?.moveBy(x, y);
  };

  /** What the keys do in a card, but for Escape; true when they did it. */
  const pressKey = ({ key, altKey, shiftKey }: KeyboardEvent, on: PopoverHost, here: Visit): boolean => {
    const isOnMove = on.focused()?.classList.contains(moveButtonClass) ?? false;
    const way = ways[key];
    if (altKey && (key === 'ArrowLeft' || key === 'ArrowRight')) {
      goTo(here.at + (key === 'ArrowLeft' ? -1 : 1));
    } else if (isOnMove && way) {
      const step = shiftKey ? steps.near : steps.far;
      on.moveBy(way.x * step, way.y * step);
    } else if (key === 'Tab' && tabLeaves(on.surface, on.focused(), shiftKey)) {
      // What follows the card in the document is not what follows it on screen.
      if (isPinned) on.leaveFocus();
      else here.report('closed');
    } else {
      return false;
    }
    return true;
  };

  // Before whoever decides about opening and closing hears of it: what is pressed in the card is the card's.
  for (const type of ['keydown', 'keypress', 'keyup'] as const) {
    listen(
      page.defaultView ?? page,
      type,
      (event) => {
        if (!visit || !host?.holds(event) || event.key === 'Escape') return;
        if (type === 'keydown' && pressKey(event, host, visit)) event.preventDefault();
        // No letter pressed here is a shortcut of the page.
        event.stopImmediatePropagation();
      },
      signal,
      { passive: false },
    );
  }

  const make = (css: string): void => {
    const made = createPopoverHost(page, css, signal);
    host = made;
    followDrag(
      made.surface,
      (pressed) => (pressed.closest('button') ? null : pressed.closest('.ng-bar')),
      moveBy,
      signal,
    );
    signal.addEventListener('abort', () => render(null, made.surface), { once: true });
  };
  /** Resolves when there is something to draw into; plain, when nobody gives the style, and tried again next time. */
  const ready = (): Promise<void> => {
    making ??= ask.style().then(
      ({ css }) => make(css),
      () => {
        making = undefined;
        make(plainStyle);
      },
    );
    return making;
  };

  return {
    expect(occurrence) {
      void ready();
      for (const id of occurrence.mention.entryIds.slice(0, otherMeanings))
        answers.to(id).catch(() => undefined);
    },
    show(showing, report) {
      const { mention, text, place } = showing.occurrence;
      const [first, ...others] = mention.entryIds;
      if (first === undefined) return;
      const before = isPinned ? visit : undefined;
      const here: Visit = { showing, report, trail: before?.trail ?? [], at: before?.at ?? -1 };
      visit = here;
      void ready().then(() => {
        if (visit?.showing !== showing || !host) return;
        lookUp(first, text);
        for (const id of others.slice(0, otherMeanings - 1)) {
          answers.to(id).then(
            () => visit?.showing === showing && draw(),
            () => undefined,
          );
        }
        host.open({ rects: showing.rects, start: place.start }, (why) =>
          report(why === 'lost' ? 'lost' : 'closed'),
        );
        if (showing.focus) host.takeFocus();
        const { position } = showing;
        if (position) host.say(`Mention ${position.index} of ${position.count}: ${text}`);
      });
    },
    pin(pinned) {
      isPinned = pinned;
      host?.pin(pinned);
      draw();
    },
    hide() {
      visit = undefined;
      isPinned = false;
      notice = undefined;
      clearTimeout(noticeEnds);
      if (!host) return;
      host.close();
      render(null, host.surface);
    },
    rect: () => host?.rect(),
    holds: (event) => host?.holds(event) ?? false,
  };
}

const ways: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

function receiptOf({ occurrence, onShowDefinition }: Showing, state: CardState): Receipt | undefined {
  const { reason } = occurrence.mention;
  const title = state.kind === 'answered' ? (state.answer.entry?.title ?? state.title) : undefined;
  if (reason === undefined || title === undefined) return undefined;
  const words = receiptWords(occurrence.text, title, reason);
  return words === undefined ? undefined : { words, onShow: onShowDefinition };
}

function othersOf(showing: Showing, answers: Answers) {
  return showing.occurrence.mention.entryIds.slice(1, otherMeanings).flatMap((id) => {
    const entry = answers.known(id)?.entry;
    return entry ? [{ id, title: entry.title }] : [];
  });
}
