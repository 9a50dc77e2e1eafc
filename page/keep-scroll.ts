import { listen } from './listen.ts';

/**
 * Keeps a wheel turned over an element from scrolling what is behind it. `overscroll-behavior` says the same, but not of
 * boxes with nothing to scroll, and in Firefox not of every wheel.
 */
export function keepScroll(inside: HTMLElement, signal: AbortSignal): void {
  listen(
    inside,
    'wheel',
    (event) => {
      // With this key a wheel zooms.
      if (event.ctrlKey) return;
      const { deltaY } = event;
      const boxes = event.composedPath().filter((box) => box instanceof Element && inside.contains(box));
      if (!boxes.some((box) => box instanceof Element && canScroll(box, deltaY))) event.preventDefault();
    },
    signal,
    { passive: false },
  );
}

function canScroll(box: Element, by: number): boolean {
  const { scrollTop, scrollHeight, clientHeight } = box;
  if (!/auto|scroll/.test(getComputedStyle(box).overflowY)) return false;
  // Heights are rounded.
  return by < 0 ? scrollTop > 0 : scrollTop + clientHeight < scrollHeight - 1;
}
