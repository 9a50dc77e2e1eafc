// How characters compare when a name is looked for. Everything folded here is one UTF-16 unit, so offsets never move.

/** Classes of characters: `word` letters and digits make tokens, `joint` spaces and dashes stand between them. */
export const charClass = { other: 0, word: 1, space: 2, dash: 3, apostrophe: 4, ignored: 5 } as const;

const spaces = /[\s\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/;
// A slash joins like a dash: naltrexone/bupropion.
const dashes = /[-/\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/;
const apostrophes = /['\u2018\u2019\u02BC\uFF07]/;
// Soft hyphen, zero-width space and joiners, word joiner, byte order mark, bidi controls: a reader does not see them.
const ignored = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/;
// Scripts written without spaces do not glue to a Latin name, so only alphabetic scripts make words.
const word = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}\p{M}]/u;

function classify(code: number): number {
  const char = String.fromCharCode(code);
  if (ignored.test(char)) return charClass.ignored;
  if (spaces.test(char)) return charClass.space;
  if (dashes.test(char)) return charClass.dash;
  if (apostrophes.test(char)) return charClass.apostrophe;
  return word.test(char) ? charClass.word : charClass.other;
}

function fold(code: number): number {
  const lower = String.fromCharCode(code).toLowerCase();
  // A letter whose lower case is longer ('İ') stays as it is: lengths must not change.
  const plain = lower.length === 1 ? lower.normalize('NFD') : '';
  return plain === '' ? code : plain.charCodeAt(0);
}

// Both tables cover all of UTF-16 and fill as characters are met: Latin pages touch a few hundred cells.
const classes = new Uint8Array(65_536).fill(255);
const folded = new Uint16Array(65_536);

/** The class of a UTF-16 unit, one of `charClass`. */
export function classOf(code: number): number {
  const known = classes[code] ?? 255;
  if (known !== 255) return known;
  const found = classify(code);
  classes[code] = found;
  folded[code] = fold(code);
  return found;
}

/** The unit as we compare it: lower case, without its accent. Ask `classOf` first. */
export function foldedCode(code: number): number {
  return folded[code] ?? code;
}

/** A text as we compare it: lower case, no accents, unseen characters gone, every joint one space. */
export function foldText(text: string): string {
  let out = '';
  let joint = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const kind = classOf(code);
    if (kind === charClass.ignored) continue;
    if (kind === charClass.space || kind === charClass.dash) {
      joint = true;
      continue;
    }
    if (joint && out !== '') out += ' ';
    joint = false;
    out += kind === charClass.apostrophe ? "'" : String.fromCharCode(foldedCode(code));
  }
  return out;
}
