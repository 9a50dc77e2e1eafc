import browser from 'webextension-polyfill';
import { readSettings } from '@/core/read-settings.ts';
import type { Settings } from '@/core/settings.ts';
import { isOrphan } from './is-orphan.ts';

const key = 'settings';

/** The reader's settings; defaults when there are none, or none that can be read. */
export async function loadSettings(): Promise<Settings> {
  try {
    const stored = await browser.storage.local.get(key);
    return readSettings(stored[key]);
  } catch {
    return readSettings(undefined);
  }
}

/**
 * Changes the settings: reads what is stored now, so that another window's change is not lost.
 * @throws when the browser refuses to store them (disk full); what was stored before stays.
 */
export async function changeSettings(change: (settings: Settings) => Settings): Promise<Settings> {
  const next = change(await loadSettings());
  await browser.storage.local.set({ [key]: next });
  return next;
}

/** Calls back with the settings each time they change, until the signal ends it. */
export function watchSettings(onChange: (settings: Settings) => void, signal: AbortSignal): void {
  const listener: Parameters<typeof browser.storage.onChanged.addListener>[0] = (changes, area) => {
    const change = changes[key];
    if (area === 'local' && change !== undefined) onChange(readSettings(change.newValue));
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => isOrphan() || browser.storage.onChanged.removeListener(listener), {
    once: true,
  });
}
