import { type DaySpan, oneYearAfter, type PartialDate, spanOf } from './civil-day.ts';
import { cleanText } from './clean-text.ts';
import { type Phase, phaseWords, type StatusCode, statusWords } from './registry-codes.ts';
import type { RegistryRecord } from './registry-record-schema.ts';

/** What a ClinicalTrials.gov record says, as a card shows it. What the record does not say is absent. */
export interface RecordFacts {
  readonly id: string;
  /** The identifier that was asked for, where the record carries another now. */
  readonly askedAs?: string;
  readonly title?: string;
  readonly status?: TrialStatus;
  /** In words: "Phase 2", "Phase 2/Phase 3", "Not applicable". */
  readonly phase?: string;
  /** Phases as the registry writes them: `PHASE2`, `NA`. */
  readonly phases: readonly Phase[];
  readonly studyType?: string;
  readonly enrolment?: { readonly count: number; readonly kind?: 'actual' | 'planned' };
  readonly conditions: readonly string[];
  readonly interventions: readonly string[];
  readonly sponsor?: string;
  readonly start?: RecordDate;
  readonly completion?: RecordDate;
  readonly results?: Results;
  readonly registration?: Registration;
  readonly primaryOutcomes: readonly { readonly measure: string; readonly timeFrame?: string }[];
  readonly whyStopped?: string;
  /** When it was first submitted, and last updated. */
  readonly firstSubmitted?: PartialDate;
  readonly updated?: PartialDate;
}

/** Whether the trial runs, as far as the registry was told. */
export interface TrialStatus {
  readonly code: StatusCode;
  readonly words: string;
  /** The last status before the registry called it unknown, in words. */
  readonly lastKnown?: string;
  /** When the sponsor last said so. */
  readonly asOf?: PartialDate;
}

/** A date of the record, as precise as it is. */
export interface RecordDate {
  readonly date: PartialDate;
  readonly kind?: 'actual' | 'planned';
}

/**
 * Results at the registry. `overdue`: completed for more than a year, none posted, and nothing in the record says that
 * the rule does not apply (`overdueRule`).
 */
export type Results =
  | { readonly kind: 'posted'; readonly on?: PartialDate }
  | { readonly kind: 'none'; readonly completed?: PartialDate }
  /** Handed in and not posted yet; or the record says that they may come later, or need not come. */
  | { readonly kind: 'submitted' | 'delayed'; readonly on?: PartialDate }
  | { readonly kind: 'waived' }
  | { readonly kind: 'overdue'; readonly completed: PartialDate };

/** First submission against start; a start known to the month is compared as a month. */
export interface Registration {
  readonly kind: 'before' | 'same' | 'after';
  /** Days between them, at least and at most: equal when both are known to the day. Both 0 for `same`. */
  readonly atLeast: number;
  readonly atMost: number;
  /** How precise the start is. */
  readonly startIs: 'day' | 'month' | 'year';
  /** The start is planned, not past. */
  readonly isPlanned: boolean;
}

const studyTypes = new Map([
  ['INTERVENTIONAL', 'Interventional'],
  ['OBSERVATIONAL', 'Observational'],
  ['EXPANDED_ACCESS', 'Expanded access'],
]);

/** What a card means by overdue, with its source. */
export const overdueRule = {
  says: 'The trial has been completed for more than a year and no results are posted. United States law asks for them within a year of the day the last person was examined for the main outcome, in trials of drugs and devices under FDA regulation, phase 1 aside. Whether it binds this trial is for lawyers; a delay that was asked for would be in the record.',
  source: '42 CFR 11.44(a), FDAAA section 801',
  url: 'https://www.ecfr.gov/current/title-42/chapter-I/subchapter-A/part-11/subpart-C/section-11.44',
} as const;

/** What a card means by registered late, with its source. */
export const registrationRule = {
  says: 'Medical journals ask that a trial is registered at or before the time its first patient is enrolled. Here the day the record was first submitted is compared with the start of the study; a start known only to the month is compared as a month.',
  source: 'ICMJE Recommendations, Clinical Trials',
  url: 'https://www.icmje.org/recommendations/browse/publishing-and-editorial-issues/clinical-trial-registration.html',
} as const;

