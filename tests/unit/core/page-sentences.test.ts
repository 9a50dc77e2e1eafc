// How papers, registers and newspapers write of a trial: what is held against its record, and what is passed over.
import { describe, expect, test } from 'vitest';
import { type ComparedFacts, pageAgainstRecord } from '@/core/page-against-record.ts';

const id = 'NCT01874951';
/** 96 people took part; completed; phase 2. */
const record: ComparedFacts = {
  id,
  status: { code: 'COMPLETED', words: 'Completed' },
  phases: ['PHASE2'],
  enrolment: { count: 96, kind: 'actual' },
};
/** 96 people planned; recruiting; phase 2. */
const plan: ComparedFacts = {
  ...record,
  status: { code: 'RECRUITING', words: 'Recruiting' },
  enrolment: { count: 96, kind: 'planned' },
};
const told = (sentence: string, facts: ComparedFacts): string =>
  pageAgainstRecord(sentence.replaceAll('ID', id), facts)
    .map(({ page }) => page)
    .join('; ');

const differing: readonly (readonly [sentence: string, page: string])[] = [
  // Abstracts and methods.
  ['A total of 120 participants were enrolled (ID).', '120'],
  ['A total of 120 patients with alcohol use disorder were randomly assigned to treatment (ID).', '120'],
  ['One hundred and twenty participants were randomised (ID).', '120'],
  ['One hundred twenty adults were enrolled (ID).', '120'],
  ['Eighty-four outpatients were randomly assigned (ID).', '84'],
  ['We randomly assigned 120 patients to naltrexone or placebo (ID).', '120'],
  ['We conducted a double-blind, placebo-controlled trial involving 120 patients (ID).', '120'],
  ['In this 12-week randomised trial (ID), 120 adults aged 18 to 65 years were enrolled.', '120'],
  ['In this randomised trial (ID), 120 patients with opioid use disorder were randomly assigned.', '120'],
  ['Participants (n = 120) were randomly assigned to naltrexone or placebo (ID).', '120'],
  ['Methods: 120 participants were randomised 1:1 to naltrexone or placebo (ID).', '120'],
  ['Between March 2010 and June 2014, 120 patients were randomised (ID).', '120'],
  ['From 2010 through 2014, we enrolled 120 patients (ID).', '120'],
  ['The trial enrolled 1,200 participants (ID).', '1200'],
  ['The trial enrolled 1\u2009200 participants (ID).', '1200'],
  ['The study (ID) recruited 120 treatment-seeking adults with DSM-5 alcohol use disorder.', '120'],
  ['The sample size was 120 (ID).', '120'],
  ['The study was conducted in 120 women (ID).', '120'],
  ['ID was a randomised trial of naltrexone in 120 smokers.', '120'],
  ['The study compared naltrexone 50 mg with placebo in 120 adults (ID).', '120'],
  ['In total, 120 volunteers took part in ID.', '120'],
  ['ID enrolled 120.', '120'],
  ['Twenty-four outpatients (n=24) were randomly assigned (ID).', '24'],
  ['The study included 120 patients (ID).', '120'],
  ['This 120-patient, placebo-controlled trial (ID) was negative.', '120'],
  ['120 participants were recruited into ID [12, 13].', '120'],
  ['Conducted at 12 sites, the trial (ID) enrolled 120 participants.', '120'],
  // Registers, reviews and tables.
  ['ID (n=120)', '120'],
  ['ID: n = 120', '120'],
  ['ID; Enrollment: 120', '120'],
  ['ID, Enrollment (actual): 120', '120'],
  ['Actual enrollment: 120 participants (ID)', '120'],
  ['(ID; N=120)', '120'],
  ['ID | Phase 3 | n = 120', '120; phase 3'],
  ['ID: Recruiting', 'recruiting'],
  ['ID \u2013 Recruiting', 'recruiting'],
  ['ID (Active, not recruiting)', 'active, not recruiting'],
  ['ID, Not yet recruiting, Phase 2', 'not yet recruiting'],
  ['Recruitment status of ID: Terminated', 'terminated'],
  ['ID: Status: Withdrawn', 'withdrawn'],
  ['ID (phase 3)', 'phase 3'],
  ['ID | Phase 3', 'phase 3'],
  ['Naltrexone, ID; phase III; completed', 'phase 3'],
  // Status in sentences.
  ['The trial (ID) is currently recruiting participants.', 'recruiting'],
  ['The trial of naltrexone in fibromyalgia (ID) is still recruiting.', 'recruiting'],
  ['ID is under way.', 'under way'],
  ['A study (ID) is ongoing.', 'ongoing'],
  ['A large, multicentre ongoing trial in depression (ID) will answer this.', 'ongoing'],
  ['ID has been terminated.', 'terminated'],
  ['The trial (ID) was suspended.', 'suspended'],
  ['Our trial (ID) was withdrawn.', 'withdrawn'],
  ['A completed phase 3 trial in depression (ID) is described.', 'phase 3'],
  // Phases.
  ['This Phase 3 trial (ID) is described here.', 'phase 3'],
  ['ID is a phase IV study of naltrexone.', 'phase 4'],
  ['A randomised phase 1/2 trial of naltrexone (ID).', 'phase 1/2'],
  ['A phase-3 trial (ID).', 'phase 3'],
];

