import type { EntryId } from './entry.ts';
import { charClass, foldText, foldUnit, lettersOf } from './fold-text.ts';
import type { LexiconName } from './lexicon.ts';
import { numberForms } from './word-forms.ts';

/**
 * Names made ready to be looked for: plain data that can be sent from one place to another and used as it arrives.
 *
 * A name is a row of words. Each row of first words of a name has a key, 32 bits that come from its folded letters; a table
 * with open addressing says for a key whether names go on from there, and which name ends there. Keys may meet by chance,
 * so whoever finds a name by them compares its letters.
 */
export interface CompiledNames {
  /** The texts of all names, one after the other. */
  readonly texts: string;
  /** Where each begins; one more for the end of the last. */
  readonly starts: Uint32Array;
  /** The entry of each, a number into `entryIds`. */
  readonly entries: Uint32Array;
  readonly entryIds: readonly EntryId[];
  /** Of each: `exactCase` | `ambiguous`. */
  readonly flags: Uint8Array;
  readonly longForms: ReadonlyMap<number, readonly string[]>;
  /** Open addressing, a power of two of cells; 0 is an empty one. */
  readonly keys: Int32Array;
  /** For each key: twice the number of the name that ends there plus one (0: none), plus one when names go on. */
  readonly values: Int32Array;
  /** Bits, a power of two: a key whose bit is not set is not in the table. */
  readonly filter: Int32Array;
  /** Names that are written alike, by the first of them. */
  readonly alike: ReadonlyMap<number, readonly number[]>;
}

/** Bits of `CompiledNames.flags`. */
export const nameFlags = { exactCase: 1, ambiguous: 2 } as const;

/** The key of a word's letters before the first. */
export const emptyKey = 0x811c9dc5 | 0;

/** The key of a word with one more folded letter (FNV-1a, 32 bits). */
export const keyWith = (key: number, unit: number): number => Math.imul(key ^ unit, 0x01000193);

/** And without that letter again: the number is the inverse of the one above. */
export const keyWithout = (key: number, unit: number): number => Math.imul(key, 0x359c449b) ^ unit;

/** The key of a row of words with one more word. */
export const keyAfter = (row: number, word: number): number => Math.imul(row, 0x2545f491) ^ word || 1;

/** The row before the first word. */
export const emptyRow = 0;

/** Makes names ready to be looked for. 100,000 take some two tenths of a second. */
export function compileNames(names: readonly LexiconName[]): CompiledNames {
  const table = growingTable(names.length * 2);
  const starts = new Uint32Array(names.length + 1);
  const entries = new Uint32Array(names.length);
  const flags = new Uint8Array(names.length);
  const entryNumbers = new Map<EntryId, number>();
  const longForms = new Map<number, readonly string[]>();
  const alike = new Map<number, number[]>();
  const texts: string[] = [];
  let length = 0;
  /** Most names of an entry come one after the other. */
  let entryId: EntryId | undefined;
  let entry = 0;

  names.forEach((name, index) => {
    starts[index] = length;
    length += name.text.length;
    texts.push(name.text);
    if (name.entryId !== entryId) {
      entryId = name.entryId;
      entry = entryNumbers.get(entryId) ?? entryNumbers.size;
      entryNumbers.set(entryId, entry);
    }
    entries[index] = entry;
    flags[index] = (name.exactCase ? nameFlags.exactCase : 0) | (name.ambiguous ? nameFlags.ambiguous : 0);
    if (name.longForms.length > 0) longForms.set(index, name.longForms);

    addRows(table, name, (key) => {
      const first = table.end(key, index);
      if (first === index) return;
      const others = alike.get(first);
      if (!others) alike.set(first, [index]);
      else if (!others.includes(index)) others.push(index);
    });
  });
  starts[names.length] = length;
  return {
    ...{ texts: texts.join(''), starts, entries, flags, longForms, alike },
    entryIds: [...entryNumbers.keys()],
    ...table.done(),
  };
}

