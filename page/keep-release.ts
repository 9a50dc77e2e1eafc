import { listen } from './listen.ts';

/**
 * Keeps the release of a key from the page when its press was ours: many pages act when a key comes up. Call the function
 * it gives with the event of the press, after which that key's next release is stopped.
 */
export function keepRelease(view: Window | Document, signal: AbortSignal): (press: KeyboardEvent) => void {
  let kept: string | undefined;
  listen(
    view,
    'keyup',
    (event) => {
      if (event.code === kept) event.stopImmediatePropagation();
      kept = undefined;
    },
    signal,
  );
  return (press) => {
    kept = press.code;
  };
}
