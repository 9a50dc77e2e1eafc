import { describe, expect, test } from 'vitest';
import type { RecordFacts } from '@/core/record-facts.ts';
import type { RegistryCheck } from '@/core/registry-check.ts';
import { type AuthoredTrial, refreshedTrial } from '@/scripts/refresh/refreshed-trial.ts';

const today = '2026-12-01';
const claim = (standing: 'unconfirmed' | 'contradicted') => ({
  id: 'guide-claim',
  about: 'study' as const,
  text: 'Naltrexone is tried in panic disorder.',
  from: { kind: 'guide' as const, section: 'Trials' },
  standing,
  reason: 'It did not turn up.',
  sources: [{ title: 'Copies' }],
  checked: '2026-11-23',
});
const registration = {
  id: 'registration',
  about: 'registration' as const,
  text: 'A trial of 50 mg of naltrexone a day.',
  from: { kind: 'registry' as const, name: 'ClinicalTrials.gov' },
  standing: 'confirmed' as const,
  reason: 'The record was read.',
  sources: [],
  checked: '2026-11-23',
};
const trial = (verdict: AuthoredTrial['verdict'], more: Partial<AuthoredTrial> = {}): AuthoredTrial => ({
  id: 'trial:NCT01234567',
  title: 'A title',
  summary: 'A summary.',
  verdict,
  verdictText: 'What we think of it.',
  registry: {},
  reviewed: '2026-11-23',
  statements: verdict === 'confirmed' ? [registration] : [claim('unconfirmed')],
  ...more,
});
const facts = (more: Partial<RecordFacts> = {}): RecordFacts => ({
  id: 'NCT01234567',
  title: 'Naltrexone for Panic Disorder',
  phases: [],
  conditions: [],
  interventions: [],
  primaryOutcomes: [],
  ...more,
});
const answered = (more: Partial<RecordFacts> = {}): RegistryCheck => ({
  kind: 'answered',
  facts: facts(more),
  at: 0,
  isKept: false,
});
const noRecord: RegistryCheck = { kind: 'no-such-record', at: 0 };

const everyVerdict = [
  'confirmed',
  'not-found',
  'content-not-seen',
  'other-study',
  'probably-other-study',
] as const;
const failures = [
  ...['malformed', 'busy', 'timed-out', 'offline', 'unreadable', 'too-large', 'interrupted', 'unexpected'],
] as Extract<RegistryCheck, { kind: 'failed' }>['why'][];

test.each(everyVerdict.flatMap((verdict) => failures.map((why) => [verdict, why] as const)))(
  '%s stays as it is when there is no answer (%s)',
  (verdict, why) => {
    const before = trial(verdict);
    const { trial: after, notes } = refreshedTrial(before, { kind: 'failed', why }, today);
    expect(after).toBe(before);
    expect(notes).toEqual([`no answer (${why}), left as it is`]);
  },
);

