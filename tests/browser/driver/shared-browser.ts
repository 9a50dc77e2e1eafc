import { rmSync } from 'node:fs';
import type { Browser } from 'puppeteer-core';
import type { BrowserKind } from '@/scripts/browser/find-browser.ts';
import { startBrowser } from '@/scripts/browser/launch-browser.ts';
import { requireBrowser } from '@/scripts/browser/require-browser.ts';
import { copyOfProfile } from './warm-profile.ts';

/** Every browser this process has started, with what is left to do when it has ended. */
const started = new Map<Browser, () => void>();
/** Those nobody uses just now. */
const idle = new Map<BrowserKind, Browser>();

/**
 * A browser without an extension and with nothing open but a blank page; started only when none was given back.
 */
export async function takeBrowser(kind: BrowserKind): Promise<Browser> {
  const last = idle.get(kind);
  idle.delete(kind);
  if (last?.connected) return last;
  const firefoxProfile = kind === 'firefox' ? copyOfProfile() : undefined;
  const browser = await startBrowser(requireBrowser(kind), true, { firefoxProfile });
  started.set(browser, () => {
    if (firefoxProfile) rmSync(firefoxProfile, { recursive: true });
  });
  return browser;
}

/** Closes all that is open in a browser and keeps it for the next who takes one. */
export async function giveBack(kind: BrowserKind, browser: Browser): Promise<void> {
  const open = await browser.pages();
  // Without any page Firefox would end.
  await browser.newPage();
  for (const page of open) await page.close();
  idle.set(kind, browser);
}

/** Ends every browser of this process, given back or not. */
export async function closeBrowsers(): Promise<void> {
  idle.clear();
  for (const [browser, tidy] of started) {
    started.delete(browser);
    await browser.close();
    tidy();
  }
}
