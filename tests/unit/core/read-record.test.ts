import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText } from '@/core/clean-text.ts';
import { readRecord } from '@/core/read-record.ts';
import type { RecordFacts } from '@/core/record-facts.ts';
import { recordOf, registryRecords } from '@/tests/fixtures/registry-answers.ts';
import { spoiltRecords } from '@/tests/fixtures/spoilt-records.ts';

const today = '2026-11-23';
const factsOf = (id: string, day = today): RecordFacts => {
  const read = readRecord(recordOf(id), id, day);
  if (!read.ok) throw new Error(read.why);
  return read.facts;
};

/** A record of ours, with these dates and the like. */
const made = (status: object, design: object = {}, rest: object = {}): RecordFacts => {
  const answer = {
    protocolSection: {
      identificationModule: { nctId: 'NCT01234567' },
      statusModule: status,
      designModule: { studyType: 'INTERVENTIONAL', ...design },
    },
    ...rest,
  };
  const read = readRecord(answer, 'NCT01234567', today);
  if (!read.ok) throw new Error(read.why);
  return read.facts;
};

test.each([...registryRecords.keys()])('the saved record %s is read', (id) => {
  const facts = factsOf(id);
  expect(facts).toMatchObject({ id });
  expect(facts.title).toBeTruthy();
  expect(facts.status?.words).toBeTruthy();
  expect(facts.sponsor).toBeTruthy();
});

test('a finished trial without results', () =>
  expect(factsOf('NCT03418623')).toEqual({
    id: 'NCT03418623',
    title:
      'Effect of GET73 on MRS Measures of Central Glutamate and GABA in Individuals With Alcohol Use Disorder',
    status: { code: 'COMPLETED', words: 'Completed', asOf: '2020-10' },
    phase: 'Phase 2',
    phases: ['PHASE2'],
    studyType: 'Interventional',
    enrolment: { count: 24, kind: 'actual' },
    conditions: ['Alcohol Use Disorder'],
    interventions: ['GET73', 'Placebo'],
    sponsor: 'Laboratorio Farmaceutico Ct S.r.l.',
    start: { date: '2018-03-08', kind: 'actual' },
    completion: { date: '2020-03-13', kind: 'actual' },
    results: { kind: 'overdue', completed: '2020-03-13' },
    registration: { kind: 'before', atLeast: 59, atMost: 59, startIs: 'day', isPlanned: false },
    primaryOutcomes: [
      {
        measure: 'Concentrations of glutamate in dorsal...',
        timeFrame: 'After 5 doses of medication...',
      },
    ],
    firstSubmitted: '2018-01-08',
    updated: '2020-10-08',
  }));

test('a trial registered after it began, start known to the month', () =>
  expect(factsOf('NCT00763412')).toMatchObject({
    start: { date: '2006-11' },
    results: { kind: 'posted', on: '2017-06-05' },
    registration: { kind: 'after', atLeast: 669, atMost: 698, startIs: 'month', isPlanned: false },
    phase: 'Not applicable',
  }));

test('a withdrawn trial says why, and owes no results', () => {
  const facts = factsOf('NCT00973089');
  expect(facts).toMatchObject({
    status: { code: 'WITHDRAWN' },
    enrolment: { count: 0 },
    results: { kind: 'none' },
    whyStopped: 'recruiting or enrolling participants has halted prematurely and will not resume',
  });
});

test('a status that became unknown keeps the last one known', () =>
  expect(factsOf('NCT03475563').status).toEqual({
    code: 'UNKNOWN',
    words: 'Unknown',
    lastKnown: 'Recruiting',
    asOf: '2019-11',
  }));

test('a record cut down to some fields leaves out what it does not say', () => {
  const facts = factsOf('NCT06970236');
  expect(facts).toMatchObject({ start: { date: '2025-02-01' }, completion: { date: '2026-12' } });
  expect(facts.enrolment).toEqual({ count: 40 });
  for (const absent of ['results', 'registration', 'updated', 'whyStopped', 'firstSubmitted'])
    expect(facts).not.toHaveProperty(absent);
});

describe('registered before or after it began', () => {
  test.each([
    ['2020-01-31', '2020-02-01', 'before', 1, 1],
    ['2020-02-01', '2020-02-01', 'same', 0, 0],
    ['2020-02-02', '2020-02-01', 'after', 1, 1],
    ['2019-02-28', '2020-02-28', 'before', 365, 365],
    ['2020-02-28', '2021-02-28', 'before', 366, 366],
    ['2020-01-31', '2020-02', 'before', 1, 29],
    ['2020-02-01', '2020-02', 'same', 0, 0],
    ['2020-02-29', '2020-02', 'same', 0, 0],
    ['2020-03-01', '2020-02', 'after', 1, 29],
    ['2021-06-30', '2020', 'after', 181, 546],
  ])('submitted %s, begun %s: %s, %i to %i days', (studyFirstSubmitDate, date, kind, atLeast, atMost) =>
    expect(made({ studyFirstSubmitDate, startDateStruct: { date } }).registration).toMatchObject({
      kind,
      atLeast,
      atMost,
    }),
  );

  test.each([
    [{ studyFirstSubmitDate: '2020-02-30', startDateStruct: { date: '2020-02-01' } }],
    [{ studyFirstSubmitDate: '2020-02', startDateStruct: { date: '2020-02-01' } }],
    [{ studyFirstSubmitDate: '2020-02-01', startDateStruct: { date: '2019-02-29' } }],
    [{ studyFirstSubmitDate: '2020-02-01' }],
  ])('%j does not tell', (status) => expect(made(status)).not.toHaveProperty('registration'));

  test('a start that is planned is called so', () =>
    expect(
      made({ studyFirstSubmitDate: '2026-01-01', startDateStruct: { date: '2027-01', type: 'ESTIMATED' } })
        .registration?.isPlanned,
    ).toBe(true));
});

