import browser from 'webextension-polyfill';
import { orderFocusedFrame } from './page-orders.ts';

/** Passes the keyboard's commands on to the page that has the focus. */
export function followCommands(): void {
  browser.commands.onCommand.addListener((command) => {
    if (command === 'next-mention') void orderFocusedFrame('next');
    if (command === 'previous-mention') void orderFocusedFrame('previous');
  });
}
