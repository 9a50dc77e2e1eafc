import { cardNodes, type Handler } from '@/components/card-nodes.ts';
import { copiedWords } from '@/components/copied-words.ts';
import { EntryPopover, moveButtonClass } from '@/components/EntryPopover.tsx';
import { LostCard } from '@/components/LostCard.tsx';
import { NotAdvice } from '@/components/NotAdvice.tsx';
import { WaitingCard } from '@/components/WaitingCard.tsx';
import type { CardAction, CardNode, CardPartName } from '@/core/card-node.ts';
import type { EntryId } from '@/core/entry.ts';
import { cardHeadingId } from '@/core/said-card.ts';
import type { PopoverView } from '@/page/control-popover.ts';
import { copyText } from '@/page/copy-text.ts';
import { followDrag } from '@/page/follow-drag.ts';
import type { AbbreviationQuestion } from '@/page/gather-evidence.ts';
import { listen } from '@/page/listen.ts';
import { createPopoverHost, type PopoverHost, popoverId } from '@/page/popover-host.ts';
import { type Stage, stageOf } from '@/page/stage-of.ts';
import { type Answers, type CardQuestion, createAnswers } from './answers.ts';
import { createCardChecks, type RegistryQuestions } from './card-checks.ts';
import { type CardParts, createCardDrawing, type DrawCard } from './draw-card.ts';
import type { PageDifferences } from './page-differences.ts';
import { plainStyle } from './plain-style.ts';
import { tabLeaves } from './tab-leaves.ts';
import { isOfTheWords, otherMeanings, othersOf, receiptOf, type Step, type Visit } from './visit.ts';

/** What the popover asks the background; each rejects when nobody answers. */
export interface PopoverQuestions {
  card: CardQuestion;
  style(): Promise<{ readonly css: string }>;
  /** What tells of abbreviations that the page does not define; absent where nobody knows. */
  abbreviations?: AbbreviationQuestion;
  /** Opens the entry in the extension's popup; absent where that is the place already. */
  openInPopup?(id: EntryId): Promise<unknown>;
  /** Closes the cards in all frames of the page; absent where it has no frames of ours. */
  closeCards?(): Promise<unknown>;
  /** What trials are checked through; absent where they are not. */
  registry?: RegistryQuestions;
}

/** How far an arrow key moves a pinned card, in CSS pixels; with Shift held the smaller step. */
const steps = { far: 40, near: 8 };
/** How long a notice stays, in milliseconds. */
const noticeStays = 2500;

/** What a button does: what a card asks for by name, or what the popover around it can do itself. */
type Press = CardAction | Handler;

