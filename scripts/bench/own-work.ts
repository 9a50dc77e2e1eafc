/** How much of the page's time our code took since the last reset, in ms. */
export interface OwnWork {
  /** Starts counting anew. `isReached` is asked after every piece of work until it is true once. */
  reset(isReached?: () => boolean): void;
  /** Counts this too. */
  measure<Result>(piece: () => Result): Result;
  /** All that is done when this is called is done: the last slice has no end of its own. */
  stop(): void;
  total(): number;
  /** The longest piece without a turn for the page. */
  longest(): number;
  /** The work until `isReached` was true; `undefined` before. */
  untilReached(): number | undefined;
  /** A timeout that is no work of ours. */
  wait(ms: number): Promise<void>;
  /** The end of the next frame, which is no work of ours either. */
  frame(): Promise<void>;
}

/** Measures whatever the browser calls back from now on, and the slices between two yields. Call it before all else. */
export function watchOwnWork(): OwnWork {
  let total = 0;
  let longest = 0;
  let reached: number | undefined;
  let isReached = (): boolean => false;
  let begun: number | undefined;
  const { setTimeout: plainTimeout, requestAnimationFrame: plainFrame } = globalThis;

  const begin = (): void => {
    begun ??= performance.now();
  };
  const end = (): void => {
    if (begun === undefined) return;
    const took = performance.now() - begun;
    begun = undefined;
    total += took;
    longest = Math.max(longest, took);
    if (reached === undefined && isReached()) reached = total;
  };
  const measure = <Result>(piece: () => Result): Result => {
    if (begun !== undefined) return piece();
    begin();
    try {
      return piece();
    } finally {
      end();
    }
  };
  const measured =
    <Args extends unknown[], Result>(callback: (...args: Args) => Result) =>
    (...args: Args): Result =>
      measure(() => callback(...args));

  const { IntersectionObserver, MutationObserver, ResizeObserver, scheduler } = globalThis;
  Object.assign(globalThis, {
    IntersectionObserver: class extends IntersectionObserver {
      constructor(callback: IntersectionObserverCallback, options?: IntersectionObserverInit) {
        super(measured(callback), options);
      }
    },
    MutationObserver: class extends MutationObserver {
      constructor(callback: MutationCallback) {
        super(measured(callback));
      }
    },
    ResizeObserver: class extends ResizeObserver {
      constructor(callback: ResizeObserverCallback) {
        super(measured(callback));
      }
    },
    requestAnimationFrame(callback: FrameRequestCallback) {
      // A slice that waits for a frame has no yield at its end: it is over when all that runs now is.
      queueMicrotask(end);
      return plainFrame(measured(callback));
    },
    setTimeout: (callback: () => void, ms?: number) => plainTimeout(measured(callback), ms),
  });
  const plainYield = scheduler.yield.bind(scheduler);
  scheduler.yield = async () => {
    end();
    await plainYield();
    begin();
  };

  return {
    reset(newlyReached = () => false) {
      total = 0;
      longest = 0;
      reached = undefined;
      begun = undefined;
      isReached = newlyReached;
    },
    measure,
    stop: end,
    total: () => total,
    longest: () => longest,
    untilReached: () => reached,
    wait: (ms) => new Promise((resolve) => plainTimeout(resolve, ms)),
    frame: () => new Promise((resolve) => plainFrame(() => plainTimeout(resolve))),
  };
}
