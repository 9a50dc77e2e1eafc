import type { RegistryFacts } from '@/core/entry.ts';
import { showDay } from '@/core/show-day.ts';

/** What the registry says, only what was seen, with the day of the copy it was read from. */
export function RegistryFactList({
  facts,
  known,
}: {
  facts: RegistryFacts /** What the card says anyway. */;
  known: string;
}) {
  const rows = rowsOf(facts).filter(([, value]) => value !== known);
  if (rows.length === 0) return null;
  return (
    <section class="ng-registry">
      <h3>
        The registry record
        <span class="ng-copied">
          {facts.copied === undefined ? 'date of the copy not known' : `copy of ${showDay(facts.copied)}`}
        </span>
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

function rowsOf(facts: RegistryFacts): (readonly [name: string, value: string])[] {
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
  const rows = [
    ['Title', title],
    ['Studies', conditions?.join(', ')],
    ['Treatment', interventions?.join(', ')],
    ['Status', status],
    ['Phase', phase],
    ['Size', people],
    ['Dates', when],
    ['Sponsor', sponsor],
    ['Results', results],
  ] as const;
  return rows.flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, value] as const],
  );
}
