import browser, { type Storage } from 'webextension-polyfill';
import { readSettings } from '@/core/read-settings.ts';
import type { Settings } from '@/core/settings.ts';
import {
  changedItems,
  isSettingsKey,
  itemsOf,
  type SettingsItems,
  settingsFrom,
} from '@/core/settings-items.ts';
import { isOrphan } from './is-orphan.ts';

/** Where version 1 kept all of them. */
const firstKey = 'settings';
/** Parts that `sync` refused, in `local`: they go before what `sync` has. */
const unsyncedKey = 'settings-unsynced';

/** The browser refused to store the settings, on this computer too. What was stored before stays. */
export class SettingsNotStored extends Error {}

/** What came of a change. */
export interface SettingsChange {
  readonly settings: Settings;
  /** Whether the browser takes it to the reader's other computers too; otherwise it is kept on this one. */
  readonly isSynced: boolean;
}

/** What both areas hold. */
interface Stored {
  readonly first: unknown;
  readonly synced: SettingsItems;
  readonly unsynced: SettingsItems;
}

/** The reader's settings; defaults where there are none, or none that can be read. */
export async function loadSettings(): Promise<Settings> {
  return settingsIn(await readStored());
}

/**
 * Changes the settings, from what is stored now. Only what changes is written, each part by itself, and one window
 * waits for the other: no change of another window or computer is lost.
 * @throws SettingsNotStored when the browser refuses (disk full); what was stored before stays.
 */
export function changeSettings(change: (settings: Settings) => Settings): Promise<SettingsChange> {
  // The lock is one for all pages of the extension.
  return navigator.locks.request('settings', async () => {
    const stored = await readStored();
    const before = settingsIn(stored);
    const next = change(before);
    const changed = stored.first === undefined ? changedItems(before, next) : itemsOf(next);
    const isSynced = await store(changed, stored.unsynced);
    if (stored.first !== undefined) await browser.storage.local.remove(firstKey);
    return { settings: next, isSynced };
  });
}

/**
 * Calls back with the settings as they are, and each time they change, until the signal ends it. They are asked for once:
 * what changes is told with its new value. The function it gives asks anew, for whoever may have missed something.
 */
export function watchSettings(onChange: (settings: Settings) => void, signal: AbortSignal): () => void {
  let stored: Stored | undefined;
  let before: [StorageChanges, string][] = [];
  const take = (changes: StorageChanges, area: string): void => {
    if (stored === undefined) before.push([changes, area]);
    else stored = withChanges(stored, changes, area);
  };
  const listener = (changes: StorageChanges, area: string): void => {
    if (!tellsOfSettings(changes, area) || signal.aborted) return;
    take(changes, area);
    if (stored) onChange(settingsIn(stored));
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => isOrphan() || browser.storage.onChanged.removeListener(listener), {
    once: true,
  });
  const read = async (): Promise<void> => {
    stored = undefined;
    stored = await readStored();
    for (const [changes, area] of before) take(changes, area);
    before = [];
    if (!signal.aborted) onChange(settingsIn(stored));
  };
  void read();
  return () => void read();
}

/** What the browser tells of a change of its storage. */
export type StorageChanges = Readonly<Record<string, Storage.StorageChange>>;

/** Whether a change of the browser's storage is one of the settings. */
export function tellsOfSettings(changes: StorageChanges, area: string): boolean {
  return (area === 'sync' || area === 'local') && Object.keys(changes).some(isStoredKey);
}

function withChanges(stored: Stored, changes: StorageChanges, area: string): Stored {
  if (area === 'local') {
    const first = firstKey in changes ? changes[firstKey]?.newValue : stored.first;
    const unsynced = unsyncedKey in changes ? itemsIn(changes[unsyncedKey]?.newValue) : stored.unsynced;
    return { ...stored, first, unsynced };
  }
  const synced: Record<string, unknown> = { ...stored.synced };
  for (const [key, { newValue }] of Object.entries(changes)) {
    if (newValue === undefined) delete synced[key];
    else synced[key] = newValue;
  }
  return { ...stored, synced };
}

const isStoredKey = (key: string): boolean => key === firstKey || key === unsyncedKey || isSettingsKey(key);

function settingsIn({ first, synced, unsynced }: Stored): Settings {
  return settingsFrom({ ...synced, ...unsynced }, readSettings(first));
}

async function readStored(): Promise<Stored> {
  const [synced, local] = await Promise.all([read('sync', null), read('local', [firstKey, unsyncedKey])]);
  return { first: local[firstKey], synced, unsynced: itemsIn(local[unsyncedKey]) };
}

function itemsIn(value: unknown): SettingsItems {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** What an area holds; nothing when the browser does not have it, or does not give it. */
async function read(area: 'sync' | 'local', keys: string[] | null): Promise<Record<string, unknown>> {
  try {
    return await browser.storage[area].get(keys);
  } catch {
    return {};
  }
}

/** Stores what changed in `sync`, together with what it refused before; false when it refuses, and `local` has it. */
async function store(changed: SettingsItems, unsynced: SettingsItems): Promise<boolean> {
  const items = { ...unsynced, ...changed };
  if (Object.keys(items).length === 0) return true;
  try {
    await write(browser.storage.sync, items);
  } catch {
    // Full, too fast, switched off by a policy: this computer can still keep it.
    try {
      await browser.storage.local.set({ [unsyncedKey]: items });
    } catch (error) {
      throw new SettingsNotStored('The browser refused to store the settings.', { cause: error });
    }
    return false;
  }
  if (Object.keys(unsynced).length > 0) await browser.storage.local.remove(unsyncedKey);
  return true;
}

/** `null` means the default, which is kept by keeping nothing. New values first: a failure then loses none. */
async function write(area: Storage.StorageArea, changed: SettingsItems): Promise<void> {
  const values = Object.entries(changed).filter(([, value]) => value !== null);
  const gone = Object.keys(changed).filter((key) => changed[key] === null);
  if (values.length > 0) await area.set(Object.fromEntries(values));
  if (gone.length > 0) await area.remove(gone);
}
