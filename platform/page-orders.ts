import browser, { type Runtime } from 'webextension-polyfill';
import { isEntryId } from '@/core/page-finds.ts';
import type { PageOrders } from '@/core/page-orders.ts';
import { isOrphan } from './is-orphan.ts';

type Order = keyof PageOrders;

/** Gives an order to the content script of a tab's frame. `undefined` when none is there to answer. */
export async function orderPage<O extends Order>(
  tabId: number,
  frameId: number,
  order: O,
  ...args: Parameters<PageOrders[O]>
): Promise<ReturnType<PageOrders[O]> | undefined> {
  try {
    return await browser.tabs.sendMessage(tabId, { order, with: args }, { frameId });
  } catch {
    return undefined;
  }
}

/** Gives an order to every frame of a tab. Whether the first of them answered. */
export async function orderAllFrames(tabId: number, order: 'read' | 'report' | 'close'): Promise<boolean> {
  try {
    return (await browser.tabs.sendMessage(tabId, { order, with: [] })) !== undefined;
  } catch {
    // No content script in this tab, or one that has gone meanwhile.
    return false;
  }
}

/** Gives an order to the frame of the active tab that has the focus; frames without it leave it to others. */
export async function orderFocusedFrame<O extends Exclude<Order, 'status'>>(
  order: O,
  ...args: Parameters<PageOrders[O]>
): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined) return;
  try {
    await browser.tabs.sendMessage(tab.id, { order, with: args });
  } catch {
    // No content script in this tab: a browser page, or a tab older than the installation.
  }
}

/**
 * Follows orders from our own background and pages; other extensions are ignored. `hasFocus` tells whether what
 * the keyboard asks for is meant for this frame.
 */
export function followOrders(orders: PageOrders, hasFocus: () => boolean, signal: AbortSignal): void {
  const listener = (message: unknown, sender: Runtime.MessageSender): Promise<unknown> | undefined => {
    if (sender.id !== browser.runtime.id || typeof message !== 'object' || message === null) return undefined;
    const { order, with: args } = message as { order?: unknown; with?: unknown };
    const first: unknown = Array.isArray(args) ? args[0] : undefined;
    if (order === 'status') return Promise.resolve(orders.status());
    if (order === 'read') return Promise.resolve(orders.read());
    if (order === 'close') return Promise.resolve(orders.close());
    if (order === 'report') return Promise.resolve(orders.report());
    if (order === 'show' && isEntryId(first)) return Promise.resolve(orders.show(first));
    if (!hasFocus()) return undefined;
    if (order === 'step' && (first === 'next' || first === 'previous'))
      return Promise.resolve(orders.step(first));
    if (order === 'open') return Promise.resolve(orders.open());
    if (order === 'list') return Promise.resolve(orders.list());
    return undefined;
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener(
    'abort',
    () => {
      // With the extension its API is gone, and the listener.
      if (!isOrphan()) browser.runtime.onMessage.removeListener(listener);
    },
    { once: true },
  );
}
