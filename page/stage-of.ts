/** A card beside words needs so much of a window, in CSS pixels: its own width, and its height above or below them. */
const least = { width: 430, height: 560 };

/** Where the card of a frame's words stands. */
export interface Stage {
  readonly page: Document;
  readonly window: Window;
  /** The frame in it in which the words are; absent where they are in its own document. */
  readonly frame: Element | undefined;
  /** From the words' coordinates to those of the stage. */
  out(rect: DOMRect): DOMRect;
  /** From the stage's coordinates to those of the words. */
  into(rect: DOMRect): DOMRect;
}

/**
 * The stage of a window's words: the window itself, or, if that is too small for a card, the one around it, as far as both are
 * of one origin. A page of another origin is told nothing of what is in its frames, not even that a card is open.
 */
export function stageOf(window: Window): Stage {
  const frames: Element[] = [];
  let at = window;
  for (let frame = frameOf(at); frame && isSmall(at); frame = frameOf(at)) {
    frames.unshift(frame);
    at = at.parent;
  }
  /** From the words' coordinates to those of the stage, as things stand now. */
  const way = (): DOMMatrix =>
    frames.reduce((matrix, frame) => {
      const { left, top, width } = frame.getBoundingClientRect();
      // What shows a window is laid out as a box, in each of its kinds.
      const scale = width / (frame as HTMLElement).offsetWidth || 1;
      return matrix.translate(left, top).scale(scale).translate(frame.clientLeft, frame.clientTop);
    }, new DOMMatrix());
  return {
    page: at.document,
    window: at,
    frame: frames[0],
    out: (rect) => moved(rect, way()),
    into: (rect) => moved(rect, way().inverse()),
  };
}

function moved(rect: DOMRect, way: DOMMatrix): DOMRect {
  const { x, y } = way.transformPoint(rect);
  return new DOMRect(x, y, rect.width * way.a, rect.height * way.a);
}

/** What shows the window in the one around it; none where that is of another origin. */
const frameOf = (window: Window): Element | null => window.frameElement;

const isSmall = ({ innerWidth, innerHeight }: Window): boolean =>
  innerWidth < least.width || innerHeight < least.height;
