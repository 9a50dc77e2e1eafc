import type { Statement } from './statement.ts';

/** The four kinds of entry. */
export type EntryKind = 'term' | 'condition' | 'trial' | 'topic';

/** `kind:slug`, e.g. `term:anhedonia`, `trial:NCT01874951`. */
export type EntryId = `${EntryKind}:${string}`;

/**
 * One way an entry is written.
 * `name`: any letter case, plural and possessive too. `abbreviation`: exactly these letters (plural -s allowed).
 */
export interface Name {
  readonly text: string;
  readonly type: 'name' | 'abbreviation';
  /** Abbreviations only: it means other things elsewhere, so a page must spell it out before it is marked. */
  readonly ambiguous?: boolean;
  /** Abbreviations only: long forms that count as ours besides the entry's other names. */
  readonly longForms?: readonly string[];
}

interface EntryBase {
  readonly id: EntryId;
  readonly title: string;
  readonly names: readonly Name[];
  /** One sentence that stands alone in a search result. */
  readonly summary: string;
  /** What is claimed, and how it stands. */
  readonly statements: readonly Statement[];
  readonly related: readonly EntryId[];
  /** Shows the short safety line: anything about naltrexone, a dose, a combination or a condition. */
  readonly safety: boolean;
  /** ISO day on which the entry was last read through. */
  readonly reviewed: string;
}

/** What trials are about: everything that is no trial itself. */
interface SubjectBase extends EntryBase {
  /** Trials in this knowledge base that name this entry. Filled by the compiler, so that it is not written twice. */
  readonly trials: readonly EntryId[];
}

/** A word: what it means, in one or two sentences of ours. */
export interface TermEntry extends SubjectBase {
  readonly kind: 'term';
  readonly meaning: string;
}

/** A condition: what it is, in one or two sentences of ours that say nothing about naltrexone. */
export interface ConditionEntry extends SubjectBase {
  readonly kind: 'condition';
  readonly meaning: string;
}

/** What a registry says about a trial; a field that was not seen is absent. */
export interface RegistryFacts {
  readonly title?: string;
  readonly status?: string;
  readonly phase?: string;
  /** Number of people who took part. */
  readonly enrolment?: number;
  /** Number of people planned; says nothing about how many took part. */
  readonly planned?: number;
  readonly conditions?: readonly string[];
  readonly interventions?: readonly string[];
  readonly sponsor?: string;
  /** `yyyy`, `yyyy-MM` or `yyyy-MM-dd`, as precise as the record. */
  readonly start?: string;
  readonly completion?: string;
  readonly hasResults?: boolean;
  /** ISO day, month or year of the copy these facts were read from, when it was seen. */
  readonly copied?: string;
}

/** How an identifier stands as a whole; the reader sees it first. */
export type TrialVerdict =
  /** A registry record for this identifier was seen and is about naltrexone. */
  | 'confirmed'
  /** The guide's claim could not be confirmed: no record was found. */
  | 'not-found'
  /** A record exists, its content was not seen. */
  | 'content-not-seen'
  /** The identifier belongs to another study (record seen). */
  | 'other-study'
  /** The identifier very probably belongs to another study (record not seen). */
  | 'probably-other-study';

/** A trial identifier. */
export interface TrialEntry extends EntryBase {
  readonly kind: 'trial';
  /** NCT + 8 digits. */
  readonly registryId: string;
  readonly verdict: TrialVerdict;
  /** The verdict in one or two plain sentences. */
  readonly verdictText: string;
  readonly registry: RegistryFacts;
  /** Conditions it concerns, as entries. */
  readonly about: readonly EntryId[];
}

/** A subject that is neither a word nor a condition: safety, dosing, a mechanism. */
export interface TopicEntry extends SubjectBase {
  readonly kind: 'topic';
  readonly gist: string;
}

/** What the knowledge base holds, told apart by `kind`. */
export type Entry = TermEntry | ConditionEntry | TrialEntry | TopicEntry;
