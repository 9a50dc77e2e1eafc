import { isHostFocused, popoverHostName } from '@/page/popover-host.ts';

/** Whether a key pressed now is meant for this frame and its card, and for none inside it nor the card of one. */
export function hasFocus(): boolean {
  const { activeElement } = document;
  return isHostFocused() || (document.hasFocus() && !activeElement?.matches(`iframe, ${popoverHostName}`));
}
