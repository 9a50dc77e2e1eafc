import type { EntryId } from './entry.ts';
import type { PageFind } from './page-finds.ts';
import type { Questions } from './questions.ts';
import type { RecordFacts } from './record-facts.ts';
import { registrationWords } from './registration-words.ts';
import type { RegistryCheck } from './registry-check.ts';
import { trialOfEntryId } from './trial-id.ts';
import { verdictAfterCheck } from './verdict-after-check.ts';
import type { OverallStanding } from './what-stands.ts';

/** One identifier of a page, as its row in the table says it. What is not known is absent. */
export interface PageTrial {
  readonly entryId: EntryId;
  /** In its plain form; what is malformed as it was written. */
  readonly identifier: string;
  /** How often the page has it, all frames together. */
  readonly count: number;
  readonly standing: OverallStanding;
  /** How it stands, in a few words. */
  readonly verdict: string;
  readonly registry?: string;
  readonly url?: string;
  readonly title?: string;
  readonly status?: string;
  /** Registered before or after it began, in words; only a record that was asked for tells. */
  readonly registered?: string;
  /** Days from the first submission to the start, at the least; negative when it was registered after it began. */
  readonly daysAhead?: number;
  /** The day the facts are of (`yyyy-MM-dd`, or as precise as it is known), and who says so. */
  readonly asOf?: string;
  readonly from: 'registry' | 'our copy' | 'knowledge base' | 'form';
  /** What is needed to cite it; absent when it is no identifier. */
  readonly sponsor?: string;
  readonly firstSubmitted?: string;
  readonly updated?: string;
  /** ClinicalTrials.gov can be asked about it. */
  readonly isCheckable: boolean;
}

type EntryAnswer = ReturnType<Questions['entry']>;

/**
 * A row for every trial identifier among what the frames of a page found, in the order of the page. `answers` is what the
 * knowledge base says of each, where it has answered; `checks` what the registry said, by plain identifier.
 */
export function pageTrials(
  finds: readonly PageFind[],
  answers: ReadonlyMap<EntryId, EntryAnswer>,
  checks: ReadonlyMap<string, RegistryCheck>,
): PageTrial[] {
  const counts = new Map<EntryId, number>();
  for (const { entryId, count } of finds) {
    if (trialOfEntryId(entryId) !== undefined) counts.set(entryId, (counts.get(entryId) ?? 0) + count);
  }
  return [...counts].map(([entryId, count]) => {
    const identifier = trialOfEntryId(entryId) ?? '';
    const answer = answers.get(entryId);
    const row = fromAnswer(entryId, identifier, count, answer);
    return { ...row, ...fromCheck(checks.get(identifier), row, answer) };
  });
}

function fromAnswer(
  entryId: EntryId,
  identifier: string,
  count: number,
  answer: EntryAnswer | undefined,
): PageTrial {
  const { entry, verdict, identifier: facts } = answer ?? {};
  const base = {
    entryId,
    identifier,
    count,
    from: 'form',
    isCheckable: /^NCT\d{8}$/.test(identifier),
  } as const;
  const where = facts && !facts.fault && { registry: facts.registry.name, url: facts.registry.url };
  if (facts?.fault)
    return { ...base, standing: 'contradicted', verdict: 'Not a valid identifier', isCheckable: false };
  if (entry?.kind !== 'trial')
    return { ...base, ...where, standing: 'unchecked', verdict: 'Not in this knowledge base' };
  const { title, status, copied, sponsor } = entry.registry;
  return {
    ...base,
    ...where,
    standing: verdict?.standing ?? 'unchecked',
    verdict: verdict?.headline ?? '',
    ...(title !== undefined && { title }),
    ...(status !== undefined && { status }),
    ...(sponsor !== undefined && { sponsor }),
    asOf: copied ?? entry.reviewed,
    // Where no copy was seen, or its day is not known, the day is that on which the entry was last read through.
    from: copied === undefined ? 'knowledge base' : 'our copy',
  };
}

/** What the registry said counts for more than our copy; what stands then is what the trial's card says too. */
function fromCheck(
  check: RegistryCheck | undefined,
  before: PageTrial,
  answer: EntryAnswer | undefined,
): Partial<PageTrial> {
  if (check?.kind !== 'no-such-record' && check?.kind !== 'answered') return {};
  const known = answer?.entry?.kind === 'trial' ? answer.entry.verdict : undefined;
  const { standing, headline } = verdictAfterCheck(
    check,
    before.identifier,
    { standing: before.standing, headline: before.verdict },
    known,
  );
  return {
    standing,
    verdict: headline,
    ...(check.kind === 'answered' && fromRecord(check.facts)),
    asOf: dayOf(check.at),
    from: 'registry',
  };
}

function fromRecord({
  title,
  status,
  registration,
  sponsor,
  firstSubmitted,
  updated,
}: RecordFacts): Partial<PageTrial> {
  return {
    ...(title !== undefined && { title }),
    ...(status !== undefined && { status: status.words }),
    ...(registration !== undefined && {
      registered: registrationWords(registration),
      daysAhead: registration.kind === 'after' ? -registration.atLeast : registration.atLeast,
    }),
    ...(sponsor !== undefined && { sponsor }),
    ...(firstSubmitted !== undefined && { firstSubmitted }),
    ...(updated !== undefined && { updated }),
  };
}

/** By what the table can be sorted; `page` is the order of the page. */
export type TrialOrder = 'page' | 'identifier' | 'verdict' | 'title' | 'status' | 'registered' | 'count';

/** The rows in another order. What is not known comes last, either way round; equals keep the order they had. */
export function sortTrials(
  rows: readonly PageTrial[],
  order: TrialOrder,
  direction: 'up' | 'down',
): readonly PageTrial[] {
  if (order === 'page') return direction === 'up' ? rows : [...rows].reverse();
  const sign = direction === 'up' ? 1 : -1;
  return [...rows].sort((a, b) => {
    const [one, other] = [keyOf(a, order), keyOf(b, order)];
    if (one === undefined || other === undefined)
      return Number(one === undefined) - Number(other === undefined);
    const difference =
      typeof one === 'number' && typeof other === 'number'
        ? one - other
        : String(one).localeCompare(String(other), 'en', { numeric: true });
    return sign * difference;
  });
}

function keyOf(row: PageTrial, order: Exclude<TrialOrder, 'page'>): string | number | undefined {
  switch (order) {
    case 'verdict':
      return standings.indexOf(row.standing);
    case 'registered':
      return row.daysAhead;
    case 'identifier':
    case 'title':
    case 'status':
    case 'count':
      return row[order];
    default:
      return order satisfies never;
  }
}

/** What needs a look first. */
const standings: readonly OverallStanding[] = [
  'contradicted',
  'unconfirmed',
  'mixed',
  'unchecked',
  'confirmed',
];

const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);
