/**
 * Rules for the document, past any policy of the page about styles. They are there from the first `renew` on, which is
 * when something is painted: a page without any mark never sees them. They go with the signal.
 */
export function adoptStyle(page: Document, rules: string, signal: AbortSignal): { renew(): void } {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  const renew = (): void => {
    // A page may set its own list anew, and ours is gone.
    if (signal.aborted || page.adoptedStyleSheets.includes(sheet)) return;
    page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
  };
  signal.addEventListener(
    'abort',
    () => {
      const sheets = page.adoptedStyleSheets.filter((adopted) => adopted !== sheet);
      if (sheets.length < page.adoptedStyleSheets.length) page.adoptedStyleSheets = sheets;
    },
    { once: true },
  );
  return { renew };
}
