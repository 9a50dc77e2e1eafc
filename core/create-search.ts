import MiniSearch from 'minisearch';
import type { Entry } from './entry.ts';
import { foldText } from './fold-text.ts';
import type { Search } from './search-index.ts';

/** What is searched, field by field. */
interface Document {
  readonly id: string;
  readonly names: string;
  readonly title: string;
  readonly summary: string;
  readonly text: string;
}

/** Everything a person might remember of an entry; identifiers count as names. */
function documentOf(entry: Entry): Document {
  const trial = entry.kind === 'trial' ? [entry.registryId, entry.registry.title ?? ''] : [];
  const body =
    entry.kind === 'topic' ? entry.gist : entry.kind === 'trial' ? entry.verdictText : entry.meaning;
  return {
    id: entry.id,
    names: [...entry.names.map((name) => name.text), ...trial].join(' '),
    title: entry.title,
    summary: entry.summary,
    text: [body, ...entry.statements.map((statement) => statement.text)].join(' '),
  };
}

/** Words as search compares them: folded, split at everything that is no letter or digit. */
const words = (text: string): string[] =>
  foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** How many typing errors a word of this length may hold: none in short ones, which are mostly abbreviations. */
const typos = (word: string): number => (word.length < 5 || /\d/.test(word) ? 0 : word.length < 9 ? 1 : 2);

/** The exact name of an entry, abbreviation or title; asked before anything is ranked. */
function byExactName(entries: readonly Entry[]): Map<string, Entry[]> {
  const exact = new Map<string, Entry[]>();
  for (const entry of entries) {
    const names = [entry.title, ...entry.names.map((name) => name.text)];
    for (const key of new Set(names.map((name) => words(name).join(' ')))) {
      exact.set(key, [...(exact.get(key) ?? []), entry]);
    }
  }
  return exact;
}

/** Indexes the entries. About ten milliseconds for three hundred. */
export function createSearch(entries: readonly Entry[]): Search {
  const byId = new Map<string, Entry>(entries.map((entry) => [entry.id, entry]));
  const exact = byExactName(entries);
  const index = new MiniSearch<Document>({
    fields: ['names', 'title', 'summary', 'text'],
    tokenize: words,
    processTerm: (term) => term,
    searchOptions: {
      boost: { names: 8, title: 8, summary: 2, text: 1 },
      prefix: (term) => term.length > 1,
      fuzzy: typos,
      weights: { fuzzy: 0.3, prefix: 0.7 },
    },
  });
  index.addAll(entries.map(documentOf));

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
