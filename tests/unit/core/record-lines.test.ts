import { expect, test } from 'vitest';
import type { RecordFacts } from '@/core/record-facts.ts';
import { recordLines } from '@/core/record-lines.ts';

const bare: RecordFacts = {
  id: 'NCT09999999',
  phases: [],
  conditions: [],
  interventions: [],
  primaryOutcomes: [],
};

test('a record that says nothing has no line, and never an empty one', () => {
  expect(recordLines(bare)).toEqual([]);
});

const measures = ['One', 'Two', 'Three', 'Four', 'Five'].map((measure) => ({ measure }));

test.each<[change: Partial<RecordFacts>, name: string, text: string]>([
  [{ status: { code: 'COMPLETED', words: 'Completed' } }, 'Status', 'Completed'],
  [
    { status: { code: 'UNKNOWN', words: 'Unknown', lastKnown: 'Recruiting', asOf: '2019-04' } },
    'Status',
    'Unknown, last known as recruiting (as of Apr 2019)',
  ],
  [{ whyStopped: 'No money.' }, 'Why stopped', 'No money.'],
  [
    { studyType: 'Interventional', phase: 'Phase 2/Phase 3', phases: ['PHASE2', 'PHASE3'] },
    'Type',
    'Interventional, Phase 2/Phase 3',
  ],
  [{ studyType: 'Interventional', phase: 'Not applicable', phases: ['NA'] }, 'Type', 'Interventional'],
  [{ enrolment: { count: 1200, kind: 'planned' } }, 'Size', '1,200 people planned'],
  [{ enrolment: { count: 1, kind: 'actual' } }, 'Size', '1 person took part'],
  [{ enrolment: { count: 12 } }, 'Size', '12 people'],
  [{ conditions: ['Pain', 'Fatigue'] }, 'Studies', 'Pain, Fatigue'],
  [{ start: { date: '2021-03', kind: 'planned' } }, 'Start', 'Mar 2021 (planned)'],
  [{ completion: { date: '2021-03-02', kind: 'actual' } }, 'Completion', '2 Mar 2021'],
  [{ results: { kind: 'posted', on: '2020-01-02' } }, 'Results', 'posted on 2 Jan 2020'],
  [{ results: { kind: 'none' } }, 'Results', 'none posted'],
  [{ primaryOutcomes: [{ measure: 'Pain', timeFrame: '8 weeks' }] }, 'Main outcome', 'Pain (8 weeks)'],
  [{ primaryOutcomes: measures }, 'Main outcomes', 'One; Two; Three; and 2 more'],
])('%o', (change, name, text) => {
  expect(recordLines({ ...bare, ...change })).toEqual([{ name, text }]);
});

test.each<[change: Partial<RecordFacts>, text: string, url: string]>([
  [
    { results: { kind: 'overdue', completed: '2019-05' } },
    'overdue: completed May 2019, none posted',
    'ecfr.gov',
  ],
  [
    { registration: { kind: 'after', atLeast: 42, atMost: 72, startIs: 'month', isPlanned: false } },
    '42 to 72 days after it began; of the start only the month is known',
    'icmje.org',
  ],
  [
    { registration: { kind: 'before', atLeast: 1, atMost: 1, startIs: 'day', isPlanned: true } },
    '1 day before its planned start',
    'icmje.org',
  ],
])('%o comes with its rule', (change, text, url) => {
  const [line] = recordLines({ ...bare, ...change });
  expect(line?.text).toBe(text);
  expect(line?.rule?.url).toContain(url);
});
