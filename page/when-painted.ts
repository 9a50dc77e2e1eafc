import { listen } from './listen.ts';

/**
 * Resolves when the reader first sees something of the page, when it has loaded, or with the signal. Asked before where
 * words lie, Firefox lays a page out without the style sheets that are still on their way, and shows the reader a flash
 * of that ("Layout was forced before the page was fully loaded", it says in the console).
 */
export async function whenPainted(page: Document, signal: AbortSignal): Promise<void> {
  const view = page.defaultView;
  if (view === null || page.readyState === 'complete' || isPainted(performance)) return;
  await new Promise<void>((resolve) => {
    const observer = new PerformanceObserver((painted) => {
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

function isPainted(entries: Pick<Performance, 'getEntriesByName'>): boolean {
  return entries.getEntriesByName('first-contentful-paint').length > 0;
}
