// Definitions of abbreviations: 'long form (SF)' and 'SF (long form)'. The frame is that of Schwartz and Hearst, "A simple
// algorithm for identifying abbreviation definitions in biomedical text", Pac Symp Biocomput 2003: a short form in
// brackets, its letters in order in as many words before it as it may stand for. Which of the ways to lay the letters
// over the words is meant they decide by going from right to left; here it is the cheapest, see `align-letters.ts`.
import { alignLetters } from './align-letters.ts';

/** A short form and the long form the text gives it. */
export interface AbbreviationPair {
  readonly shortForm: string;
  readonly longForm: string;
  /** From the first to the last of both in the text, in UTF-16 units; end exclusive. */
  readonly start: number;
  readonly end: number;
}

// Lengths by Schwartz and Hearst: short forms of two to ten characters, at most two words.
const longestShortForm = 10;
// A parenthesis longer than this is a remark, not a long form; it also keeps the search linear.
const longestAside = 200;

/** Every definition the text gives, in order. Time grows with the number of brackets, not with their nesting. */
export function findDefinitions(text: string): AbbreviationPair[] {
  const pairs: AbbreviationPair[] = [];
  for (const { index } of text.matchAll(/[([]/g)) {
    const close = closeOf(text, index);
    if (close === -1) continue;
    const pair = readAside(text, index, close);
    if (pair !== undefined) pairs.push(pair);
  }
  return pairs;
}

/** Where the bracket that opens here is closed; -1 when that is too far away. */
function closeOf(text: string, open: number): number {
  const [opening, closing] = text[open] === '(' ? ['(', ')'] : ['[', ']'];
  const last = Math.min(text.length, open + longestAside);
  for (let at = open + 1, depth = 1; at < last; at++) {
    if (text[at] === opening) depth++;
    else if (text[at] === closing && --depth === 0) return at;
  }
  return -1;
}

function readAside(text: string, open: number, close: number): AbbreviationPair | undefined {
  const aside = text.slice(open + 1, close).replace(lead, '');
  // '(PTSD; n = 12)' and '(PTSD, or shell shock)' define by their first piece.
  const shortForm = tidy(aside.split(/[;,:=]\s|\s[=([]|\s+or\s/)[0] ?? '');
  if (isShortForm(shortForm)) {
    const from = wordsBefore(text, open, mostWords(shortForm));
    const start = alignLetters(shortForm, text.slice(from, open), 'end');
    const longForm = start === undefined ? '' : tidy(text.slice(from + start, open));
    if (start !== undefined && isApart(shortForm, longForm))
      return { shortForm, longForm, start: from + start, end: close + 1 };
  }
  const from = wordsBefore(text, open, 1);
  const before = tidy(text.slice(from, open)).replace(/^[^\p{L}\p{N}]+/u, '');
  if (before.length < 2 || before.endsWith(',') || !isShortForm(before) || !/\p{Lu}/u.test(before))
    return undefined;
  const longForm = tidy(aside.split(/[;,]\s/)[0] ?? '');
  const start = alignLetters(before, longForm, 'start');
  if (start === undefined || !isApart(before, longForm)) return undefined;
  return { shortForm: before, longForm: longForm.slice(start), start: from, end: close + 1 };
}

/** Words that say that what follows is another name: '(hereafter PTSD)'. */
const lead =
  /^\s*(?:(?:i\.?e\.|that is|or|also|commonly|hereafter|abbreviated|called|known|short|for|as|the)[:,]?\s+)+/;

/** Line breaks and runs of spaces as one space, typographic quotes and soft hyphens gone. */
function tidy(text: string): string {
  return text
    .replace(/[\u00AD\u200B-\u200D\u2060"\u201C\u201D\u2018\u2019]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What brackets often hold and no abbreviation is: "that is", "see Fig", "e.g.", panels and numbers of lists. */
const remark =
  /^(?:(?:e\.?g|i\.?e)\b.*|(?:that|where|see|and|or|the|as|in|of|for|figs?|tables?|ref|vs)\b.*|[ivx]+|\d*[a-z])$/;

function isShortForm(text: string): boolean {
  if (text.length > longestShortForm || text.split(' ').length > 2) return false;
  if (!/^(?!\d+\s)[\p{L}\p{N}]/u.test(text) || !/\p{L}/u.test(text) || /[<>=≤≥±%©]/.test(text)) return false;
  if (text.length === 1) return /\p{Lu}/u.test(text);
  return !remark.test(text) || /\p{Lu}/u.test(text);
}

function mostWords(shortForm: string): number {
  return shortForm.length === 1 ? 1 : Math.min(shortForm.length + 5, shortForm.length * 2);
}

/** Whether the long form is more than the short form, and does not use it. */
function isApart(shortForm: string, longForm: string): boolean {
  const words = (text: string): string => ` ${text.toLowerCase().replace(/[\s/-]/g, ' ')} `;
  return longForm.length > shortForm.length && !words(longForm).includes(words(shortForm));
}

/** Where the last `count` words before `end` begin, inside the same sentence. */
function wordsBefore(text: string, end: number, count: number): number {
  // Thirty characters a word are ample; the cut keeps a page without spaces cheap.
  const least = Math.max(0, end - Math.max(count, 2) * 30);
  let at = end;
  while (at > least && isSpace(text[at - 1])) at--;
  for (let words = 0; at > least; at--) {
    const before = text[at - 1] ?? '';
    if (isSpace(before)) {
      if (isSpace(text[at])) continue;
      words++;
      if (words === count) return at;
      if (/[.;:!?]/.test(text[at - 2] ?? '') && !/\b\p{L}\.\s$/u.test(text.slice(Math.max(0, at - 3), at)))
        return at;
    } else if (brackets.includes(before)) return at;
  }
  return at;
}

const brackets = '()[]';

/** Letters are most of a text, and this is asked of each before a bracket. */
const isSpace = (char: string | undefined): boolean =>
  char !== undefined && !(char > ' ' && char < '\u00A0') && /\s/.test(char);
