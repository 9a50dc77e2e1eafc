import browser from 'webextension-polyfill';
import type { RegistryCheck } from '@/core/registry-check.ts';
import { ask } from './messages.ts';
import { giveConsent } from './registry-consent.ts';

/** Asks the registry from a page of the extension; rejects when the background does not answer. */
export function checkHere(id: string, again: boolean): Promise<RegistryCheck> {
  return ask('checkTrial', id, { again, isPrivate: browser.extension.inIncognitoContext ?? true });
}

/** Has the reader allow asking the registry; to be called straight from a click on a page of the extension. */
export function allowHere(today: string): Promise<boolean> {
  return giveConsent({ given: today, automatic: false });
}
