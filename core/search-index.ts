import type { EntryId, EntryKind } from './entry.ts';
import type { OverallStanding } from './what-stands.ts';

/** What search knows of an entry: enough to find it and to show it as a result, a third of its weight. */
export interface SearchDocument {
  readonly id: EntryId;
  readonly kind: EntryKind;
  /** With the identifier in front, for a trial. */
  readonly title: string;
  readonly names: readonly string[];
  readonly summary: string;
  /** The words of what its card says, in any order. */
  readonly text: string;
  /** The words of the publications it cites: librarians look for authors, journals, DOIs and PMIDs. */
  readonly works: string;
  /** How it stands, where it claims something. */
  readonly standing?: OverallStanding;
}

/** One result: the entry, and the words of its text that answer the query (lower case), to be marked. */
export interface SearchHit {
  readonly entry: SearchDocument;
  readonly words: readonly string[];
}

/** Ranked results, best first; empty for an empty query. */
export type Search = (query: string, kind?: EntryKind) => readonly SearchHit[];
