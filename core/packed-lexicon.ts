import type { EntryId, EntryKind } from './entry.ts';
import type { Lexicon, LexiconName } from './lexicon.ts';
import type { NameRules } from './rules.ts';

/** A plain name as it is; an abbreviation with whether it is ambiguous (1) and its further long forms. */
type PackedName = string | readonly [text: string, ambiguous: 0 | 1, ...longForms: string[]];
type PackedRow = readonly [EntryId | EntryKind, ...PackedName[]];

/** Parts what stands in a row of plain names; no name holds one. */
const bar = '|';

/**
 * The lexicon as it ships: each entry's names in one row. A quarter of the size, for code that goes into every page.
 * A row begins with the entry's id, or with its kind alone where the id follows from the first name; one of plain names only
 * is one text.
 */
export interface PackedLexicon {
  readonly compiled: string;
  readonly rows: readonly (PackedRow | string)[];
  readonly rules?: NameRules;
}

/** Packs a lexicon whose names are grouped by entry, as `compileKnowledge` gives it. */
export function packLexicon({ compiled, names, rules }: Lexicon): PackedLexicon {
  const rows = new Map<EntryId, PackedName[]>();
  for (const { entryId, text, exactCase, ambiguous, longForms } of names) {
    const row = rows.get(entryId) ?? [];
    row.push(exactCase ? [text, ambiguous ? 1 : 0, ...longForms] : text);
    rows.set(entryId, row);
  }
  return {
    compiled,
    ...(rules && { rules }),
    rows: [...rows].map(([entryId, row]) => {
      // An id is its kind, a colon and the rest.
      const kind = entryId.slice(0, entryId.indexOf(':')) as EntryKind;
      const packed: PackedRow = [idFrom(kind, row[0]) === entryId ? kind : entryId, ...row];
      return packed.every((part) => typeof part === 'string') ? packed.join(bar) : packed;
    }),
  };
}

/** The id an entry of this kind has when it is called after its first name. */
function idFrom(kind: EntryKind, name: PackedName | undefined): EntryId {
  const text = typeof name === 'object' ? name[0] : (name ?? '');
  return `${kind}:${text.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
}

/** The lexicon that was packed, name for name. */
export function unpackLexicon({ compiled, rows, rules }: PackedLexicon): Lexicon {
  const names = rows.flatMap((packed) => {
    // Packed above, so it begins as every row does.
    const [idOrKind, ...row] = (typeof packed === 'string' ? packed.split(bar) : packed) as PackedRow;
    const entryId = isId(idOrKind) ? idOrKind : idFrom(idOrKind, row[0]);
    return row.map((name): LexiconName => {
      if (typeof name === 'string') {
        return { text: name, entryId, exactCase: false, ambiguous: false, longForms: [] };
      }
      const [text, ambiguous, ...longForms] = name;
      return { text, entryId, exactCase: true, ambiguous: ambiguous === 1, longForms };
    });
  });
  return { compiled, names, ...(rules && { rules }) };
}

const isId = (idOrKind: EntryId | EntryKind): idOrKind is EntryId => idOrKind.includes(':');
