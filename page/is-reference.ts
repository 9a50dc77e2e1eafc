import { dataOf, documentOf, isText } from './dom.ts';

/** References are a few characters in a few elements; more is not looked at. */
const mostNodes = 30;
const longest = 60;

/** "1", "2,3–5", "[12]", "[note 1]", "[citation needed]", "a,b", "*", "®": what stands at words and is no part of them. */
const reference =
  /^(?:\[[^[\]]{1,40}\]\s*)+$|^[\d\s,;.:()[\]*†‡§¶‖#®™℠‐–—-]+[a-z]?$|^[a-z](?:\s*,\s*[a-z])*$/;

/** Whether a `sup` refers to a note, and is not an exponent or a charge that a word could depend on. */
export function isReference(sup: Element): boolean {
  const nodes = documentOf(sup).createTreeWalker(sup, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  let text = '';
  for (let count = 0; nodes.nextNode(); count++) {
    if (count === mostNodes) return false;
    if (isText(nodes.currentNode)) text += dataOf(nodes.currentNode).slice(0, longest + 1);
    if (text.length > longest) return false;
  }
  return reference.test(text.trim());
}
