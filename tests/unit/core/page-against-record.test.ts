import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pageAgainstRecord } from '@/core/page-against-record.ts';
import type { RecordFacts } from '@/core/record-facts.ts';
import { sentenceAround } from '@/core/sentence-around.ts';

const id = 'NCT01874951';
/** 96 people took part; completed; phase 2. */
const record: RecordFacts = {
  id,
  status: { code: 'COMPLETED', words: 'Completed' },
  phases: ['PHASE2'],
  phase: 'Phase 2',
  enrolment: { count: 96, kind: 'actual' },
  conditions: [],
  interventions: [],
  primaryOutcomes: [],
};
const told = (sentence: string, facts: RecordFacts = record): string[] =>
  pageAgainstRecord(sentence, facts).map(({ about, page, registry }) => `${about}: ${page} / ${registry}`);

describe('what differs', () => {
  test.each([
    [`The trial (${id}) enrolled 120 participants.`, 'participants: 120 / 96'],
    [`In ${id}, 120 patients were randomised to naltrexone or placebo.`, 'participants: 120 / 96'],
    [`A total of 1,200 people took part in ${id}.`, 'participants: 1200 / 96'],
    [`A randomised, placebo-controlled trial in 120 adult outpatients (${id}).`, 'participants: 120 / 96'],
    [`A 120-patient trial of naltrexone (${id}) found no benefit.`, 'participants: 120 / 96'],
    [`Naltrexone was tested against placebo (N = 120; ${id}).`, 'participants: 120 / 96'],
    [`The study (n=120, ${id}) was negative.`, 'participants: 120 / 96'],
    [`The trial randomized 120 volunteers (${id.toLowerCase()}).`, 'participants: 120 / 96'],
    [`The trial (${id}) is recruiting.`, 'status: recruiting / completed'],
    [`The trial (${id}) is currently recruiting in Oslo.`, 'status: recruiting / completed'],
    [`An ongoing study of naltrexone (${id}) addresses this.`, 'status: ongoing / completed'],
    [`This study (${id}) was terminated early.`, 'status: terminated / completed'],
    [`${id} (withdrawn).`, 'status: withdrawn / completed'],
    [`Status of ${id}: suspended.`, 'status: suspended / completed'],
    [`A phase 3 trial of naltrexone (${id}) is described here.`, 'phase: phase 3 / phase 2'],
    [`A phase III, double-blind study of naltrexone (${id}).`, 'phase: phase 3 / phase 2'],
    [`A phase 2/3 trial of naltrexone (${id}).`, 'phase: phase 2/3 / phase 2'],
    [`A Phase IIb/III trial of naltrexone (${id}).`, 'phase: phase 2/3 / phase 2'],
  ])('%s', (sentence, difference) => expect(told(sentence)).toEqual([difference]));

  test('several things in one sentence', () =>
    expect(told(`The ongoing phase 3 trial in 120 patients (${id}) is well known.`)).toEqual([
      'participants: 120 / 96',
      'phase: phase 3 / phase 2',
    ]));

  test('a plan is held against a plan', () => {
    const planned: RecordFacts = { ...record, enrolment: { count: 96, kind: 'planned' } };
    expect(told(`The trial (${id}) will enrol 120 participants.`, planned)).toEqual([
      'participants: 120 planned / 96 planned',
    ]);
    expect(told(`The trial (${id}) enrolled 120 participants.`, planned)).toEqual([]);
  });

  test('a record without phases says so', () =>
    expect(told(`A phase 3 trial (${id}).`, { ...record, phases: ['NA'] })).toEqual([
      'phase: phase 3 / no phase (not applicable)',
    ]));

  test('the name the record had before counts as its own', () =>
    expect(
      told('The trial (NCT07048704) enrolled 120 participants.', { ...record, askedAs: 'NCT07048704' }),
    ).toEqual(['participants: 120 / 96']));
});

