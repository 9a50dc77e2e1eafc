import { foldText } from './fold-text.ts';

/**
 * Whether a long form is a name in slightly other words: "randomised, placebo-controlled trials", "mild cognitive deficits".
 * The words of the name, or words much like them, stand in it in this order; of three or more one may be missing, not the
 * first.
 */
export function isNearly(longForm: string, name: string): boolean {
  const said = foldText(longForm.replace(/[,&]/g, ' ')).split(' ');
  const words = foldText(name).split(' ');
  const found = words.filter((word) => {
    const at = said.findIndex((other) => isLike(other, word));
    if (at !== -1) said.splice(0, at + 1);
    return at !== -1;
  });
  const missing = words.length - found.length;
  return words.length > 1 && found[0] === words[0] && missing <= (words.length > 2 ? 1 : 0);
}

/** Whether two words begin alike and are mostly the same: "controlled" and "control". */
function isLike(a: string, b: string): boolean {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  return same >= 0.6 * Math.max(a.length, b.length);
}
