/** Rules that the document and shadow trees have taken up. */
export interface AdoptedStyle {
  /** Sees to it that the document has them. */
  renew(): void;
  /** Has a shadow tree take them up: in Firefox highlights in it are painted by its own rules only. */
  reach(root: ShadowRoot): void;
}

/**
 * Rules for the document, past any policy of the page about styles. They are there from the first `renew` on, which is
 * when something is painted: a page without any mark never sees them. They go with the signal.
 */
export function adoptStyle(page: Document, rules: string, signal: AbortSignal): AdoptedStyle {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  const reached = new Set<ShadowRoot>();
  const take = (root: DocumentOrShadowRoot): void => {
    // A page may set its own list anew, and ours is gone.
    if (signal.aborted || root.adoptedStyleSheets.includes(sheet)) return;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  };
  const leave = (root: DocumentOrShadowRoot): void => {
    const sheets = root.adoptedStyleSheets.filter((adopted) => adopted !== sheet);
    if (sheets.length < root.adoptedStyleSheets.length) root.adoptedStyleSheets = sheets;
  };
  signal.addEventListener(
    'abort',
    () => {
      leave(page);
      for (const root of reached) leave(root);
      reached.clear();
    },
    { once: true },
  );
  return {
    renew: () => take(page),
    reach(root) {
      take(root);
      if (reached.has(root)) return;
      // Trees the page has thrown away are not held.
      for (const other of reached) if (!other.isConnected) reached.delete(other);
      reached.add(root);
    },
  };
}
