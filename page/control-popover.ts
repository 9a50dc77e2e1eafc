import {
  defaultPopoverDelays,
  type PopoverDelays,
  type PopoverEvent,
  type PopoverState,
  popoverAfter,
  popoverDelay,
  shownBy,
} from '@/core/popover-state.ts';
import { attributeOf } from './dom.ts';
import { inCorridor } from './in-corridor.ts';
import { listen } from './listen.ts';
import { markAttribute } from './marked-text.ts';
import type { Occurrence } from './occurrence.ts';
import type { Painter, Point } from './painter.ts';
import { scrollToCalmPlace } from './scroll-to-calm-place.ts';
import { mentionAfter } from './step-through.ts';

/** What is to be shown, and how. */
export interface Showing {
  readonly occurrence: Occurrence;
  /** Where its words are on screen, now and later. */
  readonly rects: () => readonly DOMRect[];
  /** Whether the focus goes into the card: it was asked for with a key. */
  readonly focus: boolean;
  /** Which of the page's mentions it is, counted from one, when the reader steps through them. */
  readonly position?: { readonly index: number; readonly count: number };
}

/** Draws the popover. It decides nothing about when. */
export interface PopoverView {
  /** The reader may be about to ask for this: have the answer ready. Nothing is shown yet. */
  expect(occurrence: Occurrence): void;
  /** Shows the card, in place of any other. `report` takes what happens in it. */
  show(showing: Showing, report: (happened: 'closed' | 'lost') => void): void;
  hide(): void;
  /** Where the card is on screen, while it is shown. */
  rect(): DOMRect | undefined;
  /** Whether an event happened on the card. */
  holds(event: Event): boolean;
}

/** What can be stepped through: the page's mentions in reading order, and which of them a reader can see. */
export interface Mentions {
  occurrences(): readonly Occurrence[];
  isShown(occurrence: Occurrence): boolean;
}

/** The popover, as the rest of the extension may steer it. */
export interface PopoverControl {
  /** Opens the next or previous mention that is shown, with the focus in its card. False when there is none. */
  step(direction: 'next' | 'previous'): boolean;
  /** Closes what is open: marks were erased, or the page is paused. */
  close(): void;
}

