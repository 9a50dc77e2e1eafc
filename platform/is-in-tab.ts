import browser from 'webextension-polyfill';

/** Whether this page of ours is in a tab of its own, and not over the toolbar. */
export async function isInTab(): Promise<boolean> {
  return (await browser.tabs.getCurrent()) !== undefined;
}
