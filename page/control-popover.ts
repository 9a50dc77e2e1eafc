import {
  defaultPopoverDelays,
  expectedBy,
  type PopoverDelays,
  type PopoverEvent,
  type PopoverState,
  popoverAfter,
  popoverDelay,
  shownBy,
} from '@/core/popover-state.ts';
import { attributeOf } from './dom.ts';
import { inCorridor } from './in-corridor.ts';
import { keepRelease } from './keep-release.ts';
import { listen } from './listen.ts';
import { markAttribute } from './marked-text.ts';
import type { Occurrence } from './occurrence.ts';
import type { Painter, Point } from './painter.ts';
import { scrollToCalmPlace } from './scroll-to-calm-place.ts';
import type { Stage } from './stage-of.ts';
import { mentionAfter } from './step-through.ts';

/** What is to be shown, and how. */
export interface Showing {
  readonly occurrence: Occurrence;
  /** Where its words are on screen, now and later. */
  readonly rects: () => readonly DOMRect[];
  /** Whether the focus goes into the card: it was asked for with a key. */
  readonly focus: boolean;
  /** Goes to where the page says what the words mean, if it says so elsewhere. */
  readonly onShowDefinition?: () => void;
  /** Which of the page's mentions it is, counted from one, when the reader steps through them. */
  readonly position?: { readonly index: number; readonly count: number };
}

/** What happens in a card that matters outside of it. */
export type CardReport = 'closed' | 'lost' | 'pinned' | 'unpinned';

/** Draws the popover. It decides nothing about when. */
export interface PopoverView {
  /** The reader may be about to ask for this: have the answer ready. Nothing is shown yet. */
  expect(occurrence: Occurrence): void;
  /** Shows the card, in place of any other; in a pinned popover where it stands. `report` takes what happens in it. */
  show(showing: Showing, report: (happened: CardReport) => void): void;
  /** Lets what is shown stay where it is, or follow its words again. */
  pin(isPinned: boolean): void;
  hide(): void;
  /** Where the card is on screen, while it is shown. */
  rect(): DOMRect | undefined;
  /** Whether an event happened on the card. */
  holds(event: Event): boolean;
  /** Tells of the stage, and until when, if cards stand in a window around the words' own. Absent where they never do. */
  onStage?(hear: (stage: Stage, until: AbortSignal) => void): void;
}

/** What can be stepped through: the page's mentions in reading order, and which of them a reader can see. */
export interface Mentions {
  occurrences(): readonly Occurrence[];
  isShown(occurrence: Occurrence): boolean;
  /** What lies under a point, marked or not; absent where everything is marked. */
  anyAt?(point: Point): Occurrence | undefined;
}

/** What makes a card open. A finger opens by a tap and a key by a press, whatever is chosen for the pointer. */
export interface Opening {
  /** By a rest of the pointer; by that only while the modifier key is held; or by a click on the words. */
  readonly mode: 'hover' | 'modifier' | 'click';
  /** With this key held a rest of the pointer opens whatever can be explained, marked or not, in every mode. */
  readonly modifier: 'Alt' | 'Control' | 'Shift' | 'Meta';
  readonly delays: PopoverDelays;
}

/** How cards open for a reader who has chosen nothing. */
export const defaultOpening: Opening = { mode: 'hover', modifier: 'Alt', delays: defaultPopoverDelays };

/** The popover, as the rest of the extension may steer it. */
export interface PopoverControl {
  /** Opens the next or previous mention that is shown, with the focus in its card. False when there is none. */
  step(direction: 'next' | 'previous'): boolean;
  /** Opens the mention where the reader is: focused, selected, pointed at, stepped to, or the first in view. */
  openHere(): boolean;
  /** Goes to a mention and opens its card, with the focus in it. It is counted among those given, or else those marked. */
  goTo(occurrence: Occurrence, among?: readonly Occurrence[]): void;
  /** Closes what is open. */
  close(): void;
}

/** A pointer that only crosses a word asks for nothing: so long it rests before the answer is fetched, in ms. */
const expectAfter = 80;

/** A pointer that goes further than this is following the text, not resting on it, in CSS pixels. */
const atRest = 24;

/** A hand that means to hold still moves a pointer no further than this, in CSS pixels. */
const tremor = 4;

/** Buttons and the like do their own work when touched. */
const interactive =
  'a[href], button, input, select, textarea, label, summary, [role="button"], [role="link"], [onclick]';

