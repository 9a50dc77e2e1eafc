// Records as the registry's API gives them, of every sort, and the lines of the card that come of each.
import { expect, test } from 'vitest';
import { readRecord } from '@/core/read-record.ts';
import { recordLines } from '@/core/record-lines.ts';

const today = '2026-11-23';
const id = 'NCT01234567';

interface Modules {
  readonly identification?: object;
  readonly status?: object;
  readonly design?: object;
  readonly others?: object;
  readonly rest?: object;
}

/** What the card says of a record: name and text of each line. */
function linesOf({ identification, status, design, others, rest }: Modules, asked = id): string[] {
  const record = {
    protocolSection: {
      identificationModule: {
        nctId: id,
        orgStudyIdInfo: { id: 'ABC-1' },
        secondaryIdInfos: [
          { id: '2004-000446-20', type: 'EUDRACT_NUMBER' },
          { id: 'R01MH012345', type: 'NIH' },
        ],
        organization: { fullName: 'Somewhere', class: 'OTHER' },
        briefTitle: 'A Trial',
        ...identification,
      },
      ...(status && { statusModule: status }),
      ...(design && { designModule: design }),
      ...others,
    },
    derivedSection: { miscInfoModule: { versionHolder: '2026-11-20' } },
    ...rest,
  };
  const read = readRecord(JSON.parse(JSON.stringify(record)), asked, today);
  if (!read.ok) throw new Error(read.why);
  return recordLines(read.facts).map(({ name, text }) => `${name}: ${text}`);
}

const interventional = { studyType: 'INTERVENTIONAL' };
const done = {
  overallStatus: 'COMPLETED',
  statusVerifiedDate: '2021-02',
  startDateStruct: { date: '2018-03', type: 'ACTUAL' },
  primaryCompletionDateStruct: { date: '2020-01-31', type: 'ACTUAL' },
  completionDateStruct: { date: '2020-03-13', type: 'ACTUAL' },
  studyFirstSubmitDate: '2018-04-02',
};

