import { expect, test } from 'vitest';
import { identifierFacts } from '@/core/identifier-facts.ts';

test('an identifier tells its registry and its page there', () =>
  expect(identifierFacts('NCT01874951')).toEqual({
    id: 'NCT01874951',
    registry: {
      name: 'ClinicalTrials.gov',
      form: 'NCT and eight digits',
      url: 'https://clinicaltrials.gov/study/NCT01874951',
      isPortal: false,
    },
  }));

test('one whose registry has no address of its own leads to the portal', () =>
  expect(identifierFacts('CTRI/2017/06/008901')?.registry).toMatchObject({
    url: 'https://trialsearch.who.int/Trial2.aspx?TrialID=CTRI%2F2017%2F06%2F008901',
    isPortal: true,
  }));

test('what is malformed offers what it may have been, as links', () =>
  expect(identifierFacts('NCT1234567')?.fault).toMatchObject({
    fault: 'too-few-digits',
    candidates: [{ id: 'NCT01234567', url: 'https://clinicaltrials.gov/study/NCT01234567' }],
  }));

test.each(['', 'naltrexone', 'NCT01874951 and NCT02617719', 'see NCT01874951', 'NCT01874951.'])(
  '%j is not just one identifier',
  (text) => expect(identifierFacts(text)).toBeUndefined(),
);
