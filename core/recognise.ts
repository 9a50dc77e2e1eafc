import type { EntryId } from './entry.ts';
import type { Mention } from './mention.ts';

/** What a text itself says an abbreviation means: `long form (SF)` or `SF (long form)`. */
export interface Definition {
  readonly shortForm: string;
  readonly longForm: string;
  /** The entries whose names the long form is; empty when it is something we do not know. */
  readonly entryIds: readonly EntryId[];
}

/** An ambiguous abbreviation: it waits for what the whole page says. */
export interface UndecidedMention extends Mention {
  readonly abbreviation: string;
}

/** What one passage holds. */
export interface Recognition {
  /** Sure mentions, left to right, none overlapping. */
  readonly mentions: readonly Mention[];
  /** Abbreviations that are marked only if `decide` says so; they overlap no sure mention. */
  readonly undecided: readonly UndecidedMention[];
  readonly definitions: readonly Definition[];
}

/** Reads texts with one lexicon. Pure: the same text gives the same answer. */
export interface Recogniser {
  /** What this passage holds. */
  recognise(text: string): Recognition;
  /** Settles abbreviations with every definition on the page: the mention to mark, or `undefined` for none. */
  decide(definitions: Iterable<Definition>): (mention: UndecidedMention) => Mention | undefined;
}
