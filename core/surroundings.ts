import { foldText } from './fold-text.ts';
import type { Surroundings } from './rules.ts';
import { singular } from './word-forms.ts';

/** Whether what stands around `[start, end)` of a text is as a rule asks. */
export type SurroundingsTest = (text: string, start: number, end: number) => boolean;

/** So far a rule looks, in characters. */
const sight = 90;
/** How many words before count as "shortly before", and how many after "of". */
const nearWords = 12;
const ofWords = 4;
const longestPhrase = 3;

/**
 * Makes a test of a rule; `lists` are what `@name` stands for. Only words of the same part of the sentence count. What it
 * needs is made when it is first asked: most pages never ask.
 */
export function testSurroundings(
  rule: Surroundings,
  lists: Readonly<Record<string, readonly string[]>>,
): SurroundingsTest {
  let test: SurroundingsTest | undefined;
  return (text, start, end) => {
    test ??= madeTest(rule, lists);
    return test(text, start, end);
  };
}

function madeTest(rule: Surroundings, lists: Readonly<Record<string, readonly string[]>>): SurroundingsTest {
  const phrases = (texts: readonly string[] | undefined): ReadonlySet<string> | undefined =>
    texts &&
    new Set(
      expanded(texts, lists)
        .flatMap(withoutBraces)
        .map((text) => singulars(foldText(text)).join(' ')),
    );
  const after = phrases(rule.after);
  const before = phrases(rule.before);
  const about = phrases(rule.about);
  const notAfter = phrases(rule.notAfter);
  const notBefore = phrases(rule.notBefore);
  const notOf = phrases(rule.notOf);
  const little = new Set(lists.little);
  const isAsked = rule.plural ?? after ?? before ?? about;
  return (text, start, end) => {
    const ahead = wordsAfter(text, end);
    const behind = wordsBefore(text, start);
    if (notAfter && holdsAt(notAfter, ahead, 0)) return false;
    if (notBefore && endsWith(notBefore, behind)) return false;
    if (notOf && ahead[0] === 'of' && holdsWithin(notOf, ahead, 1, ofWords)) return false;
    if (!isAsked) return true;
    if (rule.plural && /s$/i.test(text.slice(start, end))) return true;
    // "depressed in some patients" is not said of the patients.
    const stop = ahead.findIndex((word) => little.has(word) && !joins.test(word));
    const reach = Math.min(rule.reach ?? 0, stop === -1 ? ahead.length : stop);
    return (
      (after !== undefined && holdsWithin(after, ahead, 0, reach)) ||
      (before !== undefined && endsWith(before, behind)) ||
      (about !== undefined &&
        (ahead[0] === undefined || little.has(ahead[0])) &&
        isNearest(about, notAfter, behind.slice(-nearWords)))
    );
  };
}

const joins = /^(?:and|or)$/;

/** Whether the last of these words that is in either list is in the first. */
function isNearest(
  wanted: ReadonlySet<string>,
  unwanted: ReadonlySet<string> | undefined,
  words: readonly string[],
): boolean {
  for (let at = words.length - 1; at >= 0; at--) {
    if (holdsAt(wanted, words, at)) return true;
    if (unwanted && holdsAt(unwanted, words, at)) return false;
  }
  return false;
}

/** Rows with the lists they refer to written out. */
function expanded(texts: readonly string[], lists: Readonly<Record<string, readonly string[]>>): string[] {
  return texts.flatMap((text) => (text.startsWith('@') ? (lists[text.slice(1)] ?? []) : [text]));
}

/** `{a,b} c` as "a c" and "b c". */
export function withoutBraces(text: string): string[] {
  const [whole, choices = ''] = /\{([^}]*)\}/.exec(text) ?? [];
  if (whole === undefined) return [text];
  return choices.split(',').flatMap((choice) => withoutBraces(text.replace(whole, choice)));
}

/** The folded words that follow, in the singular, up to the next sign. */
function wordsAfter(text: string, end: number): string[] {
  const [words = ''] = /^[\s\p{Pd}/]*[\p{L}\p{N}'\u2019\s\p{Pd}/]+/u.exec(text.slice(end, end + sight)) ?? [];
  return singulars(foldText(words));
}

function wordsBefore(text: string, start: number): string[] {
  const [words = ''] =
    /[\p{L}\p{N}'\u2019\s\p{Pd}/]+$/u.exec(text.slice(Math.max(0, start - sight), start)) ?? [];
  return singulars(foldText(words));
}

const singulars = (folded: string): string[] =>
  folded
    .replace(/'s?(?=\s|$)/g, '')
    .split(' ')
    .filter((word) => word !== '')
    .map(singular);

const holdsAt = (phrases: ReadonlySet<string>, words: readonly string[], at: number): boolean => {
  for (let count = 1; count <= longestPhrase; count++) {
    if (phrases.has(words.slice(at, at + count).join(' '))) return true;
  }
  return false;
};

function holdsWithin(
  phrases: ReadonlySet<string>,
  words: readonly string[],
  from: number,
  reach: number,
): boolean {
  for (let at = from; at <= from + reach && at < words.length; at++)
    if (holdsAt(phrases, words, at)) return true;
  return false;
}

function endsWith(phrases: ReadonlySet<string>, words: readonly string[]): boolean {
  for (let count = 1; count <= longestPhrase && count <= words.length; count++) {
    if (phrases.has(words.slice(-count).join(' '))) return true;
  }
  return false;
}
