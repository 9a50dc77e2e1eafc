import browser from 'webextension-polyfill';
import type { PageStatus } from '@/core/page-orders.ts';
import { orderPage } from './page-orders.ts';

/** The tab the popup was opened on, as far as we may know it. */
export interface ActiveTab {
  readonly tabId: number;
  /** Host name of a page that can be paused; absent for browser pages and files. */
  readonly host?: string;
  /**
   * A page's own status, or why there is none. `not-started`: the tab is older than the installation.
   * `forbidden`: the browser lets no extension run there. `pdf`: a PDF viewer.
   */
  readonly state: PageStatus['state'] | 'not-started' | 'forbidden' | 'pdf';
  /** Mentions found in the main frame. */
  readonly mentions: number;
}

// Stores where browsers let no extension run: chrome.google.com/webstore and AMO say so in their documentation.
const closedHosts =
  /^(chromewebstore\.google\.com|chrome\.google\.com|microsoftedge\.microsoft\.com|addons\.mozilla\.org)$/;

/** Looks at the active tab: asks its content script, and where none answers finds out why. */
export async function lookAtActiveTab(): Promise<ActiveTab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return undefined;
  const url = tab.url === undefined ? undefined : URL.parse(tab.url);
  const host = url && /^https?:$/.test(url.protocol) ? { host: url.hostname } : {};
  const status = await orderPage(tab.id, 0, 'status');
  const isPdf = url !== undefined && url !== null && /\.pdf$/i.test(url.pathname);
  if (status !== undefined) {
    const state = status.state === 'unreadable' && isPdf ? 'pdf' : status.state;
    return { tabId: tab.id, ...host, state, mentions: status.mentions };
  }
  const readable = url && /^(https?|file):$/.test(url.protocol) && !closedHosts.test(url.hostname);
  const state = isPdf ? 'pdf' : readable ? 'not-started' : 'forbidden';
  return { tabId: tab.id, ...host, state, mentions: 0 };
}

/** Starts reading a tab that is older than the installation, in all its frames. False when the browser refuses. */
export async function readTabNow(tabId: number): Promise<boolean> {
  try {
    await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      files: ['/content-scripts/content.js'],
    });
    return true;
  } catch {
    return false;
  }
}
