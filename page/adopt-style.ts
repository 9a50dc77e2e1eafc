/** Puts rules into the document past any policy of the page about styles; they go with the signal. */
export function adoptStyle(page: Document, rules: string, signal: AbortSignal): { renew(): void } {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  const renew = (): void => {
    // A page may set its own list anew, and ours is gone.
    if (signal.aborted || page.adoptedStyleSheets.includes(sheet)) return;
    page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
  };
  renew();
  signal.addEventListener(
    'abort',
    () => {
      page.adoptedStyleSheets = page.adoptedStyleSheets.filter((adopted) => adopted !== sheet);
    },
    { once: true },
  );
  return { renew };
}
