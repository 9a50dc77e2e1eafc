import browser, { type Permissions } from 'webextension-polyfill';
import { type RegistryConsent, readConsent } from '@/core/registry-consent.ts';
import { isOrphan } from './is-orphan.ts';
import { keptRecords } from './kept-records.ts';

const key = 'registryConsent';
/** What the reader agreed to with us, while the browser still asks; kept in memory by the browser. */
const pendingKey = 'registryConsentPending';

/** The one host that is ever asked. */
const registryOrigin = 'https://clinicaltrials.gov/*';

/** What Firefox lets a reader agree to: a page's identifiers are content of websites. Chromium knows no such thing. */
const sentData = 'websiteContent';

/** The reader's consent, if there is one. A store that cannot be read holds none. */
export async function loadConsent(): Promise<RegistryConsent | undefined> {
  try {
    const stored = await browser.storage.local.get(key);
    return readConsent(stored[key]);
  } catch {
    return undefined;
  }
}

/** Whether the browser lets us reach the registry, and, in Firefox, whether the reader agreed to what is sent. */
export async function mayReachRegistry(): Promise<boolean> {
  try {
    return await browser.permissions.contains(wanted());
  } catch {
    return false;
  }
}

/**
 * Stores the consent, once the browser's own permission is given too; to be called straight from a click on a page of the
 * extension, or the browser refuses to ask. False when the reader or the browser refused: then nothing is stored.
 */
export async function giveConsent(consent: RegistryConsent): Promise<boolean> {
  try {
    const answer = browser.permissions.request(wanted());
    // The popup may be closed by the browser's own question: then the background stores what was agreed to.
    await browser.storage.session.set({ [pendingKey]: consent });
    const isGiven = await answer;
    await browser.storage.session.remove(pendingKey);
    if (isGiven) await browser.storage.local.set({ [key]: consent });
    return isGiven;
  } catch {
    return false;
  }
}

/**
 * Stores the consent whose page was gone when the reader answered the browser's question. To be called when the background
 * starts.
 */
export function followPermission(): void {
  browser.permissions.onAdded.addListener(async () => {
    const { [pendingKey]: pending } = await browser.storage.session.get(pendingKey);
    const consent = readConsent(pending);
    if (consent === undefined || !(await mayReachRegistry())) return;
    await browser.storage.session.remove(pendingKey);
    await browser.storage.local.set({ [key]: consent });
  });
}

/**
 * Takes the consent back, and with it what was kept and the browser's permission. @throws when the browser refuses to store
 * that.
 */
export async function revokeConsent(): Promise<void> {
  await browser.storage.local.remove(key);
  await keptRecords.clear();
  // Where pages grant the host (Firefox), it cannot be given back; without consent it is not used.
  await browser.permissions.remove(wanted()).catch(() => false);
}

/** Calls back with the consent each time it is given or taken back, until the signal ends it. */
export function watchConsent(
  onChange: (consent: RegistryConsent | undefined) => void,
  signal: AbortSignal,
): void {
  const listener: Parameters<typeof browser.storage.onChanged.addListener>[0] = (changes, area) => {
    const change = changes[key];
    if (area === 'local' && change !== undefined) onChange(readConsent(change.newValue));
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => isOrphan() || browser.storage.onChanged.removeListener(listener), {
    once: true,
  });
}

/** The host, and in Firefox the kind of data. */
function wanted(): Permissions.Permissions {
  const origins = [registryOrigin];
  return import.meta.env.FIREFOX ? { origins, data_collection: [sentData] } : { origins };
}
