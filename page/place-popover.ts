import { computePosition, flip, type Placement, shift, size } from '@floating-ui/core';
import { parentElementOf } from './dom.ts';
import type { Point } from './painter.ts';
import { createViewportPlatform, isOutOfSight, windowRect } from './viewport-platform.ts';

/** CSS pixels between the words and the popover, and between the popover and the edge of the window. */
const gap = 8;
const margin = 8;

/** Less height than this, and header and footer scroll with the rest. */
const tight = 260;

/** In a window or frame that has less height than this above and below the words, the popover lies over them. */
const least = 120;

/**
 * Puts a fixed element beside some words: under the last line, or above the first when there is more room there; beside
 * the column where text is vertical. On no line, unless the window is too small for anything else; inside the window, no
 * higher than the room there is. True when the words themselves have scrolled out of sight. The element must be
 * `position: fixed` in its style sheet before this is called.
 */
export async function placePopover(
  element: HTMLElement,
  lines: readonly DOMRect[],
  within: Node,
): Promise<boolean> {
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last) return true;
  const contextElement = within instanceof Element ? within : parentElementOf(within);
  const { isVertical, sides } = waysBeside(contextElement);
  const [left, top, right, bottom] = around(lines);

  const platform = createViewportPlatform(element);
  /** All lines across and the gap beside them, one line along: no line is covered, and the card starts where the words do. */
  const words = (line: DOMRect) => ({
    getBoundingClientRect: () =>
      isVertical
        ? new DOMRect(left - gap, line.top, right - left + 2 * gap, line.height)
        : new DOMRect(line.left, top - gap, line.width, bottom - top + 2 * gap),
  });
  const compute = (line: DOMRect, [placement, ...fallbackPlacements]: readonly [Placement, ...Placement[]]) =>
    computePosition(words(line), element, {
      platform,
      strategy: 'fixed',
      placement,
      middleware: [
        flip({ padding: margin, fallbackPlacements }),
        shift({ padding: margin }),
        size({ padding: margin, apply: ({ availableHeight }) => limit(element, availableHeight) }),
      ],
    });
  // Measured at full height first, so that a card that was cut short before can grow again; what was scrolled in it
  // would jump back meanwhile.
  const scrolled = [element, ...element.querySelectorAll('*')].filter((box) => box.scrollTop > 0);
  const tops = scrolled.map((box) => box.scrollTop);
  element.style.removeProperty('max-height');
  element.removeAttribute('data-tight');
  let placed = await compute(last, sides);
  const isAbove = placed.placement.startsWith('top');
  const [preferred, other, ...rest] = sides;
  if (isAbove && first !== last && other) placed = await compute(first, [other, preferred, ...rest]);
  const { height } = windowRect(element);
  const isCramped =
    /^(top|bottom)/.test(placed.placement) && Math.max(top, height - bottom) < least + gap + margin;
  if (isCramped) putInWindow(element, { x: placed.x, y: bottom + gap });
  else putAt(element, placed);
  for (const [index, box] of scrolled.entries()) box.scrollTop = tops[index] ?? 0;
  element.dataset.side = isAbove ? 'above' : 'below';
  return isOutOfSight(
    new DOMRect(left, top, right - left, bottom - top),
    contextElement,
    windowRect(element),
  );
}

/** Puts a fixed element where it is asked to be, as far as that is inside the window, and says where that is. */
export function putInWindow(element: HTMLElement, { x, y }: Point): Point {
  const { width, height } = windowRect(element);
  limit(element, height - 2 * margin);
  const at = {
    x: clamp(x, margin, width - margin - element.offsetWidth),
    y: clamp(y, margin, height - margin - element.offsetHeight),
  };
  putAt(element, at);
  return at;
}

/** Puts a fixed element into the next corner of the window, clockwise from the one it is nearest to. */
export function putInNextCorner(element: HTMLElement): Point {
  const window = windowRect(element);
  const { x, y, width, height } = element.getBoundingClientRect();
  const isRight = x + width / 2 > window.width / 2;
  const isLow = y + height / 2 > window.height / 2;
  return putInWindow(element, { x: isLow ? 0 : window.width, y: isRight ? window.height : 0 });
}

/** On which sides of words a card may stand, best first: never on the line that is read next, if that can be helped. */
function waysBeside(element: Element | null): {
  readonly isVertical: boolean;
  readonly sides: readonly [Placement, ...Placement[]];
} {
  const { direction = 'ltr', writingMode = '' } = element ? getComputedStyle(element) : {};
  if (/^(vertical|sideways)/.test(writingMode)) {
    const sides: [Placement, Placement] = /lr$/.test(writingMode)
      ? ['left-start', 'right-start']
      : ['right-start', 'left-start'];
    return { isVertical: true, sides: [...sides, 'bottom-start', 'top-start'] };
  }
  const sides: [Placement, Placement] =
    direction === 'rtl' ? ['bottom-end', 'top-end'] : ['bottom-start', 'top-start'];
  return { isVertical: false, sides };
}

function around(lines: readonly DOMRect[]): [left: number, top: number, right: number, bottom: number] {
  return [
    Math.min(...lines.map((line) => line.left)),
    Math.min(...lines.map((line) => line.top)),
    Math.max(...lines.map((line) => line.right)),
    Math.max(...lines.map((line) => line.bottom)),
  ];
}

function putAt(element: HTMLElement, { x, y }: Point): void {
  element.style.setProperty('left', `${Math.round(x)}px`);
  element.style.setProperty('top', `${Math.round(y)}px`);
}

function limit(element: HTMLElement, availableHeight: number): void {
  const height = Math.max(Math.floor(availableHeight), 0);
  element.style.setProperty('max-height', `${height}px`);
  element.toggleAttribute('data-tight', height < tight);
}

function clamp(value: number, from: number, to: number): number {
  return Math.max(Math.min(value, to), from);
}
