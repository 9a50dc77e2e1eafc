import { dataOf, isText, nextSiblingOf, previousSiblingOf, takeOut } from './dom.ts';
import { highlightNames, markName } from './mark-style.ts';
import { markAttribute } from './marked-text.ts';
import { popoverHostName } from './popover-host.ts';
import { callSuccessor } from './succession.ts';

const names = highlightNames.map((name) => `${markName}-${name}`);
/** Where the browser has none the types know nothing of it. */
const highlights: HighlightRegistry | undefined = CSS.highlights;

/**
 * Removes what an earlier run of ours left in the page. A run that goes on without its extension (Chromium, after an
 * update) is asked to take its own away; one that was ended from outside (Firefox) leaves highlights, styles, marks
 * and host behind.
 */
export async function removeLeftovers(page: Document): Promise<void> {
  if (!hasLeftovers(page)) return;
  callSuccessor(page);
  await undefined;
  for (const host of page.querySelectorAll(popoverHostName)) takeOut(host);
  for (const mark of page.querySelectorAll(`mark[${markAttribute}]`)) unwrap(mark);
  // Each by its name: Firefox gives content scripts no iterator over the registry.
  for (const name of names) highlights?.delete(name);
  const sheets = page.adoptedStyleSheets.filter((sheet) => !isOurs(sheet));
  if (sheets.length < page.adoptedStyleSheets.length) page.adoptedStyleSheets = sheets;
}

function hasLeftovers(page: Document): boolean {
  return (
    page.adoptedStyleSheets.some(isOurs) ||
    names.some((name) => highlights?.has(name)) ||
    page.querySelector(`${popoverHostName}, mark[${markAttribute}]`) !== null
  );
}

/** Ours are short, and no page has reason to speak of us. */
function isOurs(sheet: CSSStyleSheet): boolean {
  const rules = [...sheet.cssRules];
  return rules.length <= 3 && rules.some((rule) => rule.cssText.includes(markName));
}

/** Gives the words back to the page's own text in front of them, and with them what was split off behind. */
function unwrap(mark: Element): void {
  const before = previousSiblingOf(mark);
  const rest = nextSiblingOf(mark);
  if (before && rest && isText(before) && isText(rest)) {
    before.data += `${mark.textContent}${dataOf(rest)}`;
    takeOut(rest);
    takeOut(mark);
  } else {
    mark.replaceWith(mark.textContent);
  }
}