/** Turns what the reader does on the page into what the popover does. Everything ends with the signal. */
export function controlPopover(
  page: Document,
  painter: Painter,
  mentions: Mentions,
  view: PopoverView,
  signal: AbortSignal,
  opening: () => Opening = () => defaultOpening,
): PopoverControl {
  const window = page.defaultView;
  if (!window) {
    return { step: () => false, openHere: () => false, goTo: () => undefined, close: () => undefined };
  }
  let state: PopoverState<Occurrence> = { kind: 'closed' };
  let timer = 0;
  let expectTimer = 0;
  let nextFrame = 0;
  /** The reader has just closed this one, or pressed on it: it stays away until the pointer has left it. */
  let quiet: Occurrence | undefined;
  /** It is being closed just now. */
  let dismissed: Occurrence | undefined;
  /** Where the pointer was when the reader closed a card: so near to it nothing is asked for, whatever lies there then. */
  let closedAt: Point | undefined;
  /** Where the pointer is on the page, the card left out. */
  let pointer: Point | undefined;
  /** Where it was seen last, on the page or on the card. */
  let seen: Point | undefined;
  /** Where the pointer came to rest, as far as it does. */
  let resting: Point = { x: 0, y: 0 };
  /** The modifier key is held. */
  let isMeant = false;
  let focused: Occurrence | undefined;
  /** Where the reader stepped to last. */
  let stepped: Occurrence | undefined;
  /** What the last press closed: the click that follows it does not open it again. */
  let pressedAway: Occurrence | undefined;

  const report = (event: PopoverEvent<Occurrence>, position?: Showing['position']): void => {
    const before = state;
    state = popoverAfter(state, event);
    const asked = event.type === 'key';
    if (state === before && !asked) return;
    window.clearTimeout(timer);
    window.clearTimeout(expectTimer);
    const delay = popoverDelay(state, opening().delays);
    if (delay !== undefined) timer = window.setTimeout(report, delay, { type: 'delay-passed' });
    const wanted = expectedBy(state);
    if (wanted) expectTimer = window.setTimeout(() => view.expect(wanted), expectAfter);
    const target = shownBy(state);
    if (target !== shownBy(before)) painter.showCurrent(target);
    if (target === undefined) {
      if (shownBy(before) !== undefined) view.hide();
      return;
    }
    if (target !== shownBy(before) || asked) {
      view.show(
        {
          occurrence: target,
          rects: () => painter.rectsOf(target),
          focus: asked,
          ...(position && { position }),
        },
        hearFromCard(target),
      );
    }
    if ((state.kind === 'pinned') !== (before.kind === 'pinned')) view.pin(state.kind === 'pinned');
  };

  /** The reader closes what is shown. Neither a pointer that stays nor the focus that is given back asks again. */
  const dismiss = (): void => {
    dismissed = shownBy(state);
    closedAt = seen;
    report({ type: 'escape' });
    dismissed = undefined;
  };

  const hearFromCard = (target: Occurrence) => (happened: CardReport) => {
    if (shownBy(state) !== target) return;
    if (happened === 'closed') dismiss();
    else report({ type: eventOf[happened] });
  };

  /** What may be explained under the pointer, and what lies there in any case. */
  const under = (
    at: Point,
  ): { readonly any: Occurrence | undefined; readonly wanted: Occurrence | undefined } => {
    const any = isMeant && mentions.anyAt ? mentions.anyAt(at) : painter.occurrenceAt(at);
    return { any, wanted: isMeant || opening().mode === 'hover' ? any : undefined };
  };

  /** Once a frame at most: where is the pointer now, and what lies under it? */
  const lookUnderPointer = (): void => {
    nextFrame = 0;
    if (!pointer) return;
    const shown = shownBy(state);
    const card = view.rect();
    if (shown && card && inCorridor(pointer, painter.rectsOf(shown), card)) {
      report({ type: 'pointer-on-card' });
      return;
    }
    const { any, wanted } = under(pointer);
    if (closedAt && distance(pointer, closedAt) <= tremor) quiet = any;
    else closedAt = undefined;
    if (any !== quiet) quiet = undefined;
    // What is open stays while the pointer is on its words, with the key held or not.
    const target = any && any === shown ? shown : wanted;
    if (target && target !== quiet) {
      if (expectedBy(state) !== target) resting = pointer;
      report({ type: 'pointer-on', target, meant: isMeant });
      if (distance(pointer, resting) > atRest) {
        resting = pointer;
        report({ type: 'pointer-moves' });
      }
    } else if (!focused) report({ type: 'pointer-off' });
  };

  const lookSoon = (): void => {
    nextFrame ||= window.requestAnimationFrame(lookUnderPointer);
  };

  const follow = (event: PointerEvent, at: Point): void => {
    if (event.pointerType === 'touch') return;
    seen = at;
    if (view.holds(event)) {
      pointer = undefined;
      report({ type: 'pointer-on-card' });
    } else if (event.buttons !== 0) {
      // A pressed button means selecting or dragging: the reader is busy with something else.
      pointer = undefined;
      report({ type: 'pointer-off' });
    } else {
      pointer = seen;
      isMeant = event[flags[opening().modifier]];
      lookSoon();
    }
  };

  const leavePage = (): void => {
    pointer = undefined;
    if (!focused) report({ type: 'pointer-off' });
  };

  const press = (event: PointerEvent, at: Point): void => {
    pressedAway = undefined;
    if (view.holds(event)) {
      report({ type: 'use-card' });
    } else if (event.pointerType !== 'touch') {
      quiet = painter.occurrenceAt(at);
      const shown = shownBy(state);
      report({ type: 'press-outside' });
      if (shown && !shownBy(state)) pressedAway = shown;
    }
  };

  const click = (event: MouseEvent): void => {
    if (!('pointerType' in event) || view.holds(event)) return;
    const isTouch = event.pointerType === 'touch';
    const isAsking =
      isTouch || event.pointerType === 'pen' || (opening().mode === 'click' && isPlain(event, page));
    if (!isAsking) return;
    const found = painter.occurrenceAt({ x: event.clientX, y: event.clientY });
    const target = event.composedPath()[0];
    const control = target instanceof Element ? controlAround(target) : null;
    // A finger cannot point without pressing: its first tap on a link asks what the words are, the next follows it.
    const link = isTouch && control instanceof HTMLAnchorElement ? control : null;
    if (!found || found === shownBy(state) || found === pressedAway || (control && !link)) {
      report({ type: 'press-outside' });
      return;
    }
    if (link) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    report({ type: 'tap', target: found });
  };

  const keep = keepRelease(window, signal);
  const pressKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && state.kind !== 'closed') {
      if (shownBy(state)) {
        // One press, one thing closed: a dialog of the page waits for the next.
        event.stopImmediatePropagation();
        event.preventDefault();
        keep(event);
      }
      dismiss();
    } else if (event.key === 'Enter' && focused && isOnMark(event) && !hasModifier(event)) {
      event.preventDefault();
      report({ type: 'key', target: focused });
    } else if (event.key === opening().modifier) {
      isMeant = true;
      lookSoon();
    } else if (state.kind === 'waiting') {
      report({ type: 'pointer-off' });
    }
  };

  const releaseKey = (event: KeyboardEvent): void => {
    if (event.key !== opening().modifier) return;
    isMeant = false;
    // Alt alone opens the browser's menu; not where it was held to have something explained.
    if (state.kind !== 'closed') event.preventDefault();
    lookSoon();
  };

  /** Marks that can take the focus are explained when they have it, as they are under the pointer. */
  const takeFocus = (event: FocusEvent): void => {
    if (view.holds(event)) {
      focused = undefined;
      report({ type: 'use-card' });
      return;
    }
    const element = event.composedPath()[0];
    focused = element instanceof HTMLElement ? markUnder(element, painter) : undefined;
    if (focused && focused !== dismissed && opening().mode === 'hover')
      report({ type: 'pointer-on', target: focused });
  };

  const loseFocus = (event: FocusEvent): void => {
    if (!focused || view.holds(event)) return;
    focused = undefined;
    report({ type: 'pointer-off' });
  };

  /** What the reader does in a window; in that of the stage it concerns us while a card is shown. */
  const hear = (on: Window, until: AbortSignal, stage?: Stage): void => {
    const heard =
      <E extends UIEvent>(act: (event: E, at: Point) => void) =>
      (event: E): void => {
        if (stage && !shownBy(state)) return;
        const { clientX = 0, clientY = 0 } = event as Partial<MouseEvent>;
        const at = new DOMRect(clientX, clientY);
        act(event, stage?.into(at) ?? at);
      };
    listen(on, 'pointermove', heard(follow), until);
    listen(on, 'pointerover', heard(follow), until);
    listen(on, 'pointerdown', heard(press), until);
    listen(on, 'keydown', heard(pressKey), until, { passive: false });
    listen(on, 'keyup', heard(releaseKey), until, { passive: false });
    listen(on, 'focusin', heard(takeFocus), until);
  };
  hear(window, signal);
  view.onStage?.((stage, until) => hear(stage.window, until, stage));
  listen(page.documentElement, 'pointerleave', leavePage, signal, { capture: false });
  listen(window, 'click', click, signal, { passive: false });
  listen(window, 'focusout', loseFocus, signal);
  listen(window, 'blur', ({ target }) => target === window && leavePage(), signal);
  listen(window, 'scroll', () => state.kind === 'waiting' && leavePage(), signal);
  // Back from the back-forward cache, with the pointer somewhere else. Not on leaving: Firefox ends what runs then.
  listen(window, 'pageshow', (event) => event.persisted && report({ type: 'end' }), signal);
  signal.addEventListener(
    'abort',
    () => {
      window.cancelAnimationFrame(nextFrame);
      report({ type: 'end' });
    },
    { once: true },
  );

  const rectsOf = (occurrence: Occurrence): readonly DOMRect[] => painter.rectsOf(occurrence);
  const shownMentions = (): readonly Occurrence[] =>
    mentions.occurrences().filter((occurrence) => mentions.isShown(occurrence));
  /** What is not marked is not counted either. */
  const goTo = (occurrence: Occurrence, shown: readonly Occurrence[]): void => {
    const index = shown.indexOf(occurrence) + 1;
    stepped = occurrence;
    scrollToCalmPlace(occurrence.place.start.node, () => rectsOf(occurrence), window);
    report({ type: 'key', target: occurrence }, index > 0 ? { index, count: shown.length } : undefined);
  };

  return {
    step(direction) {
      const shown = shownMentions();
      const from = shownBy(state) ?? (stepped && isInWindow(rectsOf(stepped), window) ? stepped : undefined);
      const next = mentionAfter(shown, direction, from, rectsOf);
      if (next) goTo(next, shown);
      return next !== undefined;
    },
    openHere() {
      const shown = shownMentions();
      const inView = shown.filter((occurrence) => isInWindow(rectsOf(occurrence), window));
      const here =
        focused ??
        selectedOf(shown, page.getSelection(), mentions) ??
        (pointer && under(pointer).any) ??
        (stepped && inView.includes(stepped) ? stepped : inView[0]);
      if (here) goTo(here, shown);
      return here !== undefined;
    },
    goTo: (occurrence, among) => goTo(occurrence, among ?? shownMentions()),
    close: dismiss,
  };
}

