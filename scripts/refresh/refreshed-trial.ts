import type * as z from 'zod/mini';
import type { entrySchemas } from '../../core/entry-schema.ts';
import type { RecordFacts } from '../../core/record-facts.ts';
import type { RegistryCheck } from '../../core/registry-check.ts';
import { showDay } from '../../core/show-day.ts';

/** A trial as `data/trials.yaml` has it; its fields may be absent where the schema fills them in. */
export type AuthoredTrial = z.input<typeof entrySchemas.trial>;
type Registry = NonNullable<AuthoredTrial['registry']>;
type Statement = NonNullable<AuthoredTrial['statements']>[number];

/** An entry after the registry was asked about it. */
export interface RefreshedTrial {
  /** The same object where nothing changed. */
  readonly trial: AuthoredTrial;
  /** What changed, and what somebody has to read; each a line without a full stop. */
  readonly notes: readonly string[];
}

/**
 * The entry as it stands after the registry answered, on the day `today` (`yyyy-MM-dd`). Facts with one meaning (status,
 * phase, numbers, dates, results) are taken over; words are only filled in where there are none. A machine never confirms
 * what the guide says and never takes a record away that somebody has seen: it notes that it should be read. A check that
 * failed changes nothing.
 */
export function refreshedTrial(trial: AuthoredTrial, check: RegistryCheck, today: string): RefreshedTrial {
  switch (check.kind) {
    case 'answered':
      return withRecord(trial, check.facts, today);
    case 'no-such-record':
      return withoutRecord(trial, today);
    case 'failed':
      return { trial, notes: [`no answer (${check.why}), left as it is`] };
    case 'unasked':
    case 'not-allowed':
    case 'waiting':
      throw new Error(`${trial.id}: a check that has not ended`);
    default:
      return check satisfies never;
  }
}

function withRecord(trial: AuthoredTrial, facts: RecordFacts, today: string): RefreshedTrial {
  const before = trial.registry ?? {};
  const registry = registryOf(before, facts, today);
  const notes = differences(before, registry);
  if (facts.askedAs !== undefined) notes.push(`the registry carries it as ${facts.id} now`);
  if (before.title !== undefined && facts.title !== undefined && before.title !== facts.title)
    notes.push(`its title at the registry is “${facts.title}”`);

  const namesDrug = namesNaltrexone(facts);
  const verdict = namesDrug ? 'confirmed' : trial.verdict === 'confirmed' ? 'confirmed' : 'other-study';
  if (trial.verdict === 'confirmed' && !namesDrug)
    notes.push('nothing that was read of the record names naltrexone: read it');
  const source = { title: 'ClinicalTrials.gov record', url: addressOf(facts.id), copied: today };
  if (verdict === trial.verdict) {
    // Where the record says something else now, what stands has to be read again before it gets today's date.
    const isSame = notes.length === 0;
    const statements = trial.statements?.map((statement) =>
      isSame && isOfRecord(statement) ? { ...statement, checked: today } : statement,
    );
    return { trial: { ...trial, registry, ...(statements && { statements }) }, notes };
  }
  const name = facts.title === undefined ? 'a study without a title' : `“${facts.title}”`;
  const reason = namesDrug
    ? `A record under this identifier names naltrexone; whether it is what the guide describes has to be read: ${name}.`
    : `The record under this identifier is another study: ${name}.`;
  const statements = trial.statements?.map((statement) =>
    statement.from.kind === 'guide'
      ? {
          ...statement,
          standing: namesDrug ? ('unconfirmed' as const) : ('contradicted' as const),
          reason,
          sources: [...statement.sources.filter(({ url }) => url !== source.url), source],
          checked: today,
        }
      : statement,
  );
  const verdictText = namesDrug
    ? `The registry holds a trial that names naltrexone under this identifier: ${name}.`
    : `The registry holds another study under this identifier: ${name}.`;
  notes.unshift(
    `verdict ${trial.verdict} is ${verdict} now: summary, verdictText and statements want a reader`,
  );
  return {
    trial: { ...trial, verdict, verdictText, registry, ...(statements && { statements }) },
    notes,
  };
}