describe('silent', () => {
  test.each([
    // It agrees.
    `The trial (${id}) enrolled 96 participants.`,
    `The trial (${id}) has been completed.`,
    `A phase 2 trial (${id}).`,
    `A phase II trial (${id}).`,
    `A phase 2a trial (${id}).`,
    // Several trials, or another one.
    `NCT02617719 enrolled 120 patients and ${id} enrolled 96.`,
    `${id} and NCT02617719 enrolled 120 participants.`,
    `The trials ${id} (n = 120) and ISRCTN78805636 (n = 44) disagree.`,
    'The trial (NCT02617719) enrolled 120 participants.',
    'The trial enrolled 120 participants.',
    `Two trials enrolled 120 participants; one of them is ${id}.`,
    `These three small studies included 120 patients (${id}).`,
    `Unlike an earlier one with 120 patients and 96 controls, ${id} had n = 44.`,
    // Part of it, or before it began.
    `Of 120 patients screened, 96 entered ${id}.`,
    `In ${id}, 48 patients in each group took naltrexone.`,
    `In ${id}, 120 patients per arm were randomised.`,
    `In ${id}, 80 participants completed the trial.`,
    `In ${id}, 80 patients were analysed.`,
    `The first 40 patients of ${id} were analysed.`,
    `In ${id}, 12 patients withdrew.`,
    `In ${id}, 12 patients discontinued naltrexone.`,
    `A subgroup of 40 participants in ${id} had scans.`,
    `In ${id}, 45 patients received placebo.`,
    `In the placebo group of ${id}, n = 48.`,
    `The pilot of ${id} had 20 participants.`,
    `In ${id}, 60 of them, n = 120, were women.`,
    // Rounded, limited or unsure.
    `The trial (${id}) enrolled about 100 participants.`,
    `The trial (${id}) enrolled approximately 120 participants.`,
    `The trial (${id}) enrolled more than 120 participants.`,
    `The trial (${id}) enrolled up to 120 participants.`,
    `The trial (${id}) enrolled ~120 participants.`,
    `The trial (${id}) enrolled 120 participants and 96 controls, n = 44.`,
    `If ${id} enrolled 120 participants, power would be enough.`,
    `So far ${id} has enrolled 40 participants.`,
    // Plans against what became of them.
    `The trial (${id}) plans to enrol 120 participants.`,
    `A target of 120 participants was set for ${id}.`,
    `The sample size was estimated at 120 participants (${id}).`,
    // Other numbers.
    `In ${id}, naltrexone 50 mg was given for 12 weeks.`,
    `${id}, registered in 2013, studied people with depression.`,
    `In ${id} response was 45% against 30%.`,
    `${id} lasted 120 days.`,
    `${id} [120].`,
    `Patients aged 120 months (${id}).`,
    `${id} ran at 12 sites.`,
    `p = 0.120 in ${id}.`,
    // A status that is not the trial's, or not now.
    `The trial (${id}) is not recruiting.`,
    `The trial (${id}) is no longer recruiting.`,
    `The trial (${id}) was recruiting in 2014.`,
    `The trial (${id}) will be terminated if it is futile.`,
    `In ${id}, 12 patients were withdrawn.`,
    `Treatment in ${id} was terminated in one participant.`,
    `${id} may be suspended.`,
    `When ${id} was ongoing, the label changed.`,
    `A suspended solution was used (${id}).`,
    `Naltrexone was withdrawn before surgery (${id}).`,
    // A phase of something else.
    `The acute phase of ${id} lasted 12 weeks.`,
    `In phase 1 of the trial (${id}) everybody took naltrexone.`,
    `After a previous phase 1 trial, ${id} was begun.`,
    `${id} supports a phase 3 trial.`,
    `A phase 3 trial is planned after ${id}.`,
    `A phase 2 and a phase 3 trial (${id}).`,
    `The follow-up phase 3 of the study (${id}).`,
    `${id} has the open-label phase.`,
    `Phase 3 (${id}).`,
    '',
    id,
  ])('%s', (sentence) => expect(told(sentence)).toEqual([]));

  test.each([
    ['the record does not say how many', { enrolment: { count: 96 } }],
    ['its status is unknown', { status: { code: 'UNKNOWN', words: 'Unknown' } }],
    ['it has no phases', { phases: [] }],
  ] as const)('where %s', (why, change) => {
    const facts: RecordFacts = { ...record, ...change };
    const sentence = why.includes('many')
      ? `The trial (${id}) enrolled 120 participants.`
      : why.includes('status')
        ? `The trial (${id}) is recruiting.`
        : `A phase 3 trial (${id}).`;
    expect(told(sentence, facts)).toEqual([]);
  });

  test('a sentence that names another trial never lends its numbers', () => {
    const parts = fc.constantFrom(
      'enrolled 120 participants',
      'n = 120',
      'is recruiting',
      'a phase 3 trial of',
      'and',
      'whereas',
      ',',
      '(',
      ')',
    );
    const others = fc.constantFrom('NCT02617719', 'ISRCTN78805636', 'NCT1234567', 'nct 0261 7719');
    fc.assert(
      fc.property(
        fc.array(parts),
        others,
        fc.array(parts),
        fc.array(parts),
        (before, other, between, after) => {
          expect(told([...before, other, ...between, id, ...after].join(' '))).toEqual([]);
          expect(told([...before, id, ...between, other, ...after].join(' '))).toEqual([]);
        },
      ),
    );
  });
});

describe('the sentence around', () => {
  test.each([
    [`It is old. See [${id}] for more. It ends.`, `See ${id} for more.`],
    [
      `Registered at ClinicalTrials.gov: [${id}]. Then 120 patients came.`,
      `Registered at ClinicalTrials.gov: ${id}.`,
    ],
    [`Smith et al. Report on it (No. 4, [${id}]). Next.`, `Smith et al. Report on it (No. 4, ${id}).`],
    [`First paragraph\n\nSecond with [${id}]\n\nThird`, `Second with ${id}`],
    [`[${id}]`, id],
    [`was given. "We enrolled 12 ([${id}])." Then`, `"We enrolled 12 (${id})."`],
  ])('%j', (marked, sentence) => {
    const start = marked.indexOf('[');
    const end = marked.indexOf(']') - 1;
    const found = sentenceAround(marked.replace(/[[\]]/g, ''), { start, end });
    expect(found.text.trim().replace(/^"(?!We)/, '')).toBe(sentence.slice(0, found.text.trim().length));
    expect(found.text).toContain(id);
    expect(sentence).toContain(found.text.trim());
  });

  test('is cut where nobody reads on', () => {
    const text = `${'word '.repeat(1000)}${id}${' word'.repeat(1000)}`;
    const start = text.indexOf(id);
    expect(sentenceAround(text, { start, end: start + id.length }).text.length).toBeLessThan(900);
  });
});
