import { isConnected, isElement, isText, parentOf } from './dom.ts';
import { keepScroll } from './keep-scroll.ts';
import { listen, refuseUntrusted } from './listen.ts';
import type { Point } from './painter.ts';
import { placePopover, putInNextCorner, putInWindow } from './place-popover.ts';

/** Where the words are on screen, one rectangle a line; empty when they are not. */
type Anchor = {
  rects(): readonly DOMRect[];
  /** Where the words begin: the popover goes where this can be reached (a modal dialog, a full-screen element). */
  readonly start: Start;
};

/** Where words begin, or what shows the window they are in. */
interface Start {
  readonly node: Node;
  readonly offset: number;
}

/** A place above the page that no style of the page reaches. In the document only while something is shown. */
export interface PopoverHost {
  /** What to draw into. The same element for ever. */
  readonly surface: HTMLElement;
  /**
   * Shows the surface beside the words, and follows them; without words it stands by itself in the window. Says once when
   * it has to end: `lost`, the words are gone from view; `refused`, the page does not let us stand.
   */
  open(anchor: Anchor | undefined, end: (why: 'lost' | 'refused') => void): void;
  /** Lets the surface stay where it is, whatever becomes of the words; or lets it follow them again. */
  pin(isPinned: boolean): void;
  /** Moves a pinned surface by so many CSS pixels, inside the window. */
  moveBy(x: number, y: number): void;
  /** Moves a pinned surface into the next corner of the window. */
  moveToNextCorner(): void;
  /** Has a screen reader say something when it has nothing else to say. */
  say(words: string): void;
  /** Takes everything out of the document; gives the focus back if it was in here. */
  close(): void;
  /** Puts the focus on the surface's dialog, or on what else is named by a selector. */
  takeFocus(selector?: string): void;
  /** Where the surface is on screen, while it is shown. */
  rect(): DOMRect | undefined;
  /** Whether the event happened on the surface. */
  holds(event: Event): boolean;
  /** What has the focus, if it is in here. */
  focused(): Element | null;
  /** Gives the focus back to where it was, and stays. */
  leaveFocus(): void;
}

/** The custom element's name; the page sees it only while something is shown. */
export const popoverHostName = 'naltrexone-gloss';

/** Id of the popover in the host's root. */
export const popoverId = 'ng-frame';

/** A page may sweep us away with the rest of its content; one that does it so often does not want us. */
const mostReturns = 20;

/** A live region is heard when something changes in it, not when it comes with something in it: so long it is empty, in ms. */
const beforeSaying = 150;

/** What a page could fake to press something inside. */
const acted = [
  'click',
  'auxclick',
  'dblclick',
  'contextmenu',
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'touchstart',
  'touchend',
  'keydown',
  'keyup',
  'keypress',
  'input',
  'change',
  'submit',
  'focusin',
  'focusout',
  'toggle',
];

/** Every host of this script. */
const hosts = new Set<Element>();

/** Whether what is pressed now goes to a host of this script, in whatever document it stands. */
export function isHostFocused(): boolean {
  return [...hosts].some(
    (host) => host.ownerDocument.hasFocus() && host.ownerDocument.activeElement === host,
  );
}

/**
 * Makes the host: a custom element with a closed shadow root, whose one child is in the top layer
 * (`popover="manual"`). `css` is all the style there is. It stands in `page`, which may be the document around our own.
 */
