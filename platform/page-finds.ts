import browser, { type Runtime } from 'webextension-polyfill';
import { type PageFind, readFinds } from '@/core/page-finds.ts';
import { isOrphan } from './is-orphan.ts';
import { orderAllFrames } from './page-orders.ts';
import { loadSettings, tellsOfSettings } from './settings-store.ts';

/** What the frames of a tab found, by frame id. */
export type TabFinds = ReadonlyMap<number, readonly PageFind[]>;

/** Kept in memory by the browser, for as long as it runs: the background itself remembers nothing. */
const keyOf = (tabId: number): string => `finds:${tabId}`;

/** What is kept of tabs that are gone may wait until there is this much of it. */
const mostTabs = 50;

/** A calm grey with white figures: a number is no alarm. */
const badgeColour = '#545c64';

/** Tells the background what this frame found. `isFirst`: for the first time since the page was opened. */
export async function tellFinds(finds: readonly PageFind[], isFirst: boolean): Promise<void> {
  if (isOrphan()) return;
  try {
    await browser.runtime.sendMessage({ finds, isFirst });
  } catch {
    // Nobody is there to hear it, and nobody misses it.
  }
}

/** Keeps what frames tell, for the popup and for the badge. */
export function keepFinds(): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    const { tab, frameId } = sender;
    if (sender.id !== browser.runtime.id || tab?.id === undefined || frameId === undefined) return undefined;
    if (typeof message !== 'object' || message === null || !('finds' in message)) return undefined;
    const isNewPage = frameId === 0 && 'isFirst' in message && message.isFirst === true;
    return keep(tab.id, frameId, readFinds(message.finds), isNewPage);
  });
  browser.storage.onChanged.addListener((changes, area) => {
    if (tellsOfSettings(changes, area)) void hideBadges();
  });
}

async function keep(
  tabId: number,
  frameId: number,
  finds: readonly PageFind[],
  isNewPage: boolean,
): Promise<{ readonly kept: true }> {
  await navigator.locks.request('finds', async () => {
    // What the page before had in its frames is gone with it.
    const known = isNewPage ? new Map<number, readonly PageFind[]>() : await findsOf(tabId);
    const all = new Map([...known, [frameId, finds] as const]);
    await browser.storage.session.set({ [keyOf(tabId)]: [...all] });
    if ((await loadSettings()).badge) await showBadge(tabId, all);
    if (isNewPage) await forgetClosedTabs();
  });
  // Frames that were faster than the page around them tell it once more.
  if (isNewPage) await orderAllFrames(tabId, 'report');
  return { kept: true };
}

/** Has all frames of a tab tell what they found, and calls back with it now and at each change, until the signal. */
export function watchFinds(tabId: number, onChange: (finds: TabFinds) => void, signal: AbortSignal): void {
  const tell = async (): Promise<void> => {
    const finds = await findsOf(tabId);
    if (!signal.aborted) onChange(finds);
  };
  const listener: Parameters<typeof browser.storage.onChanged.addListener>[0] = (changes, area) => {
    if (area === 'session' && keyOf(tabId) in changes) void tell();
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener), { once: true });
  // What is known may be of frames that are gone.
  void browser.storage.session.remove(keyOf(tabId)).then(() => orderAllFrames(tabId, 'report'));
}

async function findsOf(tabId: number): Promise<TabFinds> {
  const key = keyOf(tabId);
  const { [key]: stored } = await browser.storage.session.get(key);
  if (!Array.isArray(stored)) return new Map();
  return new Map(stored.map(([frameId, finds]) => [Number(frameId), readFinds(finds)]));
}

async function showBadge(tabId: number, finds: TabFinds): Promise<void> {
  const different = new Set([...finds.values()].flat().map(({ entryId }) => entryId)).size;
  try {
    await browser.action.setBadgeBackgroundColor({ tabId, color: badgeColour });
    await browser.action.setBadgeText({ tabId, text: different === 0 ? '' : String(different) });
  } catch {
    // The tab has been closed meanwhile.
  }
}

/** Switched on, the pages that are open tell by themselves; switched off, what they told goes. */
async function hideBadges(): Promise<void> {
  if ((await loadSettings()).badge) return;
  for (const { id } of await browser.tabs.query({})) {
    if (id !== undefined) await browser.action.setBadgeText({ tabId: id, text: '' }).catch(() => undefined);
  }
}

async function forgetClosedTabs(): Promise<void> {
  const kept = Object.keys(await browser.storage.session.get(null)).filter((key) => key.startsWith('finds:'));
  if (kept.length < mostTabs) return;
  const open = new Set((await browser.tabs.query({})).map(({ id }) => keyOf(id ?? -1)));
  await browser.storage.session.remove(kept.filter((key) => !open.has(key)));
}