/**
 * The facts of a record that was asked for as `askedAs`, on the day `today` (`yyyy-MM-dd`). What no registry would say
 * (a day that does not exist, a status nobody knows) is left out.
 */
export function recordFacts(record: RegistryRecord, askedAs: string, today: string): RecordFacts {
  const { identificationModule, statusModule, designModule, ...modules } = record.protocolSection;
  const id = identificationModule.nctId;
  const start = dateOf(statusModule?.startDateStruct);
  const completion = dateOf(statusModule?.completionDateStruct);
  const primary = dateOf(statusModule?.primaryCompletionDateStruct);
  const phases = [...new Set(designModule?.phases?.flatMap(phaseOf) ?? [])];
  const studyType = studyTypes.get(designModule?.studyType ?? '');
  const status = statusOf(statusModule);
  const firstSubmitted = dayOf(statusModule?.studyFirstSubmitDate);
  const { count, type } = designModule?.enrollmentInfo ?? {};
  return withoutAbsent({
    id,
    askedAs: askedAs === id ? undefined : askedAs,
    title: cleanText(identificationModule.briefTitle ?? identificationModule.officialTitle),
    status,
    phase: phases.length === 0 ? undefined : phases.map((phase) => phaseWords.get(phase)).join('/'),
    phases,
    studyType,
    enrolment: count === undefined ? undefined : withoutAbsent({ count, kind: kindOf(type) }),
    conditions: textsOf(modules.conditionsModule?.conditions),
    interventions: textsOf(modules.armsInterventionsModule?.interventions?.map((each) => each?.name)),
    sponsor: cleanText(modules.sponsorCollaboratorsModule?.leadSponsor?.name),
    start,
    completion,
    results: resultsOf(record, { status, ended: later(primary, completion), phases, studyType }, today),
    registration: registrationOf(firstSubmitted, start),
    primaryOutcomes: (modules.outcomesModule?.primaryOutcomes ?? []).flatMap((outcome) => {
      const measure = cleanText(outcome?.measure);
      return measure === undefined
        ? []
        : [withoutAbsent({ measure, timeFrame: cleanText(outcome?.timeFrame) })];
    }),
    whyStopped: cleanText(statusModule?.whyStopped),
    firstSubmitted,
    updated: dayOf(statusModule?.lastUpdatePostDateStruct?.date) ?? dayOf(statusModule?.lastUpdateSubmitDate),
  });
}

type StatusModule = RegistryRecord['protocolSection']['statusModule'];

function statusOf(module: StatusModule): TrialStatus | undefined {
  const code = [...statusWords.keys()].find((known) => known === module?.overallStatus);
  const words = code && statusWords.get(code);
  if (code === undefined || words === undefined) return undefined;
  const last = [...statusWords].find(([known]) => known === module?.lastKnownStatus)?.[1];
  return withoutAbsent({
    code,
    words,
    lastKnown: code === 'UNKNOWN' ? last : undefined,
    asOf: dayOf(module?.statusVerifiedDate),
  });
}

