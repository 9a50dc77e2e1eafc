import { listen } from './listen.ts';

/** So long work goes on before the page gets its turn, in ms. */
const sliceLength = 5;

/** Work that is done a little at a time. */
export interface Work {
  /**
   * Does work until `isOver` says that the slice is, and answers whether there is more. `painted`: there is, and the browser
   * is to show first what has been done.
   */
  slice(isOver: () => boolean): 'more' | 'painted' | 'done';
}

/**
 * Works in slices of a few milliseconds, with turns for the page between them, and rests while nobody sees the page.
 * `turn` is how the page gets its turn: by default no longer than it needs. Returns a function to call when there is
 * (again) something to do: the first slice is then done at once.
 */
export function workInSlices(
  page: Document,
  work: Work,
  signal: AbortSignal,
  turn: () => Promise<void> = turnForThePage,
): () => void {
  let isWorking = false;
  let resume: (() => void) | undefined;
  listen(
    page,
    'visibilitychange',
    () => {
      if (!page.hidden) resume?.();
    },
    signal,
  );

  const whenVisible = (): Promise<void> | undefined => {
    if (!page.hidden) return undefined;
    return new Promise((resolve) => {
      resume = resolve;
    });
  };

  const goOn = async (): Promise<void> => {
    for (;;) {
      if (page.hidden) await whenVisible();
      if (signal.aborted) return;
      const end = performance.now() + sliceLength;
      const result = work.slice(() => performance.now() >= end);
      if (result === 'done') break;
      if (result === 'painted') await nextFrame();
      await turn();
    }
    // At once and not when the promise settles: in between more work may be announced.
    isWorking = false;
  };

  return () => {
    if (isWorking || signal.aborted) return;
    isWorking = true;
    void goOn();
  };
}

/** Lets the page work, and comes back before its other timers do, where the browser knows how. */
function turnForThePage(): Promise<void> {
  const { scheduler } = globalThis;
  // The types say that it is everywhere.
  const canYield: boolean = typeof scheduler !== 'undefined' && 'yield' in scheduler;
  return canYield ? scheduler.yield() : new Promise((resolve) => setTimeout(resolve));
}

/** A frame that nobody sees may never come. */
const longestFrame = 500;

/** Right after the next frame. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, longestFrame);
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
