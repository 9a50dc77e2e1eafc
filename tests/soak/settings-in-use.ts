import type { Page } from 'puppeteer-core';
import { expect, vi } from 'vitest';
import { readSettings } from '@/core/read-settings.ts';
import type { Settings } from '@/core/settings.ts';
import { settingsFrom } from '@/core/settings-items.ts';
import type { Driver } from '../browser/driver/launch.ts';

/** What a reader changes while reading, over and over: where to press, and what holds then. At the end all is as before. */
const presses: readonly (readonly [selector: string, changed: (now: Settings) => Settings])[] = [
  ['input[name="underline"][value="strong"]', (now) => ({ ...now, underline: 'strong' })],
  ['input[name="marks"][value="element"]', (now) => ({ ...now, marks: 'element' })],
  ['input[name="density"][value="section"]', (now) => ({ ...now, density: 'section' })],
  ['input[name="underline"][value="thin"]', (now) => ({ ...now, underline: 'thin' })],
  ['input[name="marks"][value="highlight"]', (now) => ({ ...now, marks: 'highlight' })],
  ['input[value="topic"]', (now) => ({ ...now, kinds: { ...now.kinds, topic: false } })],
  ['input[name="density"][value="every"]', (now) => ({ ...now, density: 'every' })],
  ['input[value="topic"]', (now) => ({ ...now, kinds: { ...now.kinds, topic: true } })],
  ['input[name="underline"][value="forms"]', (now) => ({ ...now, underline: 'forms' })],
];

/** A reader does not go on making rules: the oldest goes when there are more. */
const mostRules = 5;

const patience = { timeout: 10_000, interval: 50 };

/** Two windows with all settings, in which a reader goes on changing something. */
export interface SettingsInUse {
  /** Changes a setting in one window and, at the very same time, makes a rule for a site in the other. */
  change(): Promise<void>;
  /** Goes on changing until all but the rules is as it was at first. */
  settle(): Promise<void>;
  /** What must be stored now. */
  expected(): Settings;
  /** What is. */
  stored(): Promise<Settings>;
}

/** Opens the two windows; `settings` is what was stored. */
export async function useSettings(driver: Driver, settings: Settings): Promise<SettingsInUse> {
  const [first, second] = [await openOptions(driver), await openOptions(driver)];
  let now = settings;
  let changes = 0;
  const change = async (): Promise<void> => {
    const [selector, changed] = presses[changes % presses.length] ?? ['', (same: Settings) => same];
    changes += 1;
    const site = `site-${changes}.example`;
    const [oldest] = now.sites.keys();
    const isFull = now.sites.size === mostRules;
    const kept = [...now.sites].filter(([pattern]) => !isFull || pattern !== oldest);
    now = changed({ ...now, sites: new Map([...kept, [site, { mode: 'off' }]]) });
    await Promise.all([
      press(first, selector),
      addRule(second, site),
      isFull && press(second, `[aria-label="Remove the rule for ${oldest}"]`),
    ]);
    // Stored a moment later, it would have the next page read anew while a card of it is looked at.
    await vi.waitFor(async () => expect(await stored()).toEqual(now), patience);
  };
  const stored = (): Promise<Settings> =>
    first
      .evaluate(readStored)
      .then(({ synced, rest }) => settingsFrom({ ...synced, ...rest }, readSettings(undefined)));
  return {
    change,
    async settle() {
      while (changes % presses.length > 0) await change();
    },
    expected: () => now,
    stored,
  };
}

async function openOptions(driver: Driver): Promise<Page> {
  const page = await driver.engine.openExtensionPage('options.html');
  await page.waitForSelector('.ng-new-rule');
  return page;
}

/** Not a reader's own press, as the window is behind the page that is read: what it does is the same. */
async function press(options: Page, selector: string): Promise<void> {
  await options.$eval(selector, (input) => {
    if (input instanceof HTMLElement) input.click();
  });
}

async function addRule(options: Page, site: string): Promise<void> {
  await options.evaluate(async (written) => {
    const form = document.querySelector('.ng-new-rule');
    const input = form?.querySelector('input');
    if (!(form instanceof HTMLFormElement) || !input) return;
    input.value = written;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    // Drawn anew before it is sent.
    await new Promise((resolve) => setTimeout(resolve, 50));
    form.requestSubmit();
  }, site);
}

/** Runs in a page of the extension. */
async function readStored(): Promise<{ readonly synced: object; readonly rest: object }> {
  const { storage } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
  const local = await storage.local.get('settings-unsynced');
  return { synced: await storage.sync.get(null), rest: local['settings-unsynced'] ?? {} };
}