const silent: readonly string[] = [
  // It agrees, however it is written.
  'Ninety-six participants were randomised (ID).',
  'A total of ninety-six patients were enrolled (ID).',
  'ID: Completed',
  'ID (phase II, completed, n = 96)',
  'The phase 2b trial (ID) has been completed.',
  // Parts and stages of a trial.
  'Of 120 screened, 96 were randomised (ID).',
  '120 people were screened for ID.',
  'We assessed 120 patients for eligibility (ID).',
  '96 of 120 patients in ID completed treatment.',
  '96/120 participants finished ID.',
  'Forty-eight participants were randomised to each arm (ID).',
  'In ID, naltrexone (n = 48) was compared with placebo (n = 48).',
  'In ID, patients on placebo (n = 48) drank more.',
  'The naltrexone group of ID had 48 participants.',
  'The trial enrolled 40 women and 56 men (ID).',
  'The trial (ID) included 40 women.',
  'The trial (ID) included 12 patients with diabetes.',
  'The trial (ID) also enrolled 20 patients with PTSD.',
  'The trial enrolled 48 patients and 48 controls (ID).',
  'The trial enrolled 48 patients and matched healthy controls (ID).',
  'Of the 96 participants in ID, 40 were women.',
  'A total of 40 participants enrolled in ID provided blood samples.',
  'We interviewed 20 participants of ID.',
  '20 patients who had been enrolled in ID were interviewed.',
  'Data from 80 participants in ID were used.',
  'The intention-to-treat population of ID comprised 90 patients.',
  'This secondary analysis of ID included 80 participants.',
  'In a substudy of ID, 24 volunteers had scans.',
  'In ID, 12 participants had adverse events.',
  'In ID, 12 patients relapsed.',
  'A trial of naltrexone (ID) found benefit in 12 patients.',
  'In ID, 30 participants reported nausea.',
  'The meta-analysis included 120 patients from ID.',
  'A pooled sample of 120 participants included ID.',
  '120 patients were enrolled in Germany (ID).',
  'At our site 12 patients were enrolled in ID.',
  '24 additional patients were randomised in ID.',
  'By June 2014, 60 patients had been enrolled in ID.',
  'In 2014, ID enrolled 40 patients.',
  'As of 1 May 2014, 60 participants were enrolled (ID).',
  'After the amendment ID enrolled 60 patients.'.replace('amendment', 'protocol was amended'),
  'The first 60 patients were randomised (ID).',
  '120 families were enrolled in ID.',
  'ID enrolled 60 couples.',
  'Twenty outpatients with OCD, 20 individuals with BDD and 20 healthy participants were randomised (ID).',
  'A total of 40 patients were diagnosed as allergic (ID).',
  'Papaverine was used in a total of 11 patients of ID.',
  'In addition, 35 participants are included in ID for piloting.',
  // Plans.
  'A sample size of 25 patients is appropriate (ID).',
  'The investigators propose a trial in 42 outpatients (ID).',
  'ID aims to enrol 120 participants.',
  'We planned to randomise 120 patients (ID).',
  'The planned sample size was 120 (ID).',
  'The trial was designed to enrol 120 participants (ID).',
  'A sample size of 120 was needed for a power of 0.8 (ID).',
  'Estimated enrollment: 120 participants (ID)',
  'ID is enrolling 120 participants.',
  '120 patients will be randomised (ID).',
  'A sample size of 120 was calculated (ID).',
  'The target of ID was 120.',
  // Ranges and rounding.
  '100 to 120 patients were enrolled in ID.',
  'Between 100 and 120 patients were enrolled (ID).',
  '100-120 patients were randomised in ID.',
  'Some 120 patients were randomised in ID.',
  'Over 120 patients were randomised in ID.',
  'ID enrolled >120 participants.',
  'ID enrolled at least 120 participants.',
  'ID enrolled roughly 100 participants.',
  // Ages, doses, times, shares and other numbers.
  'Adults aged 18 to 65 years were enrolled (ID).',
  'ID enrolled adults older than 18 years.',
  'Naltrexone 50 mg was given for 12 weeks (ID).',
  'ID randomised participants 2:1.',
  'In ID 45% of patients responded.',
  'The study (ID) had 12 visits.',
  'ID was approved under grant R01 AA012345.',
  'See Table 3 for ID.',
  'ID was cited 120 times.',
  'The hazard ratio was 1.20 (ID).',
  'Patients were enrolled at 12 sites (ID).',
  'The trial (ID) enrolled patients with type 2 diabetes.',
  'Patients with COVID-19 were enrolled (ID).',
  'Participants were paid 120 dollars (ID).',
  // Other trials.
  'Unlike COMBINE (n = 1383), ID was small.',
  'The COMBINE trial enrolled 1383 patients, and the extension study was ID.',
  'A previous study enrolled 120 patients; ID is its successor.',
  'The trial by Smith enrolled 120 patients, and a second study (ID) is smaller.',
  'Five trials enrolled 120 patients, among them ID.',
  'ID, like COMBINE with 1383 patients, had a placebo arm.',
  'Similar to the 120-patient trial by Smith, ID was negative.',
  'These trials (ID among them) enrolled 120 patients.',
  // Status words of something else, or of then.
  'ID recruited participants through advertisements.',
  'Participants were recruiting friends for ID.',
  'Recruitment for ID was completed.',
  'Recruitment of ID has been terminated in two sites.',
  'In ID, naltrexone was withdrawn.',
  'In ID, the drug was suspended in water.',
  'The study drug was withdrawn (ID).',
  'The study treatment was terminated (ID).',
  'The trial (ID) was ongoing at the time of writing.',
  'ID was recruiting.',
  'ID was formerly recruiting.',
  'ID is expected to be terminated.',
  'ID is not yet recruiting, says the sponsor; it may start soon.'.replace('yet ', 'yet, it seems, '),
  'A completed questionnaire was sent to ID.',
  'Patients with ongoing depression entered the trial (ID).',
  'The follow-up of ID is ongoing.',
  'Analyses of ID are ongoing.',
  'Several ongoing trials (such as ID) address this.',
  'ID: recruiting sites in Oslo',
  'ID (recruiting until 2014)',
  // Phases of something else.
  'Phase 1 of the study (ID) lasted 4 weeks.',
  'During phase 3 of the trial (ID) everybody took naltrexone.',
  'The manic phase 3 weeks before the trial (ID).',
  'Following a phase 3 trial, ID was begun.',
  'ID led to a phase 3 trial.',
  'The drug is in phase 3 (ID).',
  'A two-phase trial (ID).',
  'A phase 3-ready trial network ran ID.',
];