export function createPopoverHost(page: Document, css: string, signal: AbortSignal): PopoverHost {
  // Comes from an empty document: a page that has defined an element by this name would be handed its root. Of our own: what
  // is an element here is none to the code of another document.
  const host = page.adoptNode(document.implementation.createHTMLDocument('').createElement(popoverHostName));
  hosts.add(host);
  const root = host.attachShadow({ mode: 'closed' });
  adoptStyles(page, root, css);
  const frame = document.createElement('div');
  frame.id = popoverId;
  frame.className = 'ng-frame';
  frame.setAttribute('popover', 'manual');
  const surface = document.createElement('div');
  surface.className = 'ng-surface';
  const voice = document.createElement('p');
  voice.className = 'ng-unseen';
  voice.setAttribute('role', 'status');
  frame.append(surface, voice);
  root.append(frame);
  refuseUntrusted(root, acted, signal);
  keepScroll(frame, signal);

  let shown:
    | { readonly anchor: Anchor | undefined; readonly end: (why: 'lost' | 'refused') => void }
    | undefined;
  /** Where its corner is, while nothing but the window decides about it. */
  let free: Point | undefined;
  let focusBefore: Element | null = null;
  let wasEntered = false;
  let nextFrame = 0;
  let saying: ReturnType<typeof setTimeout> | undefined;
  let lastSeen = '';
  let home: Element | undefined;
  let returns = 0;

  /** The one place from which the words' surroundings and we can both be reached. */
  const settle = (anchor: Anchor | undefined): void => {
    const wanted = homeOf(free ? undefined : anchor?.start.node, page);
    if (host.parentNode !== wanted) {
      if (home === wanted) returns += 1;
      home = wanted;
      // Moving closes a popover, and takes the focus away without a word.
      const focused = root.activeElement;
      wanted.append(host);
      lastSeen = '';
      raise(frame);
      if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    } else if (!frame.matches(':popover-open')) {
      raise(frame);
    }
    // A page that is zoomed by its style would zoom us with it; the size of our text is the reader's.
    frame.style.setProperty('zoom', String(1 / host.currentCSSZoom));
  };

  const place = (anchor: Anchor | undefined, rects: readonly DOMRect[]): void => {
    if (free) {
      free = putInWindow(frame, free);
      return;
    }
    if (!anchor) {
      putInWindow(frame, middleOf(page, frame));
      return;
    }
    void placePopover(frame, rects, anchor.start.node).then((isOut) => {
      if (isOut && shown?.anchor === anchor && !free) shown.end('lost');
    });
  };

  /**
   * Once a frame while something is shown: layout moves for more reasons than there are events for (scrolling,
   * resizing, images, fonts, a dialog closing over us), and reading two rectangles a frame costs next to nothing.
   */
  const follow = (): void => {
    if (!shown) return;
    const { anchor, end } = shown;
    const rects = free || !anchor ? [] : anchor.rects();
    const isLost = anchor !== undefined && (rects.length === 0 || !isConnected(anchor.start.node));
    if (returns > mostReturns) {
      end('refused');
      return;
    }
    if (!free && (isLost || isBarred(page))) {
      end('lost');
      return;
    }
    if (isBarred(page)) {
      if (frame.matches(':popover-open')) frame.hidePopover();
    } else {
      settle(anchor);
      const seen = layoutSeen(page, rects, frame);
      if (seen !== lastSeen) {
        lastSeen = seen;
        place(anchor, rects);
      }
    }
    nextFrame = requestAnimationFrame(follow);
  };

  const close = (): void => {
    cancelAnimationFrame(nextFrame);
    clearTimeout(saying);
    voice.textContent = '';
    const before = shown;
    shown = undefined;
    free = undefined;
    home = undefined;
    returns = 0;
    lastSeen = '';
    const hadFocus = root.activeElement !== null;
    host.remove();
    if (hadFocus && before) giveFocusBack(page, focusBefore, wasEntered ? before.anchor?.start : undefined);
    focusBefore = null;
    wasEntered = false;
  };

  for (const type of ['fullscreenchange', 'toggle', 'close'] as const) {
    listen(page, type, () => shown && settle(shown.anchor), signal);
  }
  signal.addEventListener(
    'abort',
    () => {
      close();
      hosts.delete(host);
    },
    { once: true },
  );

  return {
    surface,
    open(anchor, end) {
      if (signal.aborted) return;
      cancelAnimationFrame(nextFrame);
      if (root.activeElement === null) focusBefore = deepActiveElement(page);
      shown = { anchor, end };
      lastSeen = '';
      follow();
    },
    pin(isPinned) {
      if (!shown) return;
      const { x, y } = frame.getBoundingClientRect();
      free = isPinned ? { x, y } : undefined;
      lastSeen = '';
    },
    moveBy(x, y) {
      if (free) free = putInWindow(frame, { x: free.x + x, y: free.y + y });
    },
    moveToNextCorner() {
      if (free) free = putInNextCorner(frame);
    },
    say(words) {
      clearTimeout(saying);
      voice.textContent = '';
      saying = setTimeout(() => {
        voice.textContent = words;
      }, beforeSaying);
    },
    close,
    takeFocus(selector = '[role="dialog"]') {
      wasEntered = true;
      const target = surface.querySelector(selector);
      if (target instanceof HTMLElement) target.focus({ preventScroll: true });
    },
    rect: () => (shown && host.isConnected ? frame.getBoundingClientRect() : undefined),
    holds: (event) => event.composedPath().includes(host),
    focused: () => root.activeElement,
    leaveFocus: () => giveFocusBack(page, focusBefore, shown?.anchor?.start),
  };
}

