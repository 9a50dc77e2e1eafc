/**
 * Hears when the document begins anew under another root element, until the signal ends it. A page that writes itself
 * anew (`document.open`) takes every listener off its window and itself, ours too, and tells nobody.
 */
export function hearNewRoot(page: Document, hear: () => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  let root = page.documentElement;
  const observer = new MutationObserver(() => {
    // In between there is none, whatever the types say.
    const now: Element | null = page.documentElement;
    if (now === null || now === root) return;
    root = page.documentElement;
    hear();
  });
  observer.observe(page, { childList: true });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
