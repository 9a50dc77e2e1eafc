import { afterAll, beforeAll, expect } from 'vitest';
import { readSettings } from '@/core/read-settings.ts';
import type { Settings } from '@/core/settings.ts';
import { itemsOf } from '@/core/settings-items.ts';
import type { DrivenPage } from '../driver/driven-page.ts';
import type { Driver } from '../driver/launch.ts';
import { closeDriver, giveBackDriver, takeDriver } from '../driver/shared-driver.ts';

/** The two browsers every journey runs in. */
export const browsers = ['chromium', 'firefox'] as const;

/**
 * Takes a browser for the tests of the surrounding `describe`, once, and at the end asserts what holds for every journey:
 * the extension asked the network for nothing, and its code complained nowhere. Another file may have used the browser, or
 * use it next: `leavesTraces` where more is done to it than pages, settings and what is stored (the extension taken away, its
 * background ended, private windows, permissions), so that it ends with these tests.
 */
export function useBrowser(
  kind: (typeof browsers)[number],
  { leavesTraces = false }: { readonly leavesTraces?: boolean } = {},
): () => Driver {
  let driver: Driver | undefined;
  beforeAll(async () => {
    driver = await takeDriver(kind);
  });
  afterAll(async () => {
    if (driver === undefined) return;
    const [requests, problems] = [await driver.foreignRequests(), await driver.ownProblems()];
    await (leavesTraces ? closeDriver(driver) : giveBackDriver(driver));
    expect(requests).toEqual([]);
    expect(problems).toEqual([]);
  });
  return () => {
    if (driver === undefined) throw new Error('The browser did not start.');
    return driver;
  };
}

/** The page of the extension from which settings are stored, one for each browser; an update closes it. */
const settingsTabs = new WeakMap<Driver, DrivenPage>();

/**
 * Stores settings as the popup would, from a page of the extension; `over` is the page to be in front then. Every mention
 * is marked unless a test says otherwise.
 */
export async function storeSettings(
  driver: Driver,
  settings: Partial<Settings>,
  over?: DrivenPage,
): Promise<void> {
  const items = itemsOf(readSettings({ density: 'every', quiet: false, ...settings }));
  const store = ({ page }: DrivenPage): Promise<boolean> =>
    page.evaluate(async (stored) => {
      const { storage } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
      const before = Object.keys(await storage.sync.get(null));
      await storage.sync.set(stored);
      await storage.sync.remove(before.filter((key: string) => !(key in stored)));
      return true;
    }, items);
  const tab = settingsTabs.get(driver);
  if (tab && (await store(tab).catch(() => false))) return;
  const opened = await driver.openPopupTab();
  settingsTabs.set(driver, opened);
  await store(opened);
  await over?.page.bringToFront();
}
