import { overdueRule, type RecordDate, type RecordFacts, registrationRule } from './record-facts.ts';
import { registrationWords } from './registration-words.ts';
import { showDay } from './show-day.ts';

/** What a word of a record means, in our words, and whose rule that is. */
export interface RecordRule {
  readonly says: string;
  readonly source: string;
  readonly url: string;
}

/** One thing a record says. */
export interface RecordLine {
  readonly name: string;
  readonly text: string;
  /** Behind what the line calls overdue, or registered before or after. */
  readonly rule?: RecordRule;
}

/** What a record says, line by line, in the order of a card. What it does not say has no line. */
export function recordLines(facts: RecordFacts): RecordLine[] {
  const { status, phase, studyType, enrolment, conditions, interventions, sponsor } = facts;
  const { start, completion, results, registration, primaryOutcomes, whyStopped } = facts;
  const lines: readonly (readonly [name: string, text: string | undefined, rule?: RecordRule | undefined])[] =
    [
      ['Title', facts.title],
      ['Status', status && statusLine(status)],
      ['Why stopped', whyStopped],
      [
        'Type',
        [studyType, facts.phases.every((code) => code === 'NA') ? undefined : phase]
          .filter(Boolean)
          .join(', '),
      ],
      ['Size', enrolment && sizeLine(enrolment)],
      ['Studies', conditions.join(', ')],
      ['Treatment', interventions.join(', ')],
      ['Sponsor', sponsor],
      ['Start', dateLine(start)],
      ['Completion', dateLine(completion)],
      ['Registered', registration && registrationWords(registration), registrationRule],
      ['Results', results && resultsLine(results), results?.kind === 'overdue' ? overdueRule : undefined],
      [primaryOutcomes.length > 1 ? 'Main outcomes' : 'Main outcome', outcomesLine(primaryOutcomes)],
    ];
  return lines.flatMap(([name, text, rule]) =>
    text === undefined || text === '' ? [] : [{ name, text, ...(rule && { rule }) }],
  );
}

function statusLine({ words, lastKnown, asOf }: NonNullable<RecordFacts['status']>): string {
  const before = lastKnown === undefined ? '' : `, last known as ${lastKnown.toLowerCase()}`;
  return `${words}${before}${asOf === undefined ? '' : ` (as of ${showDay(asOf)})`}`;
}

function sizeLine({ count, kind }: NonNullable<RecordFacts['enrolment']>): string {
  const people = `${count.toLocaleString('en')} ${count === 1 ? 'person' : 'people'}`;
  if (kind === undefined) return people;
  return kind === 'planned' ? `${people} planned` : `${people} took part`;
}

function dateLine(date: RecordDate | undefined): string | undefined {
  return date && `${showDay(date.date)}${date.kind === 'planned' ? ' (planned)' : ''}`;
}

function resultsLine(results: NonNullable<RecordFacts['results']>): string {
  switch (results.kind) {
    case 'posted':
      return results.on === undefined ? 'posted' : `posted on ${showDay(results.on)}`;
    case 'none':
      return 'none posted';
    case 'submitted':
      return `none posted; submitted${results.on === undefined ? '' : ` on ${showDay(results.on)}`} and not posted yet`;
    case 'delayed':
      return `none posted; a delay was asked for${results.on === undefined ? '' : ` on ${showDay(results.on)}`}`;
    case 'waived':
      return 'none posted; the record says that they need not be';
    case 'overdue':
      return `overdue: completed ${showDay(results.completed)}, none posted`;
    default:
      return results satisfies never;
  }
}

/** Some records have dozens; the registry has them all. */
const mostOutcomes = 3;

function outcomesLine(outcomes: RecordFacts['primaryOutcomes']): string {
  const shown = outcomes
    .slice(0, mostOutcomes)
    .map(({ measure, timeFrame }) => (timeFrame === undefined ? measure : `${measure} (${timeFrame})`));
  const rest = outcomes.length - shown.length;
  return [...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].join('; ');
}
