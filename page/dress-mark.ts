import { attributeOf, localNameOf, parentElementOf } from './dom.ts';
import { kindOf } from './kind-of.ts';
import { markAttribute } from './marked-text.ts';
import type { Occurrence } from './occurrence.ts';

/** Elements around that are looked at for a link or a button. */
const mostAround = 16;

/** Makes a mark element something to focus and to press, unless it stands in something that already is. */
export function dressMark(
  mark: HTMLElement,
  occurrence: Occurrence,
  { isFirst, isOnly }: { readonly isFirst: boolean; readonly isOnly: boolean },
): void {
  mark.removeAttribute('data-markjs');
  mark.setAttribute(markAttribute, kindOf(occurrence));
  if (!isFirst || isInControl(mark)) return;
  mark.setAttribute('tabindex', '0');
  mark.setAttribute('role', 'button');
  mark.setAttribute('aria-haspopup', 'dialog');
  // Its own words name it, unless they are only the beginning.
  if (!isOnly) mark.setAttribute('aria-label', occurrence.text);
}

function isInControl(mark: HTMLElement): boolean {
  let element = parentElementOf(mark);
  for (let step = 0; step < mostAround && element; step++) {
    const name = localNameOf(element);
    if (['a', 'button', 'summary', 'label'].includes(name)) return true;
    if (/^(button|link|tab|menuitem|option|checkbox|radio|switch)$/.test(attributeOf(element, 'role') ?? ''))
      return true;
    element = parentElementOf(element);
  }
  return false;
}
