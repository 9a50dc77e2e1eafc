import browser from 'webextension-polyfill';
import type { EntryId } from '@/core/entry.ts';
import type { TabFinds } from './page-finds.ts';
import { orderPage } from './page-orders.ts';

/** Goes to the first mention of an entry in a tab, in whichever frame found it; false when it is not there any more. */
export async function showInTab(tabId: number, finds: TabFinds, id: EntryId): Promise<boolean> {
  const [frameId] = [...finds].find(([, found]) => found.some(({ entryId }) => entryId === id)) ?? [];
  if (frameId === undefined) return false;
  const answer = await orderPage(tabId, frameId, 'show', id);
  return answer?.moved ?? false;
}

/** Brings a tab to the front. */
export async function bringToFront(tabId: number): Promise<void> {
  await browser.tabs.update(tabId, { active: true });
}

/** What a tab is called, as far as we may know it; `undefined` when there is no such tab. */
export async function tabWords(tabId: number): Promise<{ readonly title?: string } | undefined> {
  try {
    const { title } = await browser.tabs.get(tabId);
    return title === undefined ? {} : { title };
  } catch {
    return undefined;
  }
}
