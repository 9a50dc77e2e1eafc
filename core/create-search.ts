import MiniSearch from 'minisearch';
import { foldText } from './fold-text.ts';
import type { Search, SearchDocument } from './search-index.ts';

/** Words as search compares them: folded, split at everything that is no letter or digit. */
const words = (text: string): string[] =>
  foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** How many typing errors a word of this length may hold: none in short ones, which are mostly abbreviations. */
const typos = (word: string): number => (word.length < 5 || /\d/.test(word) ? 0 : word.length < 9 ? 1 : 2);

/** The exact name of an entry, abbreviation or title; asked before anything is ranked. */
function byExactName(entries: readonly SearchDocument[]): Map<string, SearchDocument[]> {
  const exact = new Map<string, SearchDocument[]>();
  for (const entry of entries) {
    const names = [entry.title, ...entry.names];
    for (const key of new Set(names.map((name) => words(name).join(' ')))) {
      exact.set(key, [...(exact.get(key) ?? []), entry]);
    }
  }
  return exact;
}

const fieldText = (field: string | readonly string[] | undefined): string =>
  typeof field === 'object' ? field.join(' ') : (field ?? '');

/** Indexes the entries. About ten milliseconds for three hundred. */
export function createSearch(entries: readonly SearchDocument[]): Search {
  const byId = new Map<string, SearchDocument>(entries.map((entry) => [entry.id, entry]));
  const exact = byExactName(entries);
  const index = new MiniSearch<SearchDocument>({
    fields: ['names', 'title', 'summary', 'text'],
    extractField: (document, field) => fieldText(document[field as keyof SearchDocument]),
    tokenize: words,
    processTerm: (term) => term,
    searchOptions: {
      boost: { names: 8, title: 8, summary: 2, text: 1 },
      prefix: (term) => term.length > 1,
      fuzzy: typos,
      weights: { fuzzy: 0.3, prefix: 0.7 },
    },
  });
  index.addAll(entries);

  return (query, kind) => {
    const asked = words(query);
    if (asked.length === 0) return [];
    const named = exact.get(asked.join(' ')) ?? [];
    const strict = index.search(query, { combineWith: 'AND' });
    const results = strict.length > 0 ? strict : index.search(query, { combineWith: 'OR' });
    const hits = results.map(({ id, terms }) => ({ entry: byId.get(String(id)), words: terms }));
    const first = named.map((entry) => ({ entry, words: asked }));
    const rest = hits.filter(({ entry }) => entry !== undefined && !named.includes(entry));
    return [...first, ...rest].flatMap(({ entry, words: found }) =>
      entry === undefined || (kind !== undefined && entry.kind !== kind) ? [] : [{ entry, words: found }],
    );
  };
}
