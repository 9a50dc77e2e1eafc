import type { Entry, EntryKind } from './entry.ts';

/** One result: the entry, and the words of its text that answer the query (lower case), to be marked. */
export interface SearchHit {
  readonly entry: Entry;
  readonly words: readonly string[];
}

/** Ranked results, best first; empty for an empty query. */
export type Search = (query: string, kind?: EntryKind) => readonly SearchHit[];
