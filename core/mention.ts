import type { EntryId } from './entry.ts';

/** Where in a text something is named, and what it may mean. */
export interface Mention {
  /** Offsets into the text that was read, in UTF-16 units; end exclusive. */
  readonly start: number;
  readonly end: number;
  /** What it may be, best first. A trial identifier we do not know still has its `trial:NCT…` id, a malformed one `trial:?NCT…`. */
  readonly entryIds: readonly EntryId[];
  /** Why it is taken for that; absent where the words are a name of it. */
  readonly reason?: Reason;
}

/** Why an abbreviation is taken for what it is taken for. */
export type Reason =
  /** The page says so, in these words. */
  | { readonly kind: 'defined'; readonly longForm: string }
  /** The page names it in full elsewhere, and no other meaning. */
  | { readonly kind: 'named' }
  /** The page does not say, but words near by belong to it and none to another meaning. */
  | { readonly kind: 'cue'; readonly cue: string }
  /** The words are a link to its record at ClinicalTrials.gov. */
  | { readonly kind: 'link'; readonly trialId: string }
  /** It is not taken for anything: the page does not tell. `rivals`: what else it is short for, besides our entries. */
  | { readonly kind: 'undecided'; readonly rivals: readonly string[] }
  /** It hardly ever means anything else, and the page does not say that it does. */
  | { readonly kind: 'only-meaning' };
