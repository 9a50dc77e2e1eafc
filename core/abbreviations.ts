// 'long form (SF)' and 'SF (long form)', by the method of Schwartz and Hearst, "A simple algorithm for identifying
// abbreviation definitions in biomedical text", Pac Symp Biocomput 2003: the short form's letters are looked for from
// right to left in the words before it, and its first letter must begin a word.

/** A short form and the long form the text gives it. */
export interface AbbreviationPair {
  readonly shortForm: string;
  readonly longForm: string;
}

// Lengths by Schwartz and Hearst: short forms of two to ten characters, at most two words.
const longestShortForm = 10;
// A parenthesis longer than this is a remark, not a long form; it also keeps the search linear.
const longestAside = 200;

/** Every definition the text gives, in order. Time grows with the number of parentheses, not with their nesting. */
export function findDefinitions(text: string): AbbreviationPair[] {
  const pairs: AbbreviationPair[] = [];
  for (let open = text.indexOf('('); open !== -1; open = text.indexOf('(', open + 1)) {
    const close = text.indexOf(')', open);
    if (close === -1) break;
    if (close - open > longestAside) continue;
    const pair = readAside(text, open, text.slice(open + 1, close));
    if (pair !== undefined) pairs.push(pair);
  }
  return pairs;
}

function readAside(text: string, open: number, aside: string): AbbreviationPair | undefined {
  // '(PTSD; n = 12)' and '(PTSD, or shell shock)' define by their first piece.
  const shortForm = tidy(aside.split(/[;,:=]|\s+or\s/)[0] ?? '');
  if (isShortForm(shortForm)) {
    const words = Math.min(shortForm.length + 5, shortForm.length * 2);
    const longForm = bestLongForm(shortForm, lastWords(text, open, words));
    if (longForm !== undefined) return { shortForm, longForm };
  }
  const before = lastWords(text, open, 1);
  if (isShortForm(before) && /[A-Z]/.test(before)) {
    const longForm = bestLongForm(before, tidy(aside.split(/[;,]/)[0] ?? ''));
    if (longForm !== undefined) return { shortForm: before, longForm };
  }
  return undefined;
}

/** Line breaks and runs of spaces as one space, typographic quotes and soft hyphens gone. */
function tidy(text: string): string {
  return text
    .replace(/[\u00AD\u200B-\u200D\u2060"\u201C\u201D\u2018\u2019]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function isShortForm(text: string): boolean {
  return (
    text.length >= 2 &&
    text.length <= longestShortForm &&
    /^[A-Za-z0-9]/.test(text) &&
    /[A-Za-z]/.test(text) &&
    text.split(' ').length <= 2
  );
}

/** The last words before `end`, inside the same sentence. */
function lastWords(text: string, end: number, count: number): string {
  // Ten characters a word are ample; the cut keeps a page without spaces cheap.
  const window = tidy(text.slice(Math.max(0, end - count * 30), end));
  const sentence = window.split(/[.;:!?]\s|[()[\]]/).pop() ?? '';
  return sentence.split(' ').slice(-count).join(' ').trim();
}

const isLetterOrDigit = (char: string | undefined): boolean =>
  char !== undefined && /[\p{L}\p{N}]/u.test(char);

/** The shortest stretch at the end of `text` that holds the short form's letters in order; its first begins a word. */
function bestLongForm(shortForm: string, text: string): string | undefined {
  let at = text.length - 1;
  for (let s = shortForm.length - 1; s >= 0; s--) {
    const wanted = shortForm[s]?.toLowerCase();
    if (!isLetterOrDigit(wanted)) continue;
    while (at >= 0 && (text[at]?.toLowerCase() !== wanted || (s === 0 && isLetterOrDigit(text[at - 1]))))
      at--;
    if (at < 0) return undefined;
    at--;
  }
  const longForm = text.slice(text.lastIndexOf(' ', at) + 1).replace(/^[^\p{L}\p{N}]+/u, '');
  const isOwnPart = longForm.split(/[\s-]/).includes(shortForm);
  return longForm.length <= shortForm.length || isOwnPart ? undefined : longForm;
}