/** A constructable sheet passes every page CSP; where there is none, a style element does in all but one case. */
function adoptStyles(page: Document, root: ShadowRoot, css: string): void {
  try {
    // One of another document is refused.
    const { CSSStyleSheet: Sheet } = page.defaultView as Window & typeof globalThis;
    const sheet = new Sheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement('style');
    style.textContent = css;
    root.prepend(style);
  }
}

function raise(frame: HTMLElement): void {
  if (frame.matches(':popover-open')) frame.hidePopover();
  frame.showPopover();
}

/**
 * `:modal` is a dialog shown as modal, or a full-screen element: outside of it nothing can be pressed. The one around
 * the words counts, else the last one on the page, else the document itself.
 */
function homeOf(node: Node | undefined, page: Document): Element {
  for (let at: Node | null = node ?? null; at; at = at instanceof ShadowRoot ? at.host : parentOf(at)) {
    if (isElement(at) && isModal(at) && canHold(at)) return at;
  }
  const modals = [...page.querySelectorAll(':modal')].filter(canHold);
  return modals.at(-1) ?? page.documentElement;
}

/** Asked through the prototype: a page can name a form's field `matches`. */
function isModal(element: Element): boolean {
  return Element.prototype.matches.call(element, ':modal');
}

/** Whether a picture, a film or a frame has the whole screen: who watches it reads nothing, and it is not ours to cover. */
function isBarred({ fullscreenElement }: Document): boolean {
  return fullscreenElement !== null && !canHold(fullscreenElement);
}

/** A full-screen picture, film or frame shows no child of its own. */
function canHold(element: Element): boolean {
  return isHtml(element) && !element.matches('img, video, canvas, iframe, object, embed');
}

/** An element of whatever document: each has its own classes. */
function isHtml(element: Element): element is HTMLElement {
  return 'popover' in element;
}

/** Where something stands by itself: in the middle, a little below the top. */
function middleOf({ documentElement: root }: Document, frame: HTMLElement): Point {
  return { x: (root.clientWidth - frame.offsetWidth) / 2, y: root.clientHeight / 10 };
}

function layoutSeen(page: Document, rects: readonly DOMRect[], frame: HTMLElement): string {
  const view = page.defaultView;
  const lines = rects.map(({ x, y, width, height }) => `${x},${y},${width},${height}`);
  return [view?.innerWidth, view?.innerHeight, frame.scrollHeight, frame.offsetWidth, ...lines].join(' ');
}

/** What has the focus, in whatever shadow tree or frame; of another origin's the frame. */
function deepActiveElement(page: Document): Element | null {
  let active = page.activeElement;
  for (let inner: Element | null | undefined = active; inner && !isBody(inner); inner = activeIn(inner))
    active = inner;
  return active;
}

const activeIn = (element: Element): Element | null | undefined =>
  element.shadowRoot?.activeElement ?? (element as HTMLIFrameElement).contentDocument?.activeElement;

const isBody = ({ localName }: Element): boolean => localName === 'body';

/**
 * Back to the element that had it. Where none had it, a reader who came with a key goes on from the words: an empty
 * selection there is where the next Tab starts. A selection that holds something is left alone.
 */
function giveFocusBack(page: Document, before: Element | null, words: Start | undefined): void {
  if (before && isHtml(before) && isConnected(before) && !isBody(before)) {
    HTMLElement.prototype.focus.call(before, { preventScroll: true });
    return;
  }
  const selection = page.getSelection();
  if (words && isConnected(words.node) && (!selection || selection.isCollapsed)) {
    selection?.collapse(words.node, isText(words.node) ? Math.min(words.offset, words.node.length) : 0);
  }
}
