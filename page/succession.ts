/**
 * Tells a run of ours in another world of this page that there is a new one. The two share nothing but the page's tree,
 * so the sign is a comment that comes and goes at once; it is given only where the page carries our marks already. The
 * older run has ended when the next microtask begins.
 */
export function callSuccessor(page: Document): void {
  const sign = page.createComment('');
  page.documentElement?.append(sign);
  sign.remove();
}

/** Calls back at that sign. A page may give it too: whoever listens asks whether its time has really come. */
export function hearSuccessor(page: Document, hear: () => void, signal: AbortSignal): void {
  const observer = new MutationObserver((records) => {
    if (records.some(({ addedNodes }) => [...addedNodes].some(isComment))) hear();
  });
  // The children of one element: that costs a page nothing.
  if (page.documentElement && !signal.aborted) observer.observe(page.documentElement, { childList: true });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}

function isComment(node: Node): boolean {
  return node instanceof Comment;
}
