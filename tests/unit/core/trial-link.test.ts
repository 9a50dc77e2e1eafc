import { expect, test } from 'vitest';
import { trialOfLink } from '@/core/trial-link.ts';

test.each([
  'https://clinicaltrials.gov/study/NCT01234567',
  'https://www.clinicaltrials.gov/study/NCT01234567',
  'http://ClinicalTrials.gov/Study/nct01234567',
  '//clinicaltrials.gov/study/NCT01234567',
  ' https://clinicaltrials.gov/study/NCT01234567 ',
  'https://clinicaltrials.gov/study/NCT01234567?tab=results#outcome',
  'https://clinicaltrials.gov/study/NCT01234567/',
  'https://clinicaltrials.gov/ct2/show/NCT01234567',
  'https://clinicaltrials.gov/ct2/show/study/NCT01234567?term=x&rank=1',
  'https://clinicaltrials.gov/ct2/show/results/NCT01234567',
  'https://clinicaltrials.gov/ct2/show/record/NCT01234567',
  'https://clinicaltrials.gov/ct/show/NCT01234567?order=1',
  'https://clinicaltrials.gov/show/NCT01234567',
  'https://classic.clinicaltrials.gov/ct2/show/NCT01234567',
  'https://beta.clinicaltrials.gov/study/NCT01234567',
  'https://m.clinicaltrials.gov/study/NCT01234567',
  'https://clinicaltrials.gov:443/study/NCT01234567',
  'https://clinicaltrials.gov./study/NCT01234567',
  'https://clinicaltrials.gov/NCT01234567',
  'https://clinicaltrials.gov//ct2/show/NCT01234567',
  'https://clinicaltrials.gov/ct2/show/%20NCT01234567',
  'https://clinicaltrials.gov/ct2/show/NCT01234567%20',
  'https://clinicaltrials.gov/ct2/show/NCT01234567&rank=1',
  'https://clinicaltrials.gov/ct/gui/show/NCT01234567',
  'https://clinicaltrials.gov/ct2/history/NCT01234567',
  'https://clinicaltrials.gov/study/NCT01234567?cond=NCT07654321',
  'HTTPS://CLINICALTRIALS.GOV/STUDY/NCT01234567',
])('%s leads to a record', (address) => {
  expect(trialOfLink(address)).toBe('NCT01234567');
});

test.each([
  '',
  '/study/NCT01234567',
  'https://clinicaltrials.gov/',
  'https://clinicaltrials.gov/search?term=NCT01234567',
  'https://clinicaltrials.gov/ct2/results?term=NCT01234567',
  'https://clinicaltrials.gov/study/NCT0123456',
  'https://clinicaltrials.gov/study/NCT012345678',
  'https://clinicaltrials.gov/study/NCT01234567a',
  'https://clinicaltrials.gov/study/NCT00000000',
  'https://clinicaltrials.gov/ct2/about/NCT01234567',
  'https://clinicaltrials.gov/large-docs/67/NCT01234567/Prot_SAP_000.pdf',
  'https://evil-clinicaltrials.gov/study/NCT01234567',
  'https://user@clinicaltrials.gov/study/NCT01234567',
  'https://notclinicaltrials.gov/study/NCT01234567',
  'https://clinicaltrials.gov.example.org/study/NCT01234567',
  'https://example.org/clinicaltrials.gov/study/NCT01234567',
  'https://example.org/?to=https://clinicaltrials.gov/study/NCT01234567',
  'https://clinicaltrials.gov@example.org/study/NCT01234567',
  'javascript://clinicaltrials.gov/study/NCT01234567',
  'mailto:x@clinicaltrials.gov/study/NCT01234567',
])('%s does not', (address) => {
  expect(trialOfLink(address)).toBeUndefined();
});
