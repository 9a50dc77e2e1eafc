import browser from 'webextension-polyfill';
import type { EntryId } from '@/core/entry.ts';

/** Where the popup looks for what it is to open; kept in memory by the browser, and only until it is read. */
const key = 'opening';

/**
 * Opens an entry in the popup over the toolbar; where the browser has none to open, or refuses, the popup's page in a tab.
 */
export async function openInPopup(id: EntryId): Promise<{ readonly opened: 'popup' | 'tab' }> {
  try {
    await browser.storage.session.set({ [key]: id });
    await browser.action.openPopup();
    return { opened: 'popup' };
  } catch {
    await browser.storage.session.remove(key);
    await browser.tabs.create({ url: browser.runtime.getURL(`popup.html#${encodeURIComponent(id)}`) });
    return { opened: 'tab' };
  }
}

/** The entry that this popup was opened for, once; `undefined` when the reader opened it for none. */
export async function takeOpening(): Promise<EntryId | undefined> {
  const { hash } = location;
  if (hash.length > 1) return readId(decodeURIComponent(hash.slice(1)));
  const { [key]: kept } = await browser.storage.session.get(key);
  if (kept === undefined) return undefined;
  await browser.storage.session.remove(key);
  return readId(kept);
}

/** An id by its form; whether there is such an entry is another question. */
function readId(value: unknown): EntryId | undefined {
  if (typeof value !== 'string' || value.length > 100) return undefined;
  // The pattern is the type.
  return /^(term|condition|trial|topic):/.test(value) ? (value as EntryId) : undefined;
}
