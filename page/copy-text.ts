import { listen } from './listen.ts';

/**
 * Puts a text on the clipboard, right after something the reader did. The older way first: it is open on every page, while
 * the newer one is missing where the address is not secure, and complains in the console where a page forbids it. False
 * when neither works.
 */
export async function copyText(page: Document, text: string): Promise<boolean> {
  if (copyByCommand(page, text)) return true;
  try {
    await page.defaultView?.navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** A page that listens for copying can stop this before we hear of it; that is noticed. It cannot put in words of its own. */
function copyByCommand(page: Document, text: string): boolean {
  const copying = new AbortController();
  let isCopied = false;
  listen(
    page.defaultView ?? page,
    'copy',
    (event) => {
      event.stopImmediatePropagation();
      event.preventDefault();
      event.clipboardData?.setData('text/plain', text);
      isCopied = true;
    },
    copying.signal,
    { passive: false },
  );
  page.execCommand('copy');
  copying.abort();
  return isCopied;
}
