import browser from 'webextension-polyfill';

/** The pages that are read, as the content script's `matches` has them. */
const origins = ['http://*/*', 'https://*/*'];

/**
 * Whether the extension may read pages. Firefox lets readers withhold that at installation or take it back later;
 * elsewhere it is the browser's own affair, and asking here would only confuse.
 */
export async function mayReadPages(): Promise<boolean> {
  try {
    return import.meta.env.FIREFOX ? await browser.permissions.contains({ origins }) : true;
  } catch {
    return true;
  }
}

/** Asks the reader for it; to be called in answer to a click. Whether they agreed. */
export async function askToReadPages(): Promise<boolean> {
  try {
    return await browser.permissions.request({ origins });
  } catch {
    return false;
  }
}

/** Calls back when it was given or taken back, until the signal ends it. */
export function watchHostAccess(onChange: () => void, signal: AbortSignal): void {
  const listener = (): void => onChange();
  for (const event of [browser.permissions.onAdded, browser.permissions.onRemoved]) {
    event.addListener(listener);
    signal.addEventListener('abort', () => event.removeListener(listener), { once: true });
  }
}
