import {
  type CompiledNames,
  cellFor,
  compileNames,
  emptyKey,
  emptyRow,
  keyAfter,
  keyWith,
  keyWithout,
  lastWordForms,
  nameFlags,
} from './compile-names.ts';
import { charClass, foldText, foldUnit, ligatures, narrow } from './fold-text.ts';
import type { LexiconName } from './lexicon.ts';

/** A name found in a text, before overlaps are settled. */
export interface NameMatch {
  readonly start: number;
  readonly end: number;
  readonly name: LexiconName;
  /** The name's place among those that are looked for. */
  readonly index: number;
}

/** What a text holds. */
export interface TextMatches {
  /** Every name that begins and ends at a word boundary, overlaps included, by where they end. */
  readonly names: readonly NameMatch[];
  /** Whether some word has five digits in a row, as an identifier of a trial that is written in one piece. */
  readonly hasLongNumber: boolean;
}

/** Looks for names in a text. */
export type NameMatcher = (text: string) => TextMatches;

/** So many words a name may have; what is longer is a sentence. */
const mostRows = 32;

const lowerS = 0x73;
const none: readonly number[] = [];

/**
 * Builds the matcher for these names. It reads a text once, unit by unit, and keeps one number for each row of words that
 * may become a name; most words cost one look at one bit. What it costs does not depend on how many names there are.
 */
export function createMatcher(names: readonly LexiconName[] | CompiledNames): NameMatcher {
  const compiled = 'texts' in names ? names : compileNames(names);
  const { keys, values, filter, alike } = compiled;
  const mask = keys.length - 1;
  const filterMask = filter.length - 1;
  const nameAt = createNames(compiled);

  /** What the table says about a key; 0: nothing. */
  const lookUp = (key: number): number => {
    if (((filter[(key >>> 5) & filterMask] ?? 0) & (1 << key)) === 0) return 0;
    let cell = cellFor(key, mask);
    for (let found = keys[cell]; found !== 0; found = keys[cell]) {
      if (found === key) return values[cell] ?? 0;
      cell = (cell + 1) & mask;
    }
    return 0;
  };

  /** Adds the names that end with what the table says, where the letters agree. */
  const note = (found: NameMatch[], value: number, text: string, start: number, last: number): void => {
    const end = endOfWord(text, last);
    const first = (value >> 1) - 1;
    for (const index of alike.get(first) ?? none) noteName(found, index, text, start, end);
    noteName(found, first, text, start, end);
  };
  const noteName = (found: NameMatch[], index: number, text: string, start: number, end: number): void => {
    if (!fits(compiled, index, text, start, end)) return;
    const name = nameAt(index);
    for (let i = found.length - 1; found[i]?.end === end; i--) {
      if (found[i]?.name === name && found[i]?.start === start) return;
    }
    found.push({ start, end, name, index });
  };

  // Rows of words that names go on from, up to the last word read; the longest began first.
  const rows = new Int32Array(mostRows);
  const rowStarts = new Int32Array(mostRows);

  const read = (text: string): TextMatches & { readonly hasBreak: boolean } => {
    const { length } = text;
    const found: NameMatch[] = [];
    let hasLongNumber = false;
    let hasBreak = false;
    let open = 0;
    let i = 0;

    for (;;) {
      // Over what stands between words.
      let spaces = false;
      let dashes = 0;
      let parts = i === 0;
      let unit: number = charClass.other;
      for (; i < length; i++) {
        unit = foldUnit(text.charCodeAt(i));
        if (unit >= charClass.ligature) break;
        if (unit === charClass.space) spaces = true;
        else if (unit === charClass.dash) {
          // One dash joins, also at the end of a line; with a space before it, it parts.
          parts ||= spaces || dashes > 0;
          dashes++;
        } else if (unit === charClass.apostrophe && !spaces && dashes === 0 && isPossessive(text, i)) i++;
        else if (unit !== charClass.ignored) parts = true;
      }
      if (i >= length) break;
      hasBreak ||= spaces && dashes === 1;
      if (parts) open = 0;

      // A word.
      const start = i;
      let key = emptyKey;
      let last = 0;
      let beforeLast = 0;
      for (; i < length; i++) {
        const code = text.charCodeAt(i);
        unit = foldUnit(code);
        if (unit >= charClass.word) {
          key = keyWith(key, unit);
          beforeLast = last;
          last = unit;
        } else if (unit === charClass.ligature) {
          for (const letter of ligatures.get(code) ?? '') key = keyWith(key, letter.charCodeAt(0));
          last = 0;
        } else if (unit !== charClass.ignored) break;
      }
      // It ends with a digit, or with one letter more.
      if ((isDigit(last) || isDigit(beforeLast)) && !hasLongNumber)
        hasLongNumber = holdsLongNumber(text, start, i);

      // What goes on with this word, what ends with it, and what begins with it.
      const ending = last === lowerS;
      if (open === 0 && !ending && ((filter[(key >>> 5) & filterMask] ?? 0) & (1 << key)) === 0) continue;
      let kept = 0;
      for (let row = 0; row <= open; row++) {
        const isNew = row === open;
        const rowKey = isNew ? emptyRow : (rows[row] ?? emptyRow);
        const rowStart = isNew ? start : (rowStarts[row] ?? start);
        const longer = keyAfter(rowKey, key);
        const value = lookUp(longer);
        if (value > 1) note(found, value, text, rowStart, i);
        if (ending) {
          const singular = lookUp(keyAfter(rowKey, keyWithout(key, lowerS)));
          if (singular > 1) note(found, singular, text, rowStart, i);
        }
        if ((value & 1) === 0) continue;
        rows[kept] = longer;
        rowStarts[kept] = rowStart;
        kept++;
      }
      open = Math.min(kept, mostRows - 1);
    }
    return { names: found, hasLongNumber, hasBreak };
  };

  return (text) => {
    const { names: found, hasLongNumber, hasBreak } = read(text);
    return {
      names: hasBreak ? [...found, ...acrossBreaks(text, (joined) => read(joined).names)] : found,
      hasLongNumber,
    };
  };
}