/** Adds the rows of a name's words, unit by unit: as `foldText` folds it, without making the text. Gives those it ends with. */
function addRows(table: GrowingTable, { text, exactCase }: LexiconName, end: (key: number) => void): void {
  let row = emptyRow;
  let key = emptyKey;
  let start = 0;
  let last = 0;
  let isJoint = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const unit = foldUnit(code);
    if (unit === charClass.ignored) continue;
    if (unit === charClass.space || unit === charClass.dash) {
      isJoint = last !== 0;
      continue;
    }
    if (isJoint) {
      row = keyAfter(row, key);
      table.goOn(row);
      key = emptyKey;
      start = at;
      isJoint = false;
    }
    last = unit;
    key = unit >= charClass.word ? keyWith(key, unit) : keyOf(lettersOf(unit, code), key);
  }
  if (exactCase || !oddEndings.has(last)) end(keyAfter(row, key));
  else for (const form of storedForms(foldText(text.slice(start)))) end(keyAfter(row, keyOf(form)));
}

/** Every way the last word of a name may end. */
export function lastWordForms(last: string, exactCase: boolean): readonly string[] {
  return exactCase ? [last, `${last}s`] : numberForms(last);
}

/** Words that end with none of these have one other form, with an s: that is looked up without it. */
const oddEndings = new Set(Array.from('shxyz', (letter) => letter.charCodeAt(0)));

/** The forms that the table holds. */
function storedForms(last: string): readonly string[] {
  const forms = numberForms(last);
  return forms.filter((form) => !form.endsWith('s') || !forms.includes(form.slice(0, -1)));
}

/** The key of a folded word, or of what goes on with these letters. */
function keyOf(letters: string, from = emptyKey): number {
  let key = from;
  for (let at = 0; at < letters.length; at++) key = keyWith(key, letters.charCodeAt(at));
  return key;
}

type GrowingTable = ReturnType<typeof growingTable>;

function growingTable(expected: number) {
  let size = 1024;
  while (size < expected) size *= 2;
  let keys = new Int32Array(size);
  let values = new Int32Array(size);
  let count = 0;

  const cellOf = (key: number): number => {
    let cell = cellFor(key, size - 1);
    while (keys[cell] !== 0 && keys[cell] !== key) cell = (cell + 1) & (size - 1);
    if (keys[cell] === key) return cell;
    if (count * 4 >= size * 3) {
      grow();
      return cellOf(key);
    }
    keys[cell] = key;
    count++;
    return cell;
  };
  const grow = (): void => {
    const [oldKeys, oldValues] = [keys, values];
    size *= 2;
    keys = new Int32Array(size);
    values = new Int32Array(size);
    count = 0;
    oldKeys.forEach((key, cell) => {
      if (key !== 0) values[cellOf(key)] = oldValues[cell] ?? 0;
    });
  };

  return {
    /** Names go on after the words with this key. */
    goOn(key: number): void {
      const cell = cellOf(key);
      values[cell] = (values[cell] ?? 0) | 1;
    },
    /** A name ends with this key. Gives the first that does. */
    end(key: number, name: number): number {
      const cell = cellOf(key);
      const value = values[cell] ?? 0;
      if (value > 1) return (value >> 1) - 1;
      values[cell] = value | ((name + 1) << 1);
      return name;
    },
    done() {
      let bits = 1024;
      while (bits < count * 12) bits *= 2;
      const filter = new Int32Array(bits / 32);
      for (let cell = 0; cell < size; cell++) {
        const key = keys[cell] ?? 0;
        const at = (key >>> 5) & (filter.length - 1);
        if (key !== 0) filter[at] = (filter[at] ?? 0) | (1 << key);
      }
      return { keys, values, filter };
    },
  };
}

/** Where in a table a key is looked for first. */
export const cellFor = (key: number, mask: number): number => (Math.imul(key, 0x9e3779b1) >>> 7) & mask;