const distance = (from: Point, to: Point): number => Math.hypot(from.x - to.x, from.y - to.y);

const flags = { Alt: 'altKey', Control: 'ctrlKey', Shift: 'shiftKey', Meta: 'metaKey' } as const;

const eventOf = { lost: 'lost', pinned: 'pin', unpinned: 'unpin' } as const;

/** One click of the main button that neither selects nor is the browser's own: the second of a double click selects. */
function isPlain(event: MouseEvent, page: Document): boolean {
  return (
    event.button === 0 && event.detail === 1 && !hasModifier(event) && page.getSelection()?.type !== 'Range'
  );
}

function isInWindow(rects: readonly DOMRect[], { innerWidth, innerHeight }: Window): boolean {
  return rects.some(
    ({ left, top, right, bottom }) => right > 0 && bottom > 0 && left < innerWidth && top < innerHeight,
  );
}

/** The first mention in what is selected, or around the caret; one that is not marked, where the selection begins in it. */
function selectedOf(
  occurrences: readonly Occurrence[],
  selection: Selection | null,
  { anyAt }: Mentions,
): Occurrence | undefined {
  const range = selection?.rangeCount ? selection.getRangeAt(0) : undefined;
  const root = range?.commonAncestorContainer.getRootNode();
  const [line] = range?.getClientRects() ?? [];
  const marked = occurrences.find(
    ({ place: { start, end } }) =>
      range !== undefined &&
      start.node.getRootNode() === root &&
      range.comparePoint(start.node, start.offset) <= 0 &&
      range.comparePoint(end.node, end.offset) >= 0,
  );
  return marked ?? (line && anyAt?.({ x: line.left + 1, y: line.top + line.height / 2 }));
}

/** What would do something when pressed here. Asked through the prototype: a page can name a form's field `closest`. */
function controlAround(element: Element): Element | null {
  return Element.prototype.closest.call(element, interactive);
}

/** A link or a button of the page that is marked keeps its Enter: only our own marks are pressed to be explained. */
function isOnMark(event: Event): boolean {
  const target = event.composedPath()[0];
  return target instanceof Element && attributeOf(target, markAttribute) !== null;
}

function hasModifier(event: KeyboardEvent | MouseEvent): boolean {
  return event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
}

/** The mention a focused element is the mark of: the one under the middle of its first line, if that is all it holds. */
function markUnder(element: HTMLElement, painter: Painter): Occurrence | undefined {
  if (!element.matches(':focus-visible')) return undefined;
  const [line] = element.getClientRects();
  if (!line) return undefined;
  const found = painter.occurrenceAt({ x: line.left + line.width / 2, y: line.top + line.height / 2 });
  return found && element.textContent !== null && found.text.startsWith(element.textContent)
    ? found
    : undefined;
}