describe('a record', () => {
  test.each([
    ['confirmed', {}, 'confirmed', 'confirmed'],
    ['confirmed', { title: 'Treatment of Self-Injury' }, 'confirmed', 'confirmed'],
    ['not-found', {}, 'confirmed', 'unconfirmed'],
    ['not-found', { title: 'Rice' }, 'other-study', 'contradicted'],
    ['content-not-seen', { title: 'Methylnaltrexone in Constipation' }, 'other-study', 'contradicted'],
    ['content-not-seen', { title: 'Panic', interventions: ['Vivitrol'] }, 'confirmed', 'unconfirmed'],
    ['probably-other-study', { title: 'Rice' }, 'other-study', 'contradicted'],
    ['other-study', { title: 'Rice' }, 'other-study', 'unconfirmed'],
  ] as const)('%s, and the record has %j: %s, the claim %s', (verdict, record, now, standing) => {
    const { trial: after } = refreshedTrial(trial(verdict), answered(record), today);
    expect(after.verdict).toBe(now);
    expect(after.statements?.[0]?.standing).toBe(standing);
  });

  test('never confirms what the guide says', () => {
    for (const verdict of everyVerdict) {
      const before = trial(verdict, { statements: [claim('unconfirmed'), claim('contradicted')] });
      const { trial: after } = refreshedTrial(before, answered(), today);
      expect(after.statements?.map(({ standing }) => standing)).not.toContain('confirmed');
    }
  });

  test('that changes a verdict says what it is, from where, and that somebody has to read it', () => {
    const { trial: after, notes } = refreshedTrial(trial('not-found'), answered({ title: 'Rice' }), today);
    expect(after.verdictText).toBe('The registry holds another study under this identifier: “Rice”.');
    expect(after.statements?.[0]).toMatchObject({
      reason: 'The record under this identifier is another study: “Rice”.',
      sources: [
        { title: 'Copies' },
        {
          title: 'ClinicalTrials.gov record',
          url: 'https://clinicaltrials.gov/study/NCT01234567',
          copied: today,
        },
      ],
      checked: today,
    });
    expect(notes[0]).toContain('want a reader');
    expect(after.reviewed).toBe('2026-11-23');
  });

  test('that says nothing else gives what it confirms today’s date', () => {
    const known = { status: 'Completed', phase: 'Phase 2/3', enrolment: 96, start: '2018', copied: '2020' };
    const { trial: after, notes } = refreshedTrial(
      trial('confirmed', { registry: known }),
      answered({
        status: { code: 'COMPLETED', words: 'Completed' },
        phase: 'Phase 2/Phase 3',
        enrolment: { count: 96, kind: 'actual' },
        start: { date: '2018-03' },
      }),
      today,
    );
    expect(notes).toEqual([]);
    expect(after.statements?.[0]?.checked).toBe(today);
    expect(after.registry).toEqual({
      title: 'Naltrexone for Panic Disorder',
      ...known,
      start: '2018-03',
      copied: today,
    });
  });

  test('that says something else is noted, and what stands keeps its date until it is read', () => {
    const known = { status: 'Recruiting', enrolment: 96, planned: 120, sponsor: 'Yale' };
    const { trial: after, notes } = refreshedTrial(
      trial('confirmed', { registry: known }),
      answered({
        status: { code: 'TERMINATED', words: 'Terminated' },
        enrolment: { count: 9, kind: 'actual' },
        sponsor: 'Another',
      }),
      today,
    );
    expect(notes).toEqual(['status was Recruiting, is Terminated now', 'enrolment was 96, is 9 now']);
    expect(after.registry).toMatchObject({
      status: 'Terminated',
      enrolment: 9,
      planned: 120,
      sponsor: 'Yale',
    });
    expect(after.statements?.[0]?.checked).toBe('2026-11-23');
  });

  test.each([
    [{ count: 50, kind: 'planned' }, { planned: 50 }],
    [
      { count: 50, kind: 'actual' },
      { enrolment: 50, planned: 120 },
    ],
    [{ count: 50 }, { enrolment: 96, planned: 120 }],
  ] as const)('with %j people, kept as %j', (enrolment, kept) => {
    const known = { enrolment: 96, planned: 120 };
    const { trial: after } = refreshedTrial(
      trial('confirmed', { registry: known }),
      answered({ enrolment }),
      today,
    );
    const { enrolment: took, planned } = after.registry ?? {};
    expect({ ...(took !== undefined && { enrolment: took }), planned }).toEqual(kept);
  });

  test('that carries another identifier now says so', () =>
    expect(
      refreshedTrial(trial('confirmed'), answered({ id: 'NCT07654321', askedAs: 'NCT01234567' }), today)
        .notes,
    ).toEqual(['the registry carries it as NCT07654321 now']));
});

describe('no such record', () => {
  test('is a better reason for what was not found', () => {
    const { trial: after, notes } = refreshedTrial(trial('not-found'), noRecord, today);
    expect(notes).toEqual([]);
    expect(after.verdict).toBe('not-found');
    expect(after.statements?.[0]).toMatchObject({
      standing: 'unconfirmed',
      reason: 'The registry itself has no record under this identifier; it was asked on 1 Dec 2026.',
      checked: today,
    });
  });

  test.each(everyVerdict.filter((verdict) => verdict !== 'not-found'))(
    'takes nothing away from %s',
    (verdict) => {
      const before = trial(verdict);
      const { trial: after, notes } = refreshedTrial(before, noRecord, today);
      expect(after).toBe(before);
      expect(notes.join()).toContain('knows no such record');
    },
  );
});
