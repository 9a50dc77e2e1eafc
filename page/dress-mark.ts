import { attributeOf, localNameOf, parentElementOf } from './dom.ts';
import { kindOf } from './kind-of.ts';
import { markAttribute } from './marked-text.ts';
import type { Occurrence } from './occurrence.ts';

/** Elements around that are looked at for a link or a button. */
const mostAround = 16;

/**
 * Dresses a mark element: as a button, to be focused and pressed, or as words that are only underlined. `isWhole` says
 * whether all the words are in it.
 */
export function dressMark(
  mark: HTMLElement,
  occurrence: Occurrence,
  { isButton, isWhole }: { readonly isButton: boolean; readonly isWhole: boolean },
): void {
  mark.removeAttribute('data-markjs');
  mark.setAttribute(markAttribute, kindOf(occurrence));
  for (const [name, value] of Object.entries(buttonAttributes)) {
    if (isButton) mark.setAttribute(name, value);
    else mark.removeAttribute(name);
  }
  // Its own words name it, unless they are only the beginning.
  if (isButton && !isWhole) mark.setAttribute('aria-label', occurrence.text);
  else mark.removeAttribute('aria-label');
}

const buttonAttributes = { tabindex: '0', role: 'button', 'aria-haspopup': 'dialog' } as const;

/** Whether a node stands in something that is focused and pressed already. */
export function isInControl(node: Node): boolean {
  let element = parentElementOf(node);
  for (let step = 0; step < mostAround && element; step++) {
    const name = localNameOf(element);
    if (['a', 'button', 'summary', 'label'].includes(name)) return true;
    if (/^(button|link|tab|menuitem|option|checkbox|radio|switch)$/.test(attributeOf(element, 'role') ?? ''))
      return true;
    element = parentElementOf(element);
  }
  return false;
}