/** A pointer that only crosses a word asks for nothing: so long it rests before the answer is fetched, in ms. */
const expectAfter = 80;

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
  delays: PopoverDelays = defaultPopoverDelays,
): PopoverControl {
  const window = page.defaultView;
  if (!window) return { step: () => false, close: () => undefined };
  let state: PopoverState<Occurrence> = { kind: 'closed' };
  let timer = 0;
  let expectTimer = 0;
  let nextFrame = 0;
  /** The reader has just closed this one, or pressed on it: it stays away until the pointer has left it. */
  let quiet: Occurrence | undefined;
  let pointer: Point | undefined;
  let focused: Occurrence | undefined;

  const report = (event: PopoverEvent<Occurrence>, position?: Showing['position']): void => {
    const before = state;
    state = popoverAfter(state, event);
    const asked = event.type === 'key';
    if (state === before && !asked) return;
    window.clearTimeout(timer);
    window.clearTimeout(expectTimer);
    const delay = popoverDelay(state, delays);
    if (delay !== undefined) timer = window.setTimeout(report, delay, { type: 'delay-passed' });
    const wanted =
      state.kind === 'waiting' ? state.target : state.kind === 'leaving' ? state.next : undefined;
    if (wanted) expectTimer = window.setTimeout(() => view.expect(wanted), expectAfter);
    const target = shownBy(state);
    if (target !== shownBy(before)) painter.showCurrent(target);
    if (target === undefined) {
      if (shownBy(before) !== undefined) view.hide();
    } else if (target !== shownBy(before) || asked) {
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
  };

  const hearFromCard = (target: Occurrence) => (happened: 'closed' | 'lost') => {
    if (shownBy(state) !== target) return;
    if (happened === 'closed') quiet = target;
    report({ type: happened === 'closed' ? 'escape' : 'lost' });
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
    const found = painter.occurrenceAt(pointer);
    if (found !== quiet) quiet = undefined;
    if (found && found !== quiet) report({ type: 'pointer-on', target: found });
    else if (!focused) report({ type: 'pointer-off' });
  };

  const follow = (event: PointerEvent): void => {
    if (event.pointerType === 'touch') return;
    if (view.holds(event)) {
      pointer = undefined;
      report({ type: 'pointer-on-card' });
    } else if (event.buttons !== 0) {
      // A pressed button means selecting or dragging: the reader is busy with something else.
      pointer = undefined;
      report({ type: 'pointer-off' });
    } else {
      pointer = { x: event.clientX, y: event.clientY };
      nextFrame ||= window.requestAnimationFrame(lookUnderPointer);
    }
  };

  const leavePage = (): void => {
    pointer = undefined;
    if (!focused) report({ type: 'pointer-off' });
  };

  const press = (event: PointerEvent): void => {
    if (view.holds(event)) {
      report({ type: 'use-card' });
    } else if (event.pointerType !== 'touch') {
      quiet = painter.occurrenceAt({ x: event.clientX, y: event.clientY });
      report({ type: 'press-outside' });
    }
  };

  const touch = (event: MouseEvent): void => {
    if (!('pointerType' in event) || event.pointerType !== 'touch' || view.holds(event)) return;
    const found = painter.occurrenceAt({ x: event.clientX, y: event.clientY });
    const target = event.composedPath()[0];
    const control = target instanceof Element ? controlAround(target) : null;
    const link = control instanceof HTMLAnchorElement ? control : null;
    if (!found || found === shownBy(state) || (control && !link)) {
      report({ type: 'press-outside' });
      return;
    }
    if (link) {
      // A finger cannot point without pressing: its first tap asks what the words are, the next follows the link.
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    report({ type: 'tap', target: found });
  };

  const pressKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && state.kind !== 'closed') {
      if (shownBy(state)) {
        quiet = shownBy(state);
        // One press, one thing closed: a dialog of the page waits for the next.
        event.stopImmediatePropagation();
        event.preventDefault();
      }
      report({ type: 'escape' });
    } else if (event.key === 'Enter' && focused && isOnMark(event) && !hasModifier(event)) {
      event.preventDefault();
      report({ type: 'key', target: focused });
    } else if (state.kind === 'waiting') {
      report({ type: 'pointer-off' });
    }
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
    if (focused) report({ type: 'pointer-on', target: focused });
  };

  const loseFocus = (event: FocusEvent): void => {
    if (!focused || view.holds(event)) return;
    focused = undefined;
    report({ type: 'pointer-off' });
  };

  listen(window, 'pointermove', follow, signal);
  listen(window, 'pointerover', follow, signal);
  listen(page.documentElement, 'pointerleave', leavePage, signal, { capture: false });
  listen(window, 'pointerdown', press, signal);
  listen(window, 'click', touch, signal, { passive: false });
  listen(window, 'keydown', pressKey, signal, { passive: false });
  listen(window, 'focusin', takeFocus, signal);
  listen(window, 'focusout', loseFocus, signal);
  listen(window, 'scroll', () => state.kind === 'waiting' && leavePage(), signal);
  // Back from the back-forward cache, with the pointer somewhere else. Not on leaving: Firefox ends what runs then.
  listen(window, 'pageshow', (event) => event.persisted && report({ type: 'lost' }), signal);
  signal.addEventListener(
    'abort',
    () => {
      window.cancelAnimationFrame(nextFrame);
      report({ type: 'lost' });
    },
    { once: true },
  );

  return {
    step(direction) {
      const shown = mentions.occurrences().filter((occurrence) => mentions.isShown(occurrence));
      const from = shownBy(state);
      const next = mentionAfter(shown, direction, from, (occurrence) => painter.rectsOf(occurrence));
      if (!next) return false;
      scrollToCalmPlace(next.occurrence.place.start.node, () => painter.rectsOf(next.occurrence), window);
      report({ type: 'key', target: next.occurrence }, { index: next.index, count: shown.length });
      return true;
    },
    close: () => report({ type: 'lost' }),
  };
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

function hasModifier(event: KeyboardEvent): boolean {
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
