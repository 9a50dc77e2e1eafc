import type { EntryId, EntryKind } from './entry.ts';
import type { Lexicon, LexiconName } from './lexicon.ts';
import type { NameRules } from './rules.ts';

/** What parts rows, names and long forms, and what an abbreviation begins with; no name holds one of them. */
const sign = { row: '\n', name: '|', longForm: ';', abbreviation: '=', ambiguous: '~' } as const;

/**
 * The lexicon as it ships: a quarter of the size, for code that goes into every page. Each entry's names are one row, which
 * begins with the entry's id, or with its kind alone where the id follows from the first name. An abbreviation has a sign
 * in front and its further long forms behind.
 */
export interface PackedLexicon {
  readonly compiled: string;
  readonly rows: string;
  readonly rules?: NameRules;
}

/** Packs a lexicon whose names are grouped by entry, as `compileKnowledge` gives it. Throws a RangeError where a name holds a sign. */
export function packLexicon({ compiled, names, rules }: Lexicon): PackedLexicon {
  const rows = new Map<EntryId, LexiconName[]>();
  for (const name of names) {
    if (/[\n|;=~]/.test([name.text, ...name.longForms].join()))
      throw new RangeError(`${name.text} cannot be packed`);
    rows.set(name.entryId, [...(rows.get(name.entryId) ?? []), name]);
  }
  const packed = [...rows].map(([entryId, row]) => {
    // An id is its kind, a colon and the rest.
    const kind = entryId.slice(0, entryId.indexOf(':')) as EntryKind;
    const id = idFrom(kind, row[0]?.text ?? '') === entryId ? kind : entryId;
    return [id, ...row.map(packName)].join(sign.name);
  });
  return { compiled, ...(rules && { rules }), rows: packed.join(sign.row) };
}

const packName = ({ text, exactCase, ambiguous, longForms }: LexiconName): string =>
  exactCase
    ? (ambiguous ? sign.ambiguous : sign.abbreviation) + [text, ...longForms].join(sign.longForm)
    : text;

/** The id an entry of this kind has when it is called after its first name. */
function idFrom(kind: EntryKind, text: string): EntryId {
  return `${kind}:${text.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
}

/** The lexicon that was packed, name for name. */
export function unpackLexicon({ compiled, rows, rules }: PackedLexicon): Lexicon {
  const names = rows.split(sign.row).flatMap((row) => {
    const [idOrKind = '', ...packed] = row.split(sign.name);
    const first = packed[0]?.replace(/^[=~]|;.*/g, '') ?? '';
    // Packed above, so it begins as every row does.
    const entryId = idOrKind.includes(':') ? (idOrKind as EntryId) : idFrom(idOrKind as EntryKind, first);
    return packed.map((name): LexiconName => {
      const ambiguous = name.startsWith(sign.ambiguous);
      const exactCase = ambiguous || name.startsWith(sign.abbreviation);
      const [text = '', ...longForms] = exactCase ? name.slice(1).split(sign.longForm) : [name];
      return { text, entryId, exactCase, ambiguous, longForms };
    });
  });
  return { compiled, names, ...(rules && { rules }) };
}
