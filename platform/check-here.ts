import browser from 'webextension-polyfill';
import type { ShownCheck } from '@/core/shown-check.ts';
import { ask } from './messages.ts';
import { giveConsent } from './registry-consent.ts';

/** Asks the registry from a page of the extension; rejects when the background does not answer. */
export async function checkHere(id: string, again: boolean): Promise<ShownCheck> {
  return ask('checkTrial', id, { again, isPrivate: await isInPrivateWindow() });
}

/** A popup has no tab that would tell, and in Chromium the same extension serves both kinds of windows. */
async function isInPrivateWindow(): Promise<boolean> {
  if (browser.extension.inIncognitoContext) return true;
  return browser.windows.getCurrent().then(
    ({ incognito }) => incognito,
    // Who cannot tell keeps nothing.
    () => true,
  );
}

/** Has the reader allow asking the registry; to be called straight from a click on a page of the extension. */
export function allowHere(today: string): Promise<boolean> {
  return giveConsent({ given: today, automatic: false });
}
