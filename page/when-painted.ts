import { listen } from './listen.ts';

/**
 * Resolves when the reader first sees something of the page, when it has loaded, or with the signal; of a frame, when that
 * holds for the pages around it too, as far as it can look into them. Asked before where words lie, Firefox lays a page out
 * without the style sheets that are still on their way, and with a frame the page around it, and shows the reader a flash of
 * that ("Layout was forced before the page was fully loaded", it says in the console).
 */
export async function whenPainted(page: Document, signal: AbortSignal): Promise<void> {
  for (let view = page.defaultView; view; view = around(view)) await whenViewPainted(view, signal);
}

async function whenViewPainted(view: Window & typeof globalThis, signal: AbortSignal): Promise<void> {
  if (view.document.readyState === 'complete' || isPainted(view.performance)) return;
  await new Promise<void>((resolve) => {
    const observer = new view.PerformanceObserver((painted) => {
      if (isPainted(painted)) stop();
    });
    const stop = (): void => {
      observer.disconnect();
      resolve();
    };
    observer.observe({ type: 'paint', buffered: true });
    listen(view, 'load', stop, signal);
    signal.addEventListener('abort', stop, { once: true });
  });
}

/** The window around that of a frame, when it is of the same origin. */
function around({ parent, self }: Window): (Window & typeof globalThis) | null {
  try {
    return parent === self ? null : parent.document.defaultView;
  } catch {
    return null;
  }
}

function isPainted(entries: Pick<Performance, 'getEntriesByName'>): boolean {
  return entries.getEntriesByName('first-contentful-paint').length > 0;
}