/** So much of the text on either side of a broken line is read again, in characters. */
const besideBreak = 120;

/** Names with a word that the text breaks at the end of a line: "nal-\ntrexone" in what is set as it is written. */
function* acrossBreaks(text: string, read: (joined: string) => readonly NameMatch[]): Generator<NameMatch> {
  for (const { 0: gap, index } of text.matchAll(/(?<=\p{L})[-\u2010]\r?\n[^\S\n]*(?=\p{L})/gu)) {
    const from = Math.max(0, index - besideBreak);
    const joint = index - from;
    const after = index + gap.length;
    const joined = text.slice(from, index) + text.slice(after, after + besideBreak);
    for (const { start, end, ...match } of read(joined)) {
      // Before the window there may be more of the first word, behind it more of the last.
      const isWhole =
        (start > 0 || from === 0) && (end < joined.length || after + besideBreak >= text.length);
      if (start >= joint || end <= joint || !isWhole) continue;
      yield { ...match, start: start + from, end: end + from + gap.length };
    }
  }
}

/** Where a word that was read up to `end` ends for a reader: an accent belongs to it, a soft hyphen behind it does not. */
function endOfWord(text: string, end: number): number {
  let at = end;
  while (foldUnit(text.charCodeAt(at - 1)) === charClass.ignored && !isAccent(text.charCodeAt(at - 1))) at--;
  return at;
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** So many digits in a row have the numbers of trials. */
const longNumber = 5;

function holdsLongNumber(text: string, start: number, end: number): boolean {
  let digits = 0;
  for (let i = start; i < end && digits < longNumber; i++) {
    const unit = foldUnit(text.charCodeAt(i));
    if (isDigit(unit)) digits++;
    else if (unit !== charClass.ignored) digits = 0;
  }
  return digits === longNumber;
}

const isAccent = (code: number): boolean => code >= 0x0300 && code <= 0x036f;

/** Whether an apostrophe is that of Alzheimer's disease: an s, and then the next word. */
function isPossessive(text: string, at: number): boolean {
  const code = text.charCodeAt(at + 1);
  if (code !== lowerS) return false;
  const after = foldUnit(text.charCodeAt(at + 2));
  return after === charClass.space || after === charClass.dash;
}

/** Names as the rest of the program knows them, made when they are first found. */
function createNames({ texts, starts, entries, entryIds, flags, longForms }: CompiledNames) {
  const made = new Map<number, LexiconName>();
  return (index: number): LexiconName => {
    const known = made.get(index);
    if (known) return known;
    const entryId = entryIds[entries[index] ?? -1];
    if (!entryId) throw new RangeError(`No name ${index}`);
    const flag = flags[index] ?? 0;
    const name: LexiconName = {
      text: texts.slice(starts[index], starts[index + 1]),
      entryId,
      exactCase: (flag & nameFlags.exactCase) !== 0,
      ambiguous: (flag & nameFlags.ambiguous) !== 0,
      longForms: longForms.get(index) ?? [],
    };
    made.set(index, name);
    return name;
  };
}

/** Whether the stretch of text is the name, letter by letter: two keys can be equal by chance. */
function fits(names: CompiledNames, index: number, text: string, start: number, end: number): boolean {
  const from = names.starts[index] ?? 0;
  const to = names.starts[index + 1] ?? 0;
  const isExact = ((names.flags[index] ?? 0) & nameFlags.exactCase) !== 0;
  const plainly = isSame(names.texts, from, to, text, start, end, isExact);
  return plainly || fitsInAnotherForm(names.texts.slice(from, to), isExact, text.slice(start, end));
}

/** The quick answer for what is written as the name is: the same letters, joints at the same places. */
function isSame(
  name: string,
  from: number,
  to: number,
  text: string,
  start: number,
  end: number,
  isExact: boolean,
): boolean {
  let at = from;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    const unit = foldUnit(code);
    const wanted = at < to ? name.charCodeAt(at) : 0;
    const wantedUnit = foldUnit(wanted);
    if (unit !== wantedUnit || unit < charClass.word) {
      const isJoint = unit === charClass.space || unit === charClass.dash;
      if (!isJoint || (wantedUnit !== charClass.space && wantedUnit !== charClass.dash)) return false;
    }
    if (isExact && unit >= charClass.word && narrow(code) !== wanted) return false;
    at++;
  }
  return at === to;
}

function fitsInAnotherForm(name: string, isExact: boolean, found: string): boolean {
  const wanted = foldText(name);
  const got = foldText(withoutPossessives(found));
  const head = wanted.lastIndexOf(' ') + 1;
  if (!got.startsWith(wanted.slice(0, head))) return false;
  if (!lastWordForms(wanted.slice(head), isExact).includes(got.slice(head))) return false;
  if (!isExact) return true;
  const letters = lettersOf(withoutPossessives(found));
  return letters === lettersOf(name) || letters === `${lettersOf(name)}s`;
}

const withoutPossessives = (text: string): string =>
  text.replace(/['\u2018\u2019\u02BC\uFF07]s(?=[\s-])/g, '');

/** The letters as they stand, joints and unseen characters aside: what an abbreviation must equal. */
function lettersOf(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (foldUnit(code) >= charClass.ligature) out += String.fromCharCode(narrow(code));
  }
  return out;
}
