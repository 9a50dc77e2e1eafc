import type { RegistryFacts, TrialVerdict } from '@/core/entry.ts';
import { showDay } from '@/core/show-day.ts';

const nothingMissed: ReadonlySet<string> = new Set();
const seenInPart: ReadonlySet<string> = new Set(['Status', 'Size', 'Results']);
const namesMissed: Readonly<Record<TrialVerdict, ReadonlySet<string>>> = {
  confirmed: seenInPart,
  'other-study': seenInPart,
  'content-not-seen': new Set(['Title', 'Status', 'Size', 'Results']),
  'not-found': nothingMissed,
  'probably-other-study': nothingMissed,
};

/**
 * What the registry says, with the day of the copy it was read from. Of a record that was seen, or that exists, what
 * everybody looks for first and was not seen is named so; of an identifier without a record nothing is listed.
 */
export function RegistryFactList({
  facts,
  verdict,
  known,
}: {
  facts: RegistryFacts;
  verdict: TrialVerdict;
  /** What the card says anyway. */
  known: string;
}) {
  const missing = namesMissed[verdict];
  const rows = rowsOf(facts).flatMap(([name, value]) => {
    if (value === known) return [];
    if (value !== undefined && value !== '') return [[name, value] as const];
    return missing.has(name) ? [[name, 'not seen'] as const] : [];
  });
  if (rows.length === 0) return null;
  return (
    <section class="ng-registry">
      <h3>
        The registry record
        {Object.keys(facts).length > 0 && (
          <span class="ng-copied">
            {facts.copied === undefined ? 'date of the copy not known' : `copy of ${showDay(facts.copied)}`}
          </span>
        )}
      </h3>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
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
