import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PageStatus } from '@/core/page-orders.ts';
import { type ActiveTab, lookAtActiveTab } from '@/platform/active-tab.ts';

/** The active tab as the browser tells of it, and what its content script answers, if one runs there. */
function onTab(tab: { url?: string; status?: 'loading' | 'complete' }, status?: PageStatus): void {
  Object.assign(fakeBrowser.tabs, {
    query: async () => [{ id: 7, status: 'complete', ...tab }],
    sendMessage: async () => {
      if (status) return status;
      throw new Error('Could not establish connection. Receiving end does not exist.');
    },
  });
}

beforeEach(() => fakeBrowser.reset());

describe('a page that is read', () => {
  test('tells its host itself, whether or not the browser shows the address', async () => {
    const status = { state: 'reading', mentions: 3, progress: 'read', host: 'example.org' } as const;
    onTab({}, status);
    expect(await lookAtActiveTab()).toEqual({ tabId: 7, ...status });
    onTab({ url: 'https://example.org/paper' }, { state: 'paused', mentions: 0, host: 'example.org' });
    expect(await lookAtActiveTab()).toMatchObject({ state: 'paused', host: 'example.org' });
  });
});

describe('a page where nothing of ours runs', () => {
  test.each<[string, ActiveTab['state'], string?]>([
    ['https://example.org/paper', 'not-started', 'example.org'],
    ['http://localhost:8080/', 'not-started', 'localhost'],
    ['file:///home/reader/paper.html', 'not-started'],
    ['https://example.org/paper.pdf', 'pdf', 'example.org'],
    ['https://example.org/Paper.PDF?page=2', 'pdf', 'example.org'],
    ['file:///home/reader/paper.pdf', 'pdf'],
    ['https://example.org/about-pdf', 'not-started', 'example.org'],
    ['https://chromewebstore.google.com/detail/x', 'forbidden', 'chromewebstore.google.com'],
    ['https://addons.mozilla.org/en-US/firefox/', 'forbidden', 'addons.mozilla.org'],
    ['https://microsoftedge.microsoft.com/addons/', 'forbidden', 'microsoftedge.microsoft.com'],
    ['https://addons.mozilla.org.example.org/', 'not-started', 'addons.mozilla.org.example.org'],
    ['chrome://version/', 'forbidden'],
    ['about:addons', 'forbidden'],
    ['chrome-extension://abc/popup.html', 'forbidden'],
    ['moz-extension://abc/popup.html', 'forbidden'],
    ['view-source:https://example.org/', 'forbidden'],
    ['data:text/html,PTSD', 'forbidden'],
    ['', 'forbidden'],
  ])('%s is %s', async (url, state, host) => {
    onTab({ url });
    expect(await lookAtActiveTab()).toEqual({ tabId: 7, state, mentions: 0, ...(host && { host }) });
  });

  test('and whose address the browser keeps to itself is one it keeps us out of', async () => {
    onTab({});
    expect(await lookAtActiveTab()).toEqual({ tabId: 7, state: 'forbidden', mentions: 0 });
  });

  test('may only be on its way', async () => {
    onTab({ url: 'https://example.org/', status: 'loading' });
    expect(await lookAtActiveTab()).toMatchObject({ state: 'loading', host: 'example.org' });
  });
});

test('a window without a tab is nothing to speak of', async () => {
  Object.assign(fakeBrowser.tabs, { query: async () => [] });
  expect(await lookAtActiveTab()).toBeUndefined();
});
