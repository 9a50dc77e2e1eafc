import { type Platform, type Rect, rectToClientRect } from '@floating-ui/core';
import { parentElementOf } from './dom.ts';

/**
 * What floating-ui asks of a page, for the one case we have: a fixed element in the top layer beside a rectangle in
 * viewport coordinates. A third of the weight of its own DOM platform, which serves every case.
 */
export function createViewportPlatform(floating: HTMLElement): Platform {
  return {
    getElementRects: ({ reference }) => ({
      reference: plainRect(reference.getBoundingClientRect()),
      floating: { x: 0, y: 0, ...sizeOf(floating) },
    }),
    getDimensions: (element) => sizeOf(element),
    // Nothing but the window cuts off what is in the top layer.
    getClippingRect: () => windowRect(floating),
  };
}

function sizeOf(element: HTMLElement): { readonly width: number; readonly height: number } {
  return { width: element.offsetWidth, height: element.offsetHeight };
}

/** The window without its scroll bars, in CSS pixels. */
export function windowRect({ ownerDocument }: HTMLElement): Rect {
  // In quirks mode the window is the body's, and the root element is as high as what the page says, be it more or less.
  const { clientWidth, clientHeight } = ownerDocument.scrollingElement ?? ownerDocument.documentElement;
  const inner = ownerDocument.defaultView?.innerHeight ?? clientHeight;
  const isQuirky = ownerDocument.scrollingElement === null;
  return {
    x: 0,
    y: 0,
    width: clientWidth,
    height: isQuirky ? inner : Math.min(clientHeight || inner, inner),
  };
}

/** Boxes looked at around some words; nobody nests scrolling boxes deeper, and a page must not make us climb for ever. */
const mostBoxes = 200;

/** Whether nothing of some words can be seen: they have been scrolled out of the window, or out of a box around them. */
export function isOutOfSight(words: DOMRect, around: Element | null, window: Rect): boolean {
  let { left, top, right, bottom } = rectToClientRect(window);
  let box = around;
  for (let seen = 0; box !== null && seen < mostBoxes; box = parentElementOf(box), seen++) {
    const { ownerDocument } = box;
    if (box === ownerDocument.body || box === ownerDocument.documentElement) break;
    const { overflowX, overflowY } = getComputedStyle(box);
    if (overflowX === 'visible' && overflowY === 'visible') continue;
    const rect = box.getBoundingClientRect();
    left = Math.max(left, rect.left);
    top = Math.max(top, rect.top);
    right = Math.min(right, rect.right);
    bottom = Math.min(bottom, rect.bottom);
  }
  return words.right <= left || words.bottom <= top || words.left >= right || words.top >= bottom;
}

function plainRect({ x, y, width, height }: DOMRect | Rect): Rect {
  return { x, y, width, height };
}