test.each<[what: string, record: Modules, lines: string[]]>([
  ['of which only the title is known', {}, ['Title: A Trial']],
  [
    'interventional, with all there is',
    {
      status: done,
      design: {
        ...interventional,
        phases: ['PHASE2', 'PHASE3'],
        designInfo: { allocation: 'RANDOMIZED' },
        enrollmentInfo: { count: 1204, type: 'ACTUAL' },
      },
      others: {
        sponsorCollaboratorsModule: {
          leadSponsor: { name: 'University', class: 'OTHER' },
          collaborators: [],
        },
        conditionsModule: { conditions: ['Pain', 'Pain', 'Fatigue'], keywords: ['x'] },
        armsInterventionsModule: {
          interventions: [
            { type: 'DRUG', name: 'Naltrexone', otherNames: ['LDN'] },
            { type: 'DRUG', name: 'Placebo' },
          ],
        },
        outcomesModule: {
          primaryOutcomes: [{ measure: 'Pain', timeFrame: '8 weeks' }],
          secondaryOutcomes: [],
        },
      },
      rest: { hasResults: false },
    },
    [
      'Title: A Trial',
      'Status: Completed (as of Feb 2021)',
      'Type: Interventional, Phase 2/Phase 3',
      'Size: 1,204 people took part',
      'Studies: Pain, Fatigue',
      'Treatment: Naltrexone, Placebo',
      'Sponsor: University',
      'Start: Mar 2018',
      'Completion: 13 Mar 2020',
      'Registered: 2 to 32 days after it began; of the start only the month is known',
      'Results: overdue: completed 13 Mar 2020, none posted',
      'Main outcome: Pain (8 weeks)',
    ],
  ],
  [
    'observational',
    {
      status: { overallStatus: 'COMPLETED', completionDateStruct: { date: '2015-01', type: 'ACTUAL' } },
      design: { studyType: 'OBSERVATIONAL', patientRegistry: true, enrollmentInfo: { count: 12 } },
      rest: { hasResults: false },
    },
    [
      'Title: A Trial',
      'Status: Completed',
      'Type: Observational',
      'Size: 12 people',
      'Completion: Jan 2015',
      'Results: none posted',
    ],
  ],
  [
    'of expanded access',
    {
      status: { overallStatus: 'AVAILABLE', statusVerifiedDate: '2025-06', expandedAccessInfo: {} },
      design: { studyType: 'EXPANDED_ACCESS', nPtrsToThisExpAccNctId: 1 },
      rest: { hasResults: false },
    },
    ['Title: A Trial', 'Status: Available (as of Jun 2025)', 'Type: Expanded access'],
  ],
  [
    'of expanded access that is over',
    { status: { overallStatus: 'NO_LONGER_AVAILABLE' }, design: { studyType: 'EXPANDED_ACCESS' } },
    ['Title: A Trial', 'Status: No longer available', 'Type: Expanded access'],
  ],
  [
    'withdrawn before anybody was enrolled',
    {
      status: {
        overallStatus: 'WITHDRAWN',
        whyStopped: 'No funding.',
        startDateStruct: { date: '2030-01', type: 'ESTIMATED' },
        studyFirstSubmitDate: '2026-01-05',
      },
      design: { ...interventional, phases: ['NA'], enrollmentInfo: { count: 0, type: 'ACTUAL' } },
      rest: { hasResults: false },
    },
    [
      'Title: A Trial',
      'Status: Withdrawn',
      'Why stopped: No funding.',
      'Type: Interventional',
      'Size: 0 people took part',
      'Start: Jan 2030 (planned)',
      'Registered: 1,457 to 1,487 days before its planned start; of the start only the month is known',
      'Results: none posted',
    ],
  ],
  [
    'terminated',
    {
      status: {
        ...done,
        overallStatus: 'TERMINATED',
        whyStopped: 'Slow\n accrual',
        studyFirstSubmitDate: '2018-03-31',
      },
      design: { ...interventional, phases: ['EARLY_PHASE1'], enrollmentInfo: { count: 1, type: 'ACTUAL' } },
      rest: { hasResults: false },
    },
    [
      'Title: A Trial',
      'Status: Terminated (as of Feb 2021)',
      'Why stopped: Slow accrual',
      'Type: Interventional, Early phase 1',
      'Size: 1 person took part',
      'Start: Mar 2018',
      'Completion: 13 Mar 2020',
      'Registered: in the month it began',
      'Results: none posted',
    ],
  ],
  [
    'whose status became unknown',
    {
      status: {
        overallStatus: 'UNKNOWN',
        lastKnownStatus: 'ACTIVE_NOT_RECRUITING',
        statusVerifiedDate: '2019-04-12',
        completionDateStruct: { date: '2019-06', type: 'ESTIMATED' },
      },
      design: { ...interventional, enrollmentInfo: { count: 60, type: 'ESTIMATED' } },
      rest: { hasResults: false },
    },
    [
      'Title: A Trial',
      'Status: Unknown, last known as active, not recruiting (as of 12 Apr 2019)',
      'Type: Interventional',
      'Size: 60 people planned',
      'Completion: Jun 2019 (planned)',
      'Results: none posted',
    ],
  ],
  [
    'withheld, without a title of its own',
    {
      identification: {
        briefTitle: '[Trial of device that is not approved or cleared by the U.S. FDA]',
        officialTitle: undefined,
      },
      status: { overallStatus: 'WITHHELD', delayedPosting: true },
    },
    ['Title: [Trial of device that is not approved or cleared by the U.S. FDA]', 'Status: Withheld'],
  ],
  [
    'with an official title only',
    { identification: { briefTitle: undefined, officialTitle: 'The Official Title' } },
    ['Title: The Official Title'],
  ],
  [
    'with a status and a phase nobody knows yet',
    { status: { overallStatus: 'PAUSED' }, design: { ...interventional, phases: ['PHASE5'] } },
    ['Title: A Trial', 'Type: Interventional'],
  ],
  [
    'with dates that are none',
    {
      status: {
        startDateStruct: { date: '2018-02-30' },
        completionDateStruct: { date: 'March 2018' },
        studyFirstSubmitDate: '2018-13-01',
      },
    },
    ['Title: A Trial'],
  ],
  [
    'with modules that are null',
    { others: { statusModule: null, designModule: null, conditionsModule: null, outcomesModule: null } },
    ['Title: A Trial'],
  ],
  [
    'with very many conditions and outcomes',
    {
      others: {
        conditionsModule: { conditions: ['One', 'Two', 'Three'] },
        outcomesModule: {
          primaryOutcomes: Array.from({ length: 200 }, (_, index) => ({ measure: `M${index + 1}` })),
        },
      },
    },
    ['Title: A Trial', 'Studies: One, Two, Three', 'Main outcomes: M1; M2; M3; and 197 more'],
  ],
])('a record %s', (_what, record, lines) => expect(linesOf(record)).toEqual(lines));

