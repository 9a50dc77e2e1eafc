import browser, { type Tabs } from 'webextension-polyfill';
import type { PageStatus } from '@/core/page-orders.ts';
import { orderPage } from './page-orders.ts';

/** The tab the popup was opened on, as far as we may know it. */
export interface ActiveTab {
  readonly tabId: number;
  /** Host name of a page that can be paused; absent for browser pages and files. */
  readonly host?: string;
  /**
   * A page's own status, or why there is none. `loading`: it is not there yet. `not-started`: it could be read, and is
   * not; most likely the tab is older than the installation. `forbidden`: the browser lets no extension run there.
   */
  readonly state: PageStatus['state'] | 'loading' | 'not-started' | 'forbidden';
  /** Mentions found in the main frame. */
  readonly mentions: number;
  /** While `reading`: how far. */
  readonly progress?: NonNullable<PageStatus['progress']>;
  /** While `reading`: less is marked than the reader chose. */
  readonly quiet?: true;
}

// Stores where browsers let no extension run: chrome.google.com/webstore and AMO say so in their documentation.
const closedHosts =
  /^(chromewebstore\.google\.com|chrome\.google\.com|microsoftedge\.microsoft\.com|addons\.mozilla\.org)$/;

/**
 * Looks at the active tab: asks its content script, and where none answers finds out why. Chromium shows the tab's
 * address only to a popup that the reader opened; a page that is read tells its host itself.
 */
export async function lookAtActiveTab(): Promise<ActiveTab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return undefined;
  const status = await orderPage(tab.id, 0, 'status');
  if (status !== undefined) return { tabId: tab.id, ...status };
  const url = tab.url === undefined ? null : URL.parse(tab.url);
  const host = url && /^https?:$/.test(url.protocol) ? { host: url.hostname } : {};
  return { tabId: tab.id, ...host, state: whyNothingRuns(url, tab.status), mentions: 0 };
}

function whyNothingRuns(url: URL | null, status: Tabs.Tab['status']): ActiveTab['state'] {
  if (url === null || !/^(https?|file):$/.test(url.protocol) || closedHosts.test(url.hostname))
    return 'forbidden';
  // Where no content script says so, as in Firefox, the name is all there is to go by.
  if (/\.pdf$/i.test(url.pathname)) return 'pdf';
  return status === 'loading' ? 'loading' : 'not-started';
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
