import type { RegistryFacts, TrialEntry, TrialVerdict } from './entry.ts';
import type { RecordLine } from './record-lines.ts';
import { showDay } from './show-day.ts';

const nothingMissed: ReadonlySet<string> = new Set();
const seenInPart: ReadonlySet<string> = new Set(['Status', 'Size', 'Results']);
const namesMissed: Readonly<Record<TrialVerdict, ReadonlySet<string>>> = {
  confirmed: seenInPart,
  'other-study': seenInPart,
  'content-not-seen': new Set(['Title', 'Status', 'Size', 'Results']),
  'not-found': nothingMissed,
  'probably-other-study': nothingMissed,
};

/** What our copy of a record says, as a card shows it. */
export interface BundledLines {
  readonly lines: readonly RecordLine[];
  /** Of which day it is; absent where nothing of it was seen. */
  readonly copied?: string;
}

/**
 * What our copy of a registry record says, with the day of the copy. Of a record that was seen, or that exists, what
 * everybody looks for first and was not seen has a row that says so, the rest one row together; of an identifier without a
 * record nothing is listed.
 */
export function bundledLines({ registry, verdict, title }: TrialEntry): BundledLines {
  const missing = namesMissed[verdict];
  const lines = rowsOf(registry).flatMap(([name, value]): RecordLine[] => {
    // What the card says anyway.
    if (value === title) return [];
    if (value !== undefined && value !== '') return [{ name, text: value }];
    return missing.has(name) ? [{ name, text: 'not seen' }] : [];
  });
  const others = missing.size === 0 ? [] : othersNotSeen(registry);
  if (others.length > 0) lines.push({ name: 'Also not seen', text: others.join(', ') });
  if (Object.keys(registry).length === 0) return { lines };
  const { copied } = registry;
  return {
    lines,
    copied: copied === undefined ? 'date of the copy not known' : `copy of ${showDay(copied)}`,
  };
}

/** What else a record says and nobody saw, in one line: six rows of "not seen" would hide what was. */
function othersNotSeen({
  phase,
  start,
  completion,
  sponsor,
  conditions,
  interventions,
}: RegistryFacts): string[] {
  const facts: readonly (readonly [name: string, value: unknown])[] = [
    ['what it studies', conditions],
    ['treatment', interventions],
    ['phase', phase],
    ['start', start],
    ['completion', completion],
    ['sponsor', sponsor],
  ];
  return facts.flatMap(([name, value]) => (value === undefined ? [name] : []));
}

function rowsOf(facts: RegistryFacts): (readonly [name: string, value: string | undefined])[] {
  const {
    title,
    conditions,
    interventions,
    sponsor,
    status,
    phase,
    enrolment,
    planned,
    start,
    completion,
    hasResults,
  } = facts;
  const dates = [start, completion].map((day) => (day === undefined ? undefined : showDay(day)));
  const when = dates.every((day) => day !== undefined)
    ? dates.join(' to ')
    : dates[0] !== undefined
      ? `from ${dates[0]}`
      : dates[1] !== undefined
        ? `until ${dates[1]}`
        : undefined;
  const count = enrolment ?? planned;
  const people =
    count === undefined
      ? undefined
      : `${count} ${count === 1 ? 'person' : 'people'}${enrolment === undefined ? ' planned' : ''}`;
  const results = hasResults === undefined ? undefined : hasResults ? 'posted' : 'none posted';
  return [
    ['Title', title],
    ['Studies', conditions?.join(', ')],
    ['Treatment', interventions?.join(', ')],
    ['Status', status],
    ['Phase', phase],
    ['Size', people],
    ['Dates', when],
    ['Sponsor', sponsor],
    ['Results', results],
  ];
}
