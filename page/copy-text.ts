/**
 * Puts a text on the clipboard, after something the reader did. Pages without a secure address have no clipboard of the
 * newer kind, and a page may forbid it to us; the older way is open to all. False when neither works.
 */
export async function copyText(page: Document, text: string): Promise<boolean> {
  try {
    await page.defaultView?.navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(page, text);
  }
}

function copyByCommand(page: Document, text: string): boolean {
  let isCopied = false;
  const fill = (event: ClipboardEvent): void => {
    if (!event.isTrusted) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
    isCopied = true;
  };
  const view = page.defaultView;
  view?.addEventListener('copy', fill, { capture: true });
  page.execCommand('copy');
  view?.removeEventListener('copy', fill, { capture: true });
  return isCopied;
}