function resultsOf(
  { hasResults, annotationSection, protocolSection: { statusModule } }: RegistryRecord,
  {
    status,
    ended,
    phases,
    studyType,
  }: {
    status: TrialStatus | undefined;
    ended: RecordDate | undefined;
    phases: readonly Phase[];
    studyType: string | undefined;
  },
  today: string,
): Results | undefined {
  // A record cut down to some fields does not say whether it has results; expanded access has none to give.
  if (hasResults === undefined || (studyType === studyTypes.get('EXPANDED_ACCESS') && !hasResults))
    return undefined;
  if (hasResults)
    return withoutAbsent({
      kind: 'posted' as const,
      on: dayOf(statusModule?.resultsFirstPostDateStruct?.date),
    });
  const events = annotationSection?.annotationModule?.unpostedAnnotation?.unpostedEvents ?? [];
  // What was handed in and taken back waits for nobody.
  const [lastEvent] = [...events].reverse();
  const submitted =
    lastEvent?.type === 'RELEASE'
      ? lastEvent.date
      : events.length > 0
        ? undefined
        : statusModule?.resultsFirstSubmitDate;
  if (lastEvent?.type === 'RELEASE' || submitted !== undefined)
    return withoutAbsent({ kind: 'submitted' as const, on: dayOf(submitted) });
  if (statusModule?.resultsWaived) return { kind: 'waived' };
  const delayed = dayOf(statusModule?.dispFirstSubmitDate);
  if (delayed !== undefined) return { kind: 'delayed', on: delayed };
  const hasEnded = status?.code === 'COMPLETED' || status?.code === 'TERMINATED';
  if (!hasEnded || ended === undefined || ended.kind === 'planned') return { kind: 'none' };
  const { date: completed } = ended;
  const isExempt =
    studyType !== 'Interventional' ||
    (phases.length > 0 && phases.every((phase) => phase === 'PHASE1' || phase === 'EARLY_PHASE1'));
  const due = spanOf(oneYearAfter(completed))?.last;
  const now = spanOf(today)?.first;
  const isLate = due !== undefined && now !== undefined && now > due;
  return { kind: isLate && !isExempt ? 'overdue' : 'none', completed };
}

/** The law counts from the primary completion; a trial that goes on behind it has not been completed. */
function later(primary: RecordDate | undefined, whole: RecordDate | undefined): RecordDate | undefined {
  if (primary === undefined || whole === undefined) return whole ?? primary;
  const [one, other] = [spanOf(primary.date), spanOf(whole.date)];
  return one !== undefined && other !== undefined && one.last > other.last ? primary : whole;
}

function registrationOf(
  submitted: PartialDate | undefined,
  start: RecordDate | undefined,
): Registration | undefined {
  const first = submitted === undefined ? undefined : spanOf(submitted);
  const begun = start && spanOf(start.date);
  if (first === undefined || begun === undefined || start === undefined) return undefined;
  const startIs = start.date.length === 10 ? 'day' : start.date.length === 7 ? 'month' : 'year';
  return { ...distance(first.first, begun), startIs, isPlanned: start.kind === 'planned' };
}

function distance(submitted: number, start: DaySpan): Pick<Registration, 'kind' | 'atLeast' | 'atMost'> {
  if (submitted < start.first)
    return { kind: 'before', atLeast: start.first - submitted, atMost: start.last - submitted };
  if (submitted > start.last)
    return { kind: 'after', atLeast: submitted - start.last, atMost: submitted - start.first };
  return { kind: 'same', atLeast: 0, atMost: 0 };
}

type DateStruct = NonNullable<StatusModule>['startDateStruct'];

function dateOf(struct: DateStruct): RecordDate | undefined {
  const date = dayOf(struct?.date);
  return date === undefined ? undefined : withoutAbsent({ date, kind: kindOf(struct?.type) });
}

/** A date that exists. */
function dayOf(date: string | undefined): PartialDate | undefined {
  return date === undefined || spanOf(date) === undefined ? undefined : date;
}

function kindOf(type: 'ACTUAL' | 'ESTIMATED' | undefined): 'actual' | 'planned' | undefined {
  if (type === undefined) return undefined;
  return type === 'ACTUAL' ? 'actual' : 'planned';
}

function phaseOf(written: string | null): Phase[] {
  return [...phaseWords.keys()].filter((known) => known === written);
}

function textsOf(texts: readonly (string | null | undefined)[] | undefined): string[] {
  return [...new Set((texts ?? []).flatMap((text) => cleanText(text) ?? []))];
}

type WithoutAbsent<T> = { [Key in keyof T]: Exclude<T[Key], undefined> } extends infer Full
  ? { [Key in keyof T as undefined extends T[Key] ? never : Key]: T[Key] } & {
      [Key in keyof T as undefined extends T[Key] ? Key : never]?: Key extends keyof Full ? Full[Key] : never;
    }
  : never;

/** The same without the fields that are `undefined`. */
function withoutAbsent<T extends object>(fields: T): WithoutAbsent<T> {
  // The type says of each field what the filter does to it.
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as WithoutAbsent<T>;
}
