import browser from 'webextension-polyfill';
import { orderFocusedFrame } from './page-orders.ts';
import { changeSettings } from './settings-store.ts';

/** What the commands of the manifest do; `_execute_action`, which opens the popup, is the browser's own. */
const commands: Readonly<Record<string, () => Promise<unknown>>> = {
  'next-mention': () => orderFocusedFrame('step', 'next'),
  'previous-mention': () => orderFocusedFrame('step', 'previous'),
  'open-mention': () => orderFocusedFrame('open'),
  'list-mentions': () => orderFocusedFrame('list'),
  'toggle-marks': () => changeSettings((now) => ({ ...now, paused: !now.paused })),
};

/** Follows the keyboard's commands: most are for the page that has the focus. */
export function followCommands(): void {
  browser.commands.onCommand.addListener((command) => {
    // A setting that cannot be stored stays as it was.
    commands[command]?.().catch(() => undefined);
  });
}

/** The keys of a command as the browser writes them; empty when none are set. */
export async function shortcutOf(name: 'next-mention' | 'previous-mention'): Promise<string> {
  const commands = await browser.commands.getAll();
  return commands.find((command) => command.name === name)?.shortcut ?? '';
}
