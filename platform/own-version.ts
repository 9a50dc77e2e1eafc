import browser from 'webextension-polyfill';

/** The version of this extension. */
export const ownVersion = (): string => browser.runtime.getManifest().version;