test.each<[what: string, record: Modules, results: string]>([
  ['posted', { rest: { hasResults: true, resultsSection: {} } }, 'posted'],
  [
    'posted on a day',
    {
      status: { resultsFirstPostDateStruct: { date: '2020-01-02', type: 'ACTUAL' } },
      rest: { hasResults: true },
    },
    'posted on 2 Jan 2020',
  ],
  [
    'overdue by the main outcome, and the trial went on until this year',
    {
      status: { ...done, completionDateStruct: { date: '2026-03', type: 'ACTUAL' } },
      rest: { hasResults: false },
    },
    'none posted',
  ],
  [
    'overdue, the main outcome known later than the end',
    {
      status: { ...done, primaryCompletionDateStruct: { date: '2020-05', type: 'ACTUAL' } },
      rest: { hasResults: false },
    },
    'overdue: completed May 2020, none posted',
  ],
  [
    'delayed',
    { status: { ...done, dispFirstSubmitDate: '2021-01-15' }, rest: { hasResults: false } },
    'none posted; a delay was asked for on 15 Jan 2021',
  ],
  [
    'waived',
    { status: { ...done, resultsWaived: true }, rest: { hasResults: false } },
    'none posted; the record says that they need not be',
  ],
  [
    'submitted and not posted',
    {
      status: done,
      rest: {
        hasResults: false,
        annotationSection: {
          annotationModule: {
            unpostedAnnotation: {
              unpostedResponsibleParty: 'University',
              unpostedEvents: [{ type: 'RELEASE', date: '2021-03-04' }],
            },
          },
        },
      },
    },
    'none posted; submitted on 4 Mar 2021 and not posted yet',
  ],
  [
    'submitted and sent back',
    {
      status: done,
      rest: {
        hasResults: false,
        annotationSection: {
          annotationModule: {
            unpostedAnnotation: {
              unpostedEvents: [
                { type: 'RELEASE', date: '2021-03-04' },
                { type: 'RESET', date: '2021-04-01' },
              ],
            },
          },
        },
      },
    },
    'overdue: completed 13 Mar 2020, none posted',
  ],
])('results that are %s', (_what, record, results) =>
  expect(linesOf({ design: { ...interventional, phases: ['PHASE2'] }, ...record })).toContain(
    `Results: ${results}`,
  ),
);

test('a record under another identifier says which was asked for', () => {
  const aliased = { identification: { nctIdAliases: ['NCT07654321', 'NCT00000001'] } };
  expect(linesOf(aliased, 'NCT00000001')).toEqual(['Title: A Trial']);
  expect(() => linesOf(aliased, 'NCT07654322')).toThrow('another-trial');
});
