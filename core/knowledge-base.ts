import type { Entry, EntryId } from './entry.ts';
import type { Lexicon } from './lexicon.ts';

/** Everything that can be looked up: names for pages, entries by id. */
export interface KnowledgeBase {
  readonly lexicon: Lexicon;
  /** The entry, or `undefined` when there is none with this id. */
  entry(id: EntryId): Promise<Entry | undefined>;
}
