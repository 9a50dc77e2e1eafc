import { foldText } from './fold-text.ts';

/** Words of which a long form may lack one, if the name has at least so many. */
const many = 3;

/**
 * Whether a long form is a name in slightly other words: "randomised, placebo-controlled trials", "mild cognitive deficits".
 * The words of the name, or words much like them, stand in it in this order; one of several may be missing, not the first.
 */
export function isNearly(longForm: string, name: string): boolean {
  const said = foldText(longForm.replace(/[^\p{L}\p{N}]+/gu, ' ')).split(' ');
  const words = foldText(name).split(' ');
  let missing = 0;
  let at = 0;
  for (const [index, word] of words.entries()) {
    const found = said.findIndex((other, place) => place >= at && isLike(other, word));
    if (found === -1) {
      if (index === 0) return false;
      missing++;
    } else at = found + 1;
  }
  return words.length > 1 && missing <= (words.length >= many ? 1 : 0);
}

/** Whether two words begin alike and are mostly the same: "controlled" and "control", also with a letter mistyped. */
function isLike(a: string, b: string): boolean {
  const longer = Math.max(a.length, b.length);
  let first = 0;
  while (first < longer && a[first] === b[first]) first++;
  let last = 0;
  while (last < Math.min(a.length, b.length) - first && a.at(-1 - last) === b.at(-1 - last)) last++;
  return a === b || (first >= 3 && (first + last) / longer >= 0.6);
}
