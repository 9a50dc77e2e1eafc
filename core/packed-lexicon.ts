import type { EntryId } from './entry.ts';
import type { Lexicon, LexiconName } from './lexicon.ts';

/** A plain name as it is; an abbreviation with whether it is ambiguous (1) and its further long forms. */
type PackedName = string | readonly [text: string, ambiguous: 0 | 1, ...longForms: string[]];

/** The lexicon as it ships: each entry's names in one row. A quarter of the size, for code that goes into every page. */
export interface PackedLexicon {
  readonly compiled: string;
  readonly rows: readonly (readonly [EntryId, ...PackedName[]])[];
}

/** Packs a lexicon whose names are grouped by entry, as `compileKnowledge` gives it. */
export function packLexicon({ compiled, names }: Lexicon): PackedLexicon {
  const rows = new Map<EntryId, PackedName[]>();
  for (const { entryId, text, exactCase, ambiguous, longForms } of names) {
    const row = rows.get(entryId) ?? [];
    row.push(exactCase ? [text, ambiguous ? 1 : 0, ...longForms] : text);
    rows.set(entryId, row);
  }
  return { compiled, rows: [...rows].map(([entryId, row]) => [entryId, ...row]) };
}

/** The lexicon that was packed, name for name. */
export function unpackLexicon({ compiled, rows }: PackedLexicon): Lexicon {
  const names = rows.flatMap(([entryId, ...row]) =>
    row.map((name): LexiconName => {
      if (typeof name === 'string') {
        return { text: name, entryId, exactCase: false, ambiguous: false, longForms: [] };
      }
      const [text, ambiguous, ...longForms] = name;
      return { text, entryId, exactCase: true, ambiguous: ambiguous === 1, longForms };
    }),
  );
  return { compiled, names };
}
