import browser from 'webextension-polyfill';

/** Opens the page with all settings, or comes back to it. */
export function openOptions(): Promise<void> {
  return browser.runtime.openOptionsPage();
}

/** Opens the welcome page once, right after the extension was installed; not after updates. */
export function welcomeNewReaders(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
  });
}

/** Opens the page with the trials of a tab, beside it. */
export async function openTrials(tabId: number): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`/trials.html?tab=${tabId}`) });
}
