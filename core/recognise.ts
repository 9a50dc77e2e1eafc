import type { AbbreviationEvidence } from './abbreviation-evidence.ts';
import type { EntryId } from './entry.ts';
import type { Mention } from './mention.ts';

/** What a text itself says an abbreviation means: `long form (SF)` or `SF (long form)`. */
export interface Definition {
  /** From the first to the last of both, in the text that was recognised. */
  readonly start: number;
  readonly end: number;
  readonly shortForm: string;
  readonly longForm: string;
  /** The entries whose names the long form is; empty when it is something we do not know. */
  readonly entryIds: readonly EntryId[];
  /** Whether the long form is a name of theirs and nothing besides. */
  readonly isName: boolean;
}

/** An abbreviation: it waits for what the whole page says. */
export interface UndecidedMention extends Mention {
  readonly abbreviation: string;
  /** The words around an ambiguous one, which may tell what it means. */
  readonly around?: string;
  /** It stands in a line of capitals and is also a word: only a definition makes it an abbreviation there. */
  readonly isShouted?: boolean;
}

/** What one passage holds. */
export interface Recognition {
  /** Sure mentions, left to right, none overlapping. */
  readonly mentions: readonly Mention[];
  /** Abbreviations that are marked only if `decide` says so; they overlap no sure mention. */
  readonly undecided: readonly UndecidedMention[];
  readonly definitions: readonly Definition[];
}

/** What a page says that settles abbreviations. */
export interface PageEvidence {
  readonly definitions: Iterable<Definition>;
  /** Entries that the page names in full. */
  readonly named: ReadonlySet<EntryId>;
  /** What tells of abbreviations that are not defined; as long as it is absent they stay undecided. */
  readonly undefined?: {
    readonly evidence: AbbreviationEvidence;
    /** Abbreviations of which the page names another meaning in full. */
    readonly rivals: ReadonlySet<string>;
  };
}

/** Reads texts with one lexicon. Pure: the same text gives the same answer. */
export interface Recogniser {
  /** What this passage holds. `learned`: abbreviations that we do not list and the page defines as an entry of ours. */
  recognise(text: string, learned?: ReadonlySet<string>): Recognition;
  /** Abbreviations that these define as an entry of ours and that are not looked for otherwise. */
  learn(definitions: Iterable<Definition>): Set<string>;
  /** Settles abbreviations with all that the page says: the mention to mark, or `undefined` for none. */
  decide(evidence: PageEvidence): (mention: UndecidedMention) => Mention | undefined;
}
