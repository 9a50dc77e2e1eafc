import type { EntryId } from './entry.ts';

/** What must or must not stand around words. `@name` stands for a list of that name, `{a,b} c` for "a c" and "b c". */
export interface Surroundings {
  /** One of these must follow, at most `reach` words in between, or one of `before` or `about` must hold. */
  readonly after?: readonly string[] | undefined;
  readonly reach?: number | undefined;
  /** One of these stands right before. */
  readonly before?: readonly string[] | undefined;
  /** One of these is the last thing spoken of before, in the same part of the sentence, and no noun follows. */
  readonly about?: readonly string[] | undefined;
  /** In the plural it needs none of these. */
  readonly plural?: boolean | undefined;
  /** None of these follows right away, stands right before, or comes after "of". */
  readonly notAfter?: readonly string[] | undefined;
  readonly notBefore?: readonly string[] | undefined;
  readonly notOf?: readonly string[] | undefined;
}

/** Words that are no name of an entry, but speak of it. */
export interface WordForm extends Surroundings {
  readonly entry: EntryId;
  readonly texts: readonly string[];
}

/** Where the names of an entry mean something else. */
export interface NameContext extends Surroundings {
  readonly entry: EntryId;
}

/** How names are read, beyond the names themselves: `data/rules.yaml`, compiled. */
export interface NameRules {
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** Names of things that hold a name of ours and are something else. */
  readonly others: readonly string[];
  readonly forms: readonly WordForm[];
  readonly contexts: readonly NameContext[];
  /** Last words that several names may share: "anorexia and bulimia nervosa". */
  readonly tails: readonly string[];
  /** Abbreviations that in a line of capitals are words: never there, or only when the page defines them. */
  readonly words: Readonly<Record<string, 'never' | 'defined'>>;
}

/** What speaks for and against our meaning of an abbreviation that the page does not define. */
export interface AbbreviationRule {
  readonly text: string;
  /** What the cues speak for, when it is short for several entries. */
  readonly entry?: EntryId | undefined;
  /** Beginnings of words that stand near our meaning. */
  readonly cues: readonly string[];
  /** Other things it is short for, in full; an id where we have an entry of it. */
  readonly rivals: readonly string[];
  /** Beginnings of words that stand near another meaning. */
  readonly against: readonly string[];
}