function withoutRecord(trial: AuthoredTrial, today: string): RefreshedTrial {
  if (trial.verdict !== 'not-found')
    return {
      trial,
      notes: [
        `the registry knows no such record, and the verdict is ${trial.verdict}: read it, left as it is`,
      ],
    };
  const reason = `The registry itself has no record under this identifier; it was asked on ${showDay(today)}.`;
  const statements = trial.statements?.map((statement) =>
    statement.from.kind === 'guide' && statement.standing === 'unconfirmed'
      ? { ...statement, reason, checked: today }
      : statement,
  );
  return { trial: { ...trial, ...(statements && { statements }) }, notes: [] };
}

/** What the record says, over what was known. */
function registryOf(before: Registry, facts: RecordFacts, today: string): Registry {
  const { count, kind } = facts.enrolment ?? {};
  const isPlan = kind === 'planned';
  return present({
    title: before.title ?? facts.title,
    status: statusOf(before, facts),
    // As the guide writes it: Phase 2/3, Early Phase 1.
    phase: facts.phase?.replace('/Phase ', '/').replace('Early phase', 'Early Phase') ?? before.phase,
    // What was planned stays known once people have taken part; who is still to come has not taken part.
    enrolment: kind === 'actual' ? count : isPlan ? undefined : before.enrolment,
    planned: isPlan ? count : before.planned,
    conditions: before.conditions ?? (facts.conditions.length > 0 ? [...facts.conditions] : undefined),
    interventions:
      before.interventions ?? (facts.interventions.length > 0 ? [...facts.interventions] : undefined),
    sponsor: before.sponsor ?? facts.sponsor,
    start: facts.start?.date ?? before.start,
    completion: facts.completion?.date ?? before.completion,
    hasResults: facts.results === undefined ? before.hasResults : facts.results.kind === 'posted',
    copied: today,
  });
}

/** In the registry's words, with what it says beside them; a reason in brackets that somebody wrote stays. */
function statusOf({ status: before }: Registry, { status }: RecordFacts): string | undefined {
  if (status === undefined) return before;
  if (status.code === 'UNKNOWN')
    return status.lastKnown === undefined
      ? 'Unknown status'
      : `Unknown (last known: ${status.lastKnown.toLowerCase()})`;
  return before?.startsWith(`${status.words} (`) ? before : status.words;
}

/** What was known and is otherwise now; what is merely new, or more precise, needs no reader. */
function differences(before: Registry, after: Registry): string[] {
  const compared = ['status', 'phase', 'enrolment', 'planned', 'start', 'completion', 'hasResults'] as const;
  return compared
    .filter((field) => before[field] !== undefined && !isLike(before[field], after[field]))
    .map((field) => `${field} was ${before[field]}, is ${after[field] ?? 'not said'} now`);
}

function isLike(before: unknown, after: unknown): boolean {
  const isMorePrecise =
    typeof before === 'string' && typeof after === 'string' && after.startsWith(`${before}-`);
  return before === after || isMorePrecise;
}

/** By its title, treatments and outcomes. Methylnaltrexone is another drug. */
function namesNaltrexone({ title, interventions, primaryOutcomes }: RecordFacts): boolean {
  const texts = [title ?? '', ...interventions, ...primaryOutcomes.map(({ measure }) => measure)];
  return texts.some((text) => /(?<!methyl)naltrexone|\bvivitrol\b|\bcontrave\b|\brevia\b/i.test(text));
}

const isOfRecord = ({ about, from }: Statement): boolean =>
  about === 'registration' && from.kind === 'registry';

const addressOf = (id: string): string => `https://clinicaltrials.gov/study/${id}`;

/** The same without the fields that are `undefined`, in the same order. */
function present<T extends object>(fields: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  // The type says of each field what the filter does to it.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>;
  };
}
