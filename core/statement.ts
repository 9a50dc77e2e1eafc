/** How a claim stands after somebody looked. `unconfirmed`: looked for and not found. `unchecked`: nobody looked yet. */
export type Standing = 'confirmed' | 'unconfirmed' | 'contradicted' | 'unchecked';

/** Where a claim was read: the guide, a drug label, a trial registry, a publication, or this project's own wording. */
export type Origin =
  | { readonly kind: 'guide'; readonly section: string }
  | { readonly kind: 'label'; readonly name: string }
  | { readonly kind: 'registry'; readonly name: string }
  | { readonly kind: 'publication'; readonly citation: string }
  | { readonly kind: 'project' };

/** A place a reader can go to check a statement. */
export interface Source {
  /** What it is, in words ("ClinicalTrials.gov record, seen through a mirror"). */
  readonly title: string;
  /** An https address, when one was seen. */
  readonly url?: string;
  /** ISO day (or month, or year) of the copy that was read, when it was seen. */
  readonly copied?: string;
}

/** What a statement is about; a card groups by it. */
export type Aspect =
  | 'registration'
  | 'result'
  | 'study'
  | 'mechanism'
  | 'dose'
  | 'combination'
  | 'question'
  | 'safety'
  | 'context';

/** How much the evidence behind a statement about efficacy can carry; says nothing about how the statement stands. */
export type EvidenceGrade = 'high' | 'moderate' | 'low' | 'very low' | 'none';

/** This project's reading of the evidence, not a formal GRADE review: see docs/decisions. */
export interface Evidence {
  readonly grade: EvidenceGrade;
  /** Design and size: "one placebo-controlled crossover trial, 10 people". */
  readonly basis: string;
}

/** One claim, who makes it, and how it stands. */
export interface Statement {
  /** Unique inside its entry: lower case and hyphens. */
  readonly id: string;
  readonly about: Aspect;
  /** The claim in this project's words, one or two sentences. */
  readonly text: string;
  readonly from: Origin;
  readonly standing: Standing;
  /** Why it stands so: one line. */
  readonly reason: string;
  readonly sources: readonly Source[];
  /** Statements about efficacy only. */
  readonly evidence?: Evidence;
  /** ISO day on which the standing was last looked at. */
  readonly checked: string;
}