test('the table has more than 80 rows', () => {
  expect(differing.length + silent.length).toBeGreaterThan(120);
});

test.each(differing)('%s says %s', (sentence, page) => expect(told(sentence, record)).toBe(page));

test.each(silent)('%s says nothing that differs', (sentence) => expect(told(sentence, record)).toBe(''));

describe('a plan', () => {
  test.each([
    ['ID aims to enrol 120 participants.', '120 planned'],
    ['120 patients will be randomised (ID).', '120 planned'],
    ['The planned sample size was 120 (ID).', '120 planned'],
    ['Estimated enrollment: 120 participants (ID)', '120 planned'],
    ['The trial (ID) is enrolling 120 participants.', '120 planned'],
    ['The trial (ID) enrolled 120 participants.', ''],
    ['ID (n = 120)', ''],
    ['ID aims to enrol 96 participants.', ''],
    ['ID aims to enrol 48 participants per arm.', ''],
    ['ID aims to enrol 100 to 120 participants.', ''],
    ['The trial (ID) has been completed.', 'completed'],
    ['ID: Not yet recruiting', 'not yet recruiting'],
    ['The trial (ID) is enrolling patients.', ''],
  ])('%s says %j', (sentence, page) => expect(told(sentence, plan)).toBe(page));
});

describe('our copy', () => {
  test.each<[facts: ComparedFacts, sentence: string, page: string]>([
    [record, 'The trial (ID) is recruiting.', 'recruiting'],
    [record, 'The trial (ID) enrolled 120 participants.', '120'],
    // A page may be newer than the copy.
    [plan, 'The trial (ID) has been completed.', ''],
    [plan, 'ID: Terminated', ''],
    [plan, 'ID aims to enrol 120 participants.', '120 planned'],
  ])('%# %s says %j', (facts, sentence, page) =>
    expect(told(sentence, { ...facts, updated: '2020-12', isCopy: true })).toBe(page),
  );

  test('is named as one, with its day', () =>
    expect(pageAgainstRecord(`${id} (n = 120)`, { ...record, updated: '2020-12', isCopy: true })).toEqual([
      { about: 'participants', page: '120', registry: '96', asOf: '2020-12', isCopy: true },
    ]));
});
