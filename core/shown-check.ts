import { type BundledLines, bundledLines } from './bundled-lines.ts';
import { bundledRecord } from './bundled-record.ts';
import { type CitationForm, citeTrial } from './cite-trial.ts';
import type { TrialEntry } from './entry.ts';
import { type GuideComparison, guideAgainstRecord } from './guide-against-record.ts';
import type { Mention } from './mention.ts';
import type { RecordFacts } from './record-facts.ts';
import { type RecordLine, recordLines } from './record-lines.ts';
import type { RegistryCheck } from './registry-check.ts';

/** A trial as text to paste, in every form. */
export type Citations = Readonly<Record<CitationForm, string>>;

/** A record put into the words of a card. */
export interface ShownRecord {
  readonly lines: readonly RecordLine[];
  /** Where the guide says something of the trial. */
  readonly comparison?: GuideComparison;
  readonly citations: Citations;
}

/** A trial nobody asked the registry about, ready for a card. */
export interface ShownTrial extends Omit<ShownRecord, 'lines'> {
  /** Our copy of its record, where the knowledge base has an entry on it. */
  readonly copy?: BundledLines;
}

/** A record that the registry gave, ready for a card. */
export type ShownAnswer = Extract<RegistryCheck, { kind: 'answered' }> & { readonly shown: ShownRecord };

/** The registry was asked and has no such record. */
export type ShownAbsence = Extract<RegistryCheck, { kind: 'no-such-record' }>;

/** How a check stands, ready for a card. */
export type ShownCheck = Exclude<RegistryCheck, { kind: 'answered' }> | ShownAnswer;

/** What words are put with. */
export interface ShowingNeeds {
  /** What the knowledge base has on the trial. */
  readonly entry: TrialEntry | undefined;
  /** Finds conditions and treatments in a text. */
  readonly subjects: (text: string) => readonly Mention[];
  /** ISO day. */
  readonly today: string;
}

/** A check with its record in the words of a card. */
export function showCheck(check: RegistryCheck, { entry, subjects, today }: ShowingNeeds): ShownCheck {
  if (check.kind !== 'answered') return check;
  const comparison = entry && compare(entry, check.facts, subjects);
  return {
    ...check,
    shown: {
      lines: recordLines(check.facts),
      ...(comparison && { comparison }),
      citations: citeInEveryForm(check.facts, today),
    },
  };
}

/** What a card says of a trial nobody asked the registry about: from our copy of its record, where there is one. */
export function showBundled(id: string, { entry, subjects, today }: ShowingNeeds): ShownTrial {
  const record = bundledRecord(id, entry?.registry ?? {});
  const comparison = entry && compare(entry, record, subjects);
  return {
    ...(entry && { copy: bundledLines(entry) }),
    ...(comparison && { comparison }),
    citations: citeInEveryForm(record, today),
  };
}

/** Side by side only what can be compared: a claim of the guide, and a record that says what was studied. */
function compare(
  { statements }: TrialEntry,
  facts: RecordFacts,
  subjects: ShowingNeeds['subjects'],
): GuideComparison | undefined {
  const claims = statements.filter(({ from }) => from.kind === 'guide').map(({ text }) => text);
  if (claims.length === 0 || facts.conditions.length + facts.interventions.length === 0) return undefined;
  return guideAgainstRecord(claims.join('\n'), facts, subjects);
}

function citeInEveryForm(facts: RecordFacts, today: string): Citations {
  const cite = (form: CitationForm): string => citeTrial(facts, form, today);
  return {
    plain: cite('plain'),
    nlm: cite('nlm'),
    ama: cite('ama'),
    bibtex: cite('bibtex'),
    ris: cite('ris'),
    markdown: cite('markdown'),
  };
}
