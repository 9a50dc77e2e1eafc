// How characters compare when a name is looked for: each UTF-16 unit of a text is folded by itself, so offsets never move.

/** What `foldUnit` gives for units that are no part of a word. Everything from `word` on is one, folded. */
export const charClass = {
  other: 1,
  space: 2,
  dash: 3,
  apostrophe: 4,
  /** Not seen by a reader: it neither parts nor makes words. */
  ignored: 5,
  /** A letter that stands for several, see `ligatures`. */
  ligature: 6,
  /** The digit 0, the first unit of which words are made. */
  word: 0x30,
} as const;

/** Letters that print several as one. */
export const ligatures: ReadonlyMap<number, string> = new Map([
  [0xfb00, 'ff'],
  [0xfb01, 'fi'],
  [0xfb02, 'fl'],
  [0xfb03, 'ffi'],
  [0xfb04, 'ffl'],
  [0xfb05, 'st'],
  [0xfb06, 'st'],
]);

/** Signs that look like a Greek letter and are none by their number: the micro sign, and those of formulas. */
const plainForms: ReadonlyMap<number, string> = new Map([
  [0xb5, 'μ'],
  [0x3d0, 'β'],
  [0x3f0, 'κ'],
]);

const spaces = /[\s\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/;
// A slash joins like a dash: naltrexone/bupropion.
const dashes = /[-/\u2010-\u2015\u2212\uFE58\uFE63]/;
const apostrophes = /['\u2018\u2019\u02BC]/;
// Soft hyphen, zero-width space and joiners, word joiner, unseen operators, byte order mark, bidi controls, the sign that
// makes a picture of a character, and accents that follow their letter: that of a letter in one piece is folded away too.
const ignored =
  /[\u0300-\u036F]|[\uFE00-\uFE0F]|[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/;
// Scripts written without spaces, and their vowel signs, do not glue to a Latin name, so only alphabetic scripts make words.
// Nor do small numbers, as of a note (¹), or those in a circle.
const word = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}]/u;

// Covers all of UTF-16 and fills as units are met: Latin pages touch a few hundred cells.
const folded = new Uint16Array(65_536);
// What every page has is known without the expressions above, which take milliseconds to make.
folded.fill(charClass.other, 0, 0x80);
folded.fill(charClass.space, 0x09, 0x0e);
folded[0x20] = charClass.space;
folded[0x27] = charClass.apostrophe;
folded[0x2d] = charClass.dash;
folded[0x2f] = charClass.dash;
for (let code = 0x30; code < 0x3a; code++) folded[code] = code;
for (let code = 0x61; code < 0x7b; code++) {
  folded[code] = code;
  folded[code - 0x20] = code;
}

/** A UTF-16 unit as we compare it: lower case, without its accent; what makes no word gives one of `charClass`. */
export function foldUnit(code: number): number {
  const known = folded[code] ?? 0;
  return known === 0 ? foldNew(code) : known;
}

/** Whether a UTF-16 unit is a letter of an alphabet; no unit at all (NaN) is none. */
export const isLetter = (code: number): boolean => code > 0x40 && foldUnit(code) > 0x39;

/** The plain form of a sign that is as wide as a Chinese one, as Japanese texts write abbreviations. */
export const narrow = (code: number): number => (code > 0xff00 && code < 0xff5f ? code - 0xfee0 : code);

function foldNew(code: number): number {
  const found = classify(code);
  folded[code] = found;
  return found;
}

function classify(code: number): number {
  const char = plainForms.get(code) ?? String.fromCharCode(narrow(code));
  if (dashes.test(char)) return charClass.dash;
  if (apostrophes.test(char)) return charClass.apostrophe;
  // The byte order mark counts as a space in regular expressions.
  if (ignored.test(char)) return charClass.ignored;
  if (spaces.test(char)) return charClass.space;
  if (ligatures.has(code)) return charClass.ligature;
  if (!word.test(char)) return charClass.other;
  const lower = char.toLowerCase();
  // A letter whose lower case is longer ('İ') stays as it is: lengths must not change.
  return lower.length === 1 ? lower.normalize('NFD').charCodeAt(0) : code;
}

/** A text as we compare it: lower case, no accents, unseen characters gone, every joint one space. */
export function foldText(text: string): string {
  let out = '';
  let joint = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const unit = foldUnit(code);
    if (unit === charClass.ignored) continue;
    if (unit === charClass.space || unit === charClass.dash) {
      joint = true;
      continue;
    }
    if (joint && out !== '') out += ' ';
    joint = false;
    out += unit >= charClass.word ? String.fromCharCode(unit) : lettersOf(unit, code);
  }
  return out;
}

/** What stands in a folded text for a unit that makes no word by itself: its letters, or its own look in lower case. */
export function lettersOf(unit: number, code: number): string {
  if (unit === charClass.apostrophe) return "'";
  return ligatures.get(code) ?? String.fromCharCode(code).toLowerCase();
}
