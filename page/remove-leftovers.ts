import { kinds, markName } from './mark-style.ts';
import { markAttribute } from './marked-text.ts';
import { popoverHostName } from './popover-host.ts';

/**
 * Removes what an earlier run of ours left in the page and can no longer remove itself: Firefox ends content scripts
 * when the extension is updated, but their highlights, styles, marks and host stay.
 */
export function removeLeftovers(page: Document): void {
  for (const host of page.querySelectorAll(popoverHostName)) host.remove();
  for (const mark of page.querySelectorAll(`mark[${markAttribute}]`))
    mark.replaceWith(mark.textContent ?? '');
  if ('highlights' in CSS) {
    // Each by its name: Firefox gives content scripts no iterator over the registry.
    for (const name of [...kinds, 'current']) CSS.highlights.delete(`${markName}-${name}`);
  }
  const sheets = page.adoptedStyleSheets.filter((sheet) => !isOurs(sheet));
  if (sheets.length < page.adoptedStyleSheets.length) page.adoptedStyleSheets = sheets;
}

function isOurs(sheet: CSSStyleSheet): boolean {
  return [...sheet.cssRules].some((rule) => rule.cssText.includes(markName));
}