/** Draws the popover into a closed shadow root. Everything ends with the signal that is given. */
export function createPopoverView(
  page: Document,
  ask: PopoverQuestions,
  differences: PageDifferences | undefined,
  whole: AbortSignal,
): PopoverView {
  /** Made when a card is first expected: most pages never need it. */
  let host: PopoverHost | undefined;
  /** Where it stands. */
  let stage: Stage | undefined;
  let hearStage: ((around: Stage, until: AbortSignal) => void) | undefined;
  let making: Promise<void> | undefined;
  let visit: Visit | undefined;
  let isPinned = false;
  let notice: string | undefined;
  let noticeEnds: ReturnType<typeof setTimeout> | undefined;
  let drawCard: DrawCard<Press> | undefined;
  /** What has become of copying, on the card of this entry. */
  let copied: { readonly id: EntryId; readonly words: string } | undefined;
  const answers: Answers = createAnswers(ask.card);
  const { registry } = ask;
  const checks =
    registry &&
    createCardChecks(
      registry,
      (facts) => void differences?.learn(facts).then(draw),
      () => draw(),
    );

  const here = (): Step | undefined => visit?.trail[visit.at];

  const opened = (): void => {
    const step = here();
    if (!step?.said) return;
    // It may be on a page that has not been read to its end.
    if (step.id.startsWith('trial:')) void differences?.compare().then(draw);
    void checks?.opened(step, () => here()?.id === step.id);
  };

  /** What a page adds to a card that was said: how things stand by now. */
  const partsOf = (step: Step, { showing }: Visit): CardParts<Press> =>
    new Map<CardPartName, CardNode<Press>>([
      ['differences', (isOfTheWords(step, showing) && differences?.of(showing.occurrence)) || null],
      ['copied', copied?.id === step.id ? copied.words : null],
      ...(checks?.parts(step) ?? []),
    ]);

  const draw = (): void => {
    const step = here();
    if (!visit || !step || !drawCard) return;
    const { showing, trail, at, report } = visit;
    const { openInPopup } = ask;
    const said = checks?.of(step).card ?? step.said;
    const isFirst = isOfTheWords(step, showing);
    const card =
      said?.body ??
      (step.isLost ? (
        <LostCard title={step.title} headingId={cardHeadingId} />
      ) : (
        <WaitingCard title={step.title} headingId={cardHeadingId} />
      ));
    drawCard(
      cardNodes<Press>(
        <EntryPopover
          id={step.id}
          card={card}
          footer={said?.footer ?? <NotAdvice />}
          others={isFirst ? othersOf(showing, answers) : []}
          receipt={isFirst ? receiptOf(showing, step) : undefined}
          position={showing.position}
          isPinned={isPinned}
          notice={notice}
          popoverId={popoverId}
          headingId={cardHeadingId}
          actions={{
            onBack: at > 0 ? () => goTo(at - 1) : undefined,
            onForward: at < trail.length - 1 ? () => goTo(at + 1) : undefined,
            onCopy: said?.text === undefined ? undefined : copy,
            onPopup: openInPopup && said?.text !== undefined ? () => openElsewhere(step) : undefined,
            onPin: () => report(isPinned ? 'unpinned' : 'pinned'),
            onMove: () => host?.moveToNextCorner(),
          }}
          onFollow={follow}
          onClose={() => report('closed')}
        />,
        (handler) => handler,
      ),
      partsOf(step, visit),
    );
  };

  const openElsewhere = ({ id }: Step): void => void ask.openInPopup?.(id).catch(() => tell('Not opened'));

  const press = (what: Press, element: Element): void => {
    const step = here();
    if (typeof what === 'function') {
      what({ currentTarget: element });
    } else if (step) {
      act(what, step, element);
    }
  };

  /** Does what a button of a card asks for; a card was said elsewhere, so nothing else can be asked for. */
  const act = (action: CardAction, step: Step, pressed: Element): void => {
    switch (action[0]) {
      case 'follow':
        lookUp(action[1], pressed.textContent);
        host?.takeFocus();
        break;
      case 'check':
        void checks?.ask(step, action[1]);
        break;
      case 'allow':
        // It is allowed there, if at all; here the reader asks again.
        checks?.forget(step);
        openElsewhere(step);
        break;
      case 'copy':
        void copyText(stage?.page ?? page, action[1]).then((isCopied) => {
          copied = { id: step.id, words: copiedWords(isCopied, action[2]) };
          draw();
        });
        break;
      default:
        action satisfies never;
    }
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
    const said = answers.known(id);
    const step: Step = { id, title, ...(said && { said }) };
    const trail = [...visit.trail.slice(0, visit.at + 1), step];
    copied = undefined;
    change({ trail, at: trail.length - 1 });
    if (said) {
      opened();
      return;
    }
    const settle = (settled: Step): void => {
      if (!visit?.trail.includes(step)) return;
      change({ trail: visit.trail.map((each) => (each === step ? settled : each)) });
      opened();
    };
    answers.to(id).then(
      (answer) => settle({ ...step, said: answer }),
      () => settle({ ...step, isLost: true }),
    );
  };

  /** One of what the words could mean besides. */
  const follow = (id: EntryId): void => {
    lookUp(id, answers.known(id)?.title ?? id);
    host?.takeFocus();
  };

  const goTo = (at: number): void => {
    if (!visit?.trail[at]) return;
    copied = undefined;
    change({ at });
    host?.takeFocus();
  };

  const copy = (): void => {
    const text = here()?.said?.text;
    if (text === undefined) return;
    void copyText(stage?.page ?? page, text).then((isCopied) =>
      tell(isCopied ? 'Copied' : 'This page allows no copying'),
    );
  };

  const moveBy = (x: number, y: number): void => {
    if (!isPinned) visit?.report('pinned');
    host?.moveBy(x, y);
  };

  /** What the keys do in a card, but for Escape; true when they did it. */
  const pressKey = ({ key, altKey, shiftKey }: KeyboardEvent, on: PopoverHost, at: Visit): boolean => {
    const isOnMove = on.focused()?.classList.contains(moveButtonClass) ?? false;
    const way = ways[key];
    if (altKey && (key === 'ArrowLeft' || key === 'ArrowRight')) {
      goTo(at.at + (key === 'ArrowLeft' ? -1 : 1));
    } else if (isOnMove && way) {
      const step = shiftKey ? steps.near : steps.far;
      on.moveBy(way.x * step, way.y * step);
    } else if (key === 'Tab' && tabLeaves(on.surface, on.focused(), shiftKey)) {
      // What follows the card in the document is not what follows it on screen.
      if (isPinned) on.leaveFocus();
      else at.report('closed');
    } else {
      return false;
    }
    return true;
  };

  // Before whoever decides about opening and closing hears of it: what is pressed in the card is the card's.
  const hearKeys = (window: Window, until: AbortSignal): void => {
    for (const type of ['keydown', 'keypress', 'keyup'] as const) {
      listen(
        window,
        type,
        (event) => {
          if (!visit || !host?.holds(event) || event.key === 'Escape') return;
          if (type === 'keydown' && pressKey(event, host, visit)) event.preventDefault();
          // No letter pressed here is a shortcut of the page.
          event.stopImmediatePropagation();
        },
        until,
        { passive: false },
      );
    }
  };
  const window = page.defaultView;
  if (window) hearKeys(window, whole);

  const make = (css: string): void => {
    if (!window) return;
    const around = stageOf(window);
    const own = new AbortController();
    const signal = AbortSignal.any([whole, own.signal]);
    const made = createPopoverHost(around.page, css, signal);
    stage = around;
    host = made;
    const drawing = createCardDrawing<Press>(made.surface, press, signal);
    drawCard = drawing;
    followDrag(
      made.surface,
      (pressed) => (pressed.closest('button') ? null : pressed.closest('.ng-bar')),
      moveBy,
      signal,
    );
    signal.addEventListener('abort', () => drawing(null), { once: true });
    if (!around.frame) return;
    hearKeys(around.window, signal);
    hearStage?.(around, signal);
    // What stands and listens in another document does not go with this one. Should this one come back, it is made anew.
    const leave = (): void => {
      making = undefined;
      own.abort();
    };
    listen(window, 'pagehide', leave, signal);
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
      visit = { showing, report, trail: before?.trail ?? [], at: before?.at ?? -1 };
      void ready().then(() => {
        if (visit?.showing !== showing || !host) return;
        lookUp(first, text);
        for (const id of others.slice(0, otherMeanings - 1)) {
          answers.to(id).then(
            () => visit?.showing === showing && draw(),
            () => undefined,
          );
        }
        const on = stage;
        const anchor = on?.frame
          ? { rects: () => inStage(showing.rects(), on), start: { node: on.frame, offset: 0 } }
          : { rects: showing.rects, start: place.start };
        host.open(anchor, (why) => report(why === 'lost' ? 'lost' : 'closed'));
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
      host?.close();
      drawCard?.(null);
    },
    rect() {
      const rect = host?.rect();
      return rect && stage?.into(rect);
    },
    onStage(hear) {
      hearStage = hear;
    },
    holds: (event) => host?.holds(event) ?? false,
  };
}

/** Lines that can be seen in their frame, as they are on the stage. */
function inStage(rects: readonly DOMRect[], { out }: Stage): readonly DOMRect[] {
  return rects.filter(({ top, bottom }) => bottom > 0 && top < innerHeight).map(out);
}

const ways: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
