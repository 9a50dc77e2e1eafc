import type { EntryId } from './entry.ts';
import type { NameRules } from './rules.ts';

/** One way an entry is written, as pages need it. */
export interface LexiconName {
  readonly text: string;
  readonly entryId: EntryId;
  /** Letters must have exactly this case (abbreviations); otherwise any case will do. */
  readonly exactCase: boolean;
  /** Marked only where the page gives enough evidence of it. */
  readonly ambiguous: boolean;
  /** Ambiguous ones: long forms that mean this entry besides its other names. */
  readonly longForms: readonly string[];
}

/** Every name an entry goes by: all that a page needs to recognise. */
export interface Lexicon {
  /** ISO day on which it was compiled. */
  readonly compiled: string;
  readonly names: readonly LexiconName[];
  /** How they are read; absent: as they stand. */
  readonly rules?: NameRules;
}
