import browser from 'webextension-polyfill';

/**
 * Whether the extension this script came from is gone: updated, reloaded or removed. Chromium leaves the script running
 * in its pages then, without the extension's API; Firefox ends it.
 */
export function isOrphan(): boolean {
  return browser.runtime?.id === undefined;
}
