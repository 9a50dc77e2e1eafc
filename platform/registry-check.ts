import browser from 'webextension-polyfill';
import type { Questions } from '@/core/questions.ts';
import { fetchRecord } from './fetch-record.ts';
import { keptRecords } from './kept-records.ts';
import { lastRequest } from './last-request.ts';
import type { Asker } from './messages.ts';
import { createRegistryClient } from './registry-client.ts';
import { followPermission, loadConsent, mayReachRegistry, watchConsent } from './registry-consent.ts';

const client = createRegistryClient({
  fetchRecord,
  kept: keptRecords,
  lastRequest,
  async mayAsk() {
    if ((await loadConsent()) === undefined) return 'no-consent';
    return (await mayReachRegistry()) ? 'yes' : 'no-permission';
  },
  now: () => Date.now(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
});

/**
 * Ends and forgets what was asked once the reader takes the consent back, and with each start of the browser what is older
 * than a day. To be called when the background starts.
 */
export function followConsent(): void {
  followPermission();
  browser.runtime.onStartup.addListener(() => void keptRecords.forgetOld(Date.now()));
  watchConsent((consent) => {
    if (consent === undefined) void client.revoke();
  }, new AbortController().signal);
}

/** The arguments of `checkTrial`, which come from outside; `undefined` refuses them. */
export function readCheck([id, how]: readonly unknown[]): Parameters<Questions['checkTrial']> | undefined {
  if (typeof id !== 'string' || !/^NCT\d{8}$/.test(id)) return undefined;
  const { again, isPrivate } = (typeof how === 'object' && how !== null ? how : {}) as Record<
    string,
    unknown
  >;
  return [id, { again: again === true, isPrivate: isPrivate !== false }];
}

/** Asks the registry, in a private window without keeping anything. */
export function checkTrial(
  id: string,
  { again, isPrivate }: Parameters<Questions['checkTrial']>[1],
  asker: Asker,
): ReturnType<typeof client.check> {
  return client.check(id, { again, isPrivate: isPrivate || asker.isPrivate });
}
