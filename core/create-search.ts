import MiniSearch, { type Query } from 'minisearch';
import { alike, contentWords, inOurWords, plainForm, wordsOf } from './asked-words.ts';
import type { EntryKind } from './entry.ts';
import { mendWord } from './mend-word.ts';
import type { Search, SearchDocument } from './search-index.ts';
import { readTrialId } from './trial-id.ts';

/** No name is longer, in words. */
const longestName = 8;

/** People leave these off the end of a name: generalised anxiety, bipolar, gambling. */
const leftOff = new Set(['disorder', 'dependence', 'addiction', 'syndrome', 'disease'].map(plainForm));

/** What answers best when several kinds could: safety and the condition asked about before a single trial. */
const kindWeight: Readonly<Record<EntryKind, number>> = { topic: 3.5, condition: 2, term: 1, trial: 0.5 };

/** So many entries may have names that begin with a word, and it still is short for one of them. */
const commonBeginning = 3;

/** A publication belongs to its trial and to what it studied; topics only mention it. */
const workWeight: typeof kindWeight = { topic: 0.5, condition: 2, term: 1, trial: 3 };

/** The fields that speak of an entry in our words. */
const spoken = ['names', 'title', 'summary', 'text'];

/** A text as names are looked up: content words in their plain form. */
const keyOf = (words: readonly string[]): string => contentWords(words).map(plainForm).join(' ');

/** Entries by name, abbreviation or title; also by a name cut short or run together, where no other entry is called so. */
function byName(entries: readonly SearchDocument[]): Map<string, SearchDocument[]> {
  const found = new Map<string, SearchDocument[]>();
  const shortened = new Map<string, SearchDocument[]>();
  const beginningWith = new Map<string, Set<SearchDocument>>();
  const add = (map: Map<string, SearchDocument[]>, key: string, entry: SearchDocument): void => {
    const before = map.get(key) ?? [];
    if (!before.includes(entry)) map.set(key, [...before, entry]);
  };
  for (const entry of entries) {
    for (const name of [entry.title, ...entry.names]) {
      const key = keyOf(wordsOf(name));
      add(found, key, entry);
      const [first = ''] = key.split(' ');
      beginningWith.set(first, (beginningWith.get(first) ?? new Set()).add(entry));
      // "selfharm", "lowdose": a name typed in one go.
      add(shortened, key.replaceAll(' ', ''), entry);
      const end = key.lastIndexOf(' ');
      if (end > 0 && leftOff.has(key.slice(end + 1))) add(shortened, key.slice(0, end), entry);
    }
  }
  // "Opioid" begins the names of many: alone it is not short for opioid dependence.
  for (const [key, entries] of beginningWith) if (entries.size > commonBeginning) shortened.delete(key);
  return new Map([...shortened, ...found]);
}

/** A part of what was asked: a name with the entries it names, or a single word. */
interface Part {
  /** Each way of saying it, as words that must all be there. */
  readonly ways: readonly (readonly string[])[];
  readonly named: readonly SearchDocument[];
}

/** Reads names out of the words, the longest first at each place; the other words stand for themselves. */
function partsOf(words: readonly string[], names: ReadonlyMap<string, SearchDocument[]>): Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < words.length; ) {
    let end = Math.min(words.length, at + longestName);
    while (end > at && !names.has(words.slice(at, end).map(plainForm).join(' '))) end -= 1;
    const said = words.slice(at, Math.max(end, at + 1));
    const named = names.get(said.map(plainForm).join(' ')) ?? [];
    const others = named.flatMap(({ names: all }) => all.map((name) => contentWords(wordsOf(name))));
    parts.push({ ways: [said, ...others], named });
    at += said.length;
  }
  return parts;
}

/** Any of the ways, each with all its words; the first way also with unfinished words and other words for them. */
function queryOf({ ways: [said = [], ...others] }: Part): Query {
  const exact = { prefix: false } as const;
  const typed = said.map((word) => ({
    combineWith: 'OR' as const,
    queries: [word, { ...exact, queries: alike(word), boostTerm: () => 0.1 }],
  }));
  const known = others.map((words) => ({ ...exact, combineWith: 'AND' as const, queries: [...words] }));
  return { combineWith: 'OR', queries: [{ combineWith: 'AND', queries: typed }, ...known] };
}