describe('results', () => {
  const completed = (date: string, type = 'ACTUAL') => ({
    overallStatus: 'COMPLETED',
    primaryCompletionDateStruct: { date, type },
  });
  const phase2 = { phases: ['PHASE2'] };
  const phase1 = { phases: ['PHASE1'] };
  test.each([
    ['a year and a day ago', completed('2025-11-22'), phase2, 'overdue'],
    ['a year ago to the day', completed('2025-11-23'), phase2, 'none'],
    ['in the month a year ago', completed('2025-11'), phase2, 'none'],
    ['the month before', completed('2025-10'), phase2, 'overdue'],
    ['in the year before', completed('2025'), phase2, 'none'],
    ['long ago, phase 1', completed('2015-01-01'), phase1, 'none'],
    ['long ago, phase 1 and 2', completed('2015-01-01'), { phases: ['PHASE1', 'PHASE2'] }, 'overdue'],
    ['long ago, observational', completed('2015-01-01'), { studyType: 'OBSERVATIONAL' }, 'none'],
    ['a day that was planned', completed('2015-01-01', 'ESTIMATED'), phase2, 'none'],
    [
      'long ago, stopped early',
      { ...completed('2015-01-01'), overallStatus: 'TERMINATED' },
      phase2,
      'overdue',
    ],
    ['recruiting still', { ...completed('2015-01-01'), overallStatus: 'RECRUITING' }, phase2, 'none'],
    ['29 February', completed('2024-02-29'), phase2, 'overdue'],
  ])('completed %s: %o %o: %s', (_when, status, design, kind) =>
    expect(made(status, design, { hasResults: false }).results?.kind).toBe(kind),
  );

  test('that are posted are posted, whenever it was completed', () =>
    expect(made(completed('2001-01-01'), phase2, { hasResults: true }).results).toEqual({ kind: 'posted' }));
});

describe('what is no record of the trial', () => {
  test.each([[null], [undefined], [''], [[]], [{}], [{ protocolSection: {} }], ['NCT01234567'], [12]])(
    '%j',
    (answer) => expect(readRecord(answer, 'NCT01234567', today)).toEqual({ ok: false, why: 'not-a-record' }),
  );

  test('one of another trial', () =>
    expect(readRecord(recordOf('NCT03418623'), 'NCT01234567', today)).toEqual({
      ok: false,
      why: 'another-trial',
    }));

  test('one that says it is the same trial under a newer identifier', () => {
    const record = {
      protocolSection: { identificationModule: { nctId: 'NCT07280598', nctIdAliases: ['NCT07048704'] } },
    };
    expect(readRecord(record, 'NCT07048704', today)).toMatchObject({
      ok: true,
      facts: { id: 'NCT07280598', askedAs: 'NCT07048704' },
    });
  });
});

/** Every text, number and boolean in a value, as they stand in it. */
function* leavesOf(value: unknown): Generator<unknown> {
  if (typeof value !== 'object' || value === null) {
    yield value;
    return;
  }
  for (const key of Object.keys(value)) yield* leavesOf((value as Record<string, unknown>)[key]);
}

const unshown = /[\p{Cc}\p{Cs}\u200B-\u200F\u202A-\u202E\u2066-\u2069]/u;

test('10,000 spoilt records give facts that stand in them, or a clear error', () => {
  fc.assert(
    fc.property(spoiltRecords(), ({ id, record }) => {
      const read = readRecord(JSON.parse(JSON.stringify(record)), id, today);
      expect(({} as { polluted?: number }).polluted).toBeUndefined();
      if (!read.ok) {
        expect(['not-a-record', 'another-trial']).toContain(read.why);
        return;
      }
      const { facts } = read;
      expect(facts.id).toBe(id);
      const held = new Set(leavesOf(record));
      const texts = [
        facts.title,
        facts.sponsor,
        facts.whyStopped,
        ...facts.conditions,
        ...facts.interventions,
        ...facts.primaryOutcomes.flatMap(({ measure, timeFrame }) => [measure, timeFrame]),
      ].filter((text) => text !== undefined);
      const clean = new Set([...held].map((leaf) => (typeof leaf === 'string' ? cleanText(leaf) : leaf)));
      expect(texts.filter((text) => !clean.has(text) || unshown.test(text) || text.length > 1001)).toEqual(
        [],
      );
      const dates = [
        facts.start?.date,
        facts.completion?.date,
        facts.firstSubmitted,
        facts.updated,
        facts.status?.asOf,
      ].filter((date) => date !== undefined);
      expect(dates.filter((date) => !held.has(date) || Number.isNaN(Date.parse(date)))).toEqual([]);
      const others: unknown[] = [facts.enrolment?.count, facts.status?.code, ...facts.phases].filter(
        (value) => value !== undefined,
      );
      if (facts.results) others.push(facts.results.kind === 'posted');
      expect(others.filter((value) => !held.has(value))).toEqual([]);
      if (facts.registration) {
        const { kind, atLeast, atMost } = facts.registration;
        expect(facts.firstSubmitted).toBeDefined();
        expect(atLeast).toBeLessThanOrEqual(atMost);
        const submitted = Date.parse(facts.firstSubmitted ?? '');
        const begun = Date.parse(facts.start?.date ?? '');
        if (facts.start?.date.length === 10) {
          const days = (begun - submitted) / 86_400_000;
          expect(kind).toBe(days > 0 ? 'before' : days < 0 ? 'after' : 'same');
          expect([atLeast, atMost]).toEqual([Math.abs(days), Math.abs(days)]);
        }
      }
    }),
    { numRuns: 10_000 },
  );
}, 120_000);
