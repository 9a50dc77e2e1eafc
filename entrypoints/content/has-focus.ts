import { isMatch } from '@/page/dom.ts';
import { isHostFocused, popoverHostName } from '@/page/popover-host.ts';

/** Whether a key pressed now is meant for this frame and its card, and for none inside it nor the card of one. */
export function hasFocus(): boolean {
  const { activeElement } = document;
  const isElsewhere = activeElement !== null && isMatch(activeElement, `iframe, ${popoverHostName}`);
  return isHostFocused() || (document.hasFocus() && !isElsewhere);
}