/** The words that answer what was typed; those of its other names only where nothing else does. */
function answering(terms: readonly string[], typed: readonly string[]): readonly string[] {
  const wanted = typed.flatMap((word) => [word, ...alike(word)]);
  const direct = terms.filter((term) => wanted.some((word) => term.startsWith(word)));
  return direct.length > 0 ? direct : terms;
}

const fieldText = (field: string | readonly string[] | undefined): string =>
  typeof field === 'object' ? field.join(' ') : (field ?? '');

/**
 * Indexes the entries: some 70 ms for three hundred, once, and two or three for a question.
 *
 * An entry that is named in the question comes before one that only speaks of it, the more so the fewer entries speak of
 * it: asked for naltrexone and tramadol, tramadol is the subject.
 */
export function createSearch(entries: readonly SearchDocument[]): Search {
  const byId = new Map<string, SearchDocument>(entries.map((entry) => [entry.id, entry]));
  const names = byName(entries);
  const oneWordNames = [...names.keys()]
    .filter((key) => !key.includes(' '))
    .sort((a, b) => a.length - b.length);
  const known = new Set<string>();
  const index = new MiniSearch<SearchDocument>({
    fields: [...spoken, 'works'],
    extractField: (document, field) => fieldText(document[field as keyof SearchDocument]),
    tokenize: wordsOf,
    processTerm: (term) => {
      known.add(term);
      return term;
    },
    searchOptions: {
      processTerm: (term) => term,
      boost: { names: 8, title: 8, summary: 2, text: 1 },
      prefix: (term) => term.length > 1,
      weights: { fuzzy: 0.3, prefix: 0.7 },
      // A card that says much is not worth less for it.
      bm25: { k: 1.2, b: 0.3, d: 0.5 },
    },
  });
  index.addAll(entries);

  const mended = (word: string): string =>
    mendWord(word, {
      known,
      names: oneWordNames,
      isAnswered: (said) => index.search({ combineWith: 'OR', queries: [said, ...alike(said)] }).length > 0,
      wordsLike: (said, fuzzy) => index.search(said, { prefix: false, fuzzy }).flatMap(({ terms }) => terms),
    });

  return (query, kind) => {
    const words = contentWords(wordsOf(readTrialId(query) ?? inOurWords(query))).map(mended);
    if (words.length === 0) return [];
    const read = partsOf(contentWords(words), names).map((part) => ({
      ...part,
      results: index.search(queryOf(part), { fields: spoken }),
    }));
    // Authors, journals, DOIs and PMIDs count only where a word stands nowhere else: the question is for a publication.
    const isForWork = read.some(
      (part) => part.results.length === 0 && index.search(queryOf(part)).length > 0,
    );
    const weight = isForWork ? workWeight : kindWeight;
    const parts = read.map((part) => {
      const results = isForWork ? index.search(queryOf(part)) : part.results;
      // What nearly every entry speaks of is not the subject of a question.
      return { ...part, results, rarity: 1 - results.length / (entries.length + 1) };
    });
    const asked = parts.reduce((sum, { rarity }) => sum + rarity, 0);

    const found = new Map<SearchDocument, { score: number; covered: number; words: Set<string> }>();
    for (const { named, ways, results, rarity } of parts) {
      const best = results[0]?.score ?? 1;
      for (const { id, score, terms } of results) {
        const entry = byId.get(String(id));
        if (entry === undefined) continue;
        const before = found.get(entry) ?? { score: 0, covered: 0, words: new Set<string>() };
        const share = rarity ** 3 * (named.includes(entry) ? 4 : 1);
        found.set(entry, {
          score: before.score + (score / best) * share,
          covered: before.covered + rarity / asked,
          words: new Set([...before.words, ...answering(terms, ways[0] ?? [])]),
        });
      }
    }

    const whole = names.get(keyOf(words)) ?? [];
    const most = Math.max(0, ...[...found.values()].map(({ covered }) => covered));
    return (
      [...found]
        .map(([entry, hit]) => ({
          entry,
          words: [...hit.words],
          covered: hit.covered,
          rank: hit.score * hit.covered ** 2 * weight[entry.kind] + (whole.includes(entry) ? 1e6 : 0),
        }))
        // Where some entry speaks of all that was asked, one that speaks of less than half is noise.
        .filter(({ covered }) => covered >= most / 2)
        .sort((a, b) => b.rank - a.rank)
        .flatMap(({ entry, words: marked }) =>
          kind === undefined || entry.kind === kind ? [{ entry, words: marked }] : [],
        )
    );
  };
}
