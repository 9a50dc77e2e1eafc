import { expect, test } from 'vitest';
import { readTrialId, trialEntryId, trialOfEntryId } from '@/core/trial-id.ts';

test.each([
  ['NCT01874951', 'NCT01874951'],
  [' nct01874951 ', 'NCT01874951'],
  ['NCT 01874951', 'NCT01874951'],
  ['NCT-0187-4951', 'NCT01874951'],
  ['NCT: 0187 4951', 'NCT01874951'],
  ['NCT #01874951', 'NCT01874951'],
  ['\uFF2E\uFF23\uFF3401874951', 'NCT01874951'],
  ['isrctn 02452400', 'ISRCTN02452400'],
  ['EudraCT 2004-002714-11', undefined],
  ['2004-002714-11', '2004-002714-11'],
  ['ctri/2017/06/008901', 'CTRI/2017/06/008901'],
  ['NCT00000000', undefined],
  ['NCT0187495', undefined],
  ['NCT018749511', undefined],
  ['01874951', undefined],
  ['naltrexone', undefined],
  ['', undefined],
])('%j is read as %j', (typed, trialId) => expect(readTrialId(typed)).toBe(trialId));

test.each([
  ['NCT01874951', false, 'trial:NCT01874951'],
  ['NCT1234567', true, 'trial:?NCT1234567'],
  ['CTRI/2017/06/008901', false, 'trial:CTRI/2017/06/008901'],
])('%j, malformed: %j, has the entry %j', (id, isMalformed, entryId) => {
  expect(trialEntryId({ id, isMalformed })).toBe(entryId);
  expect(trialOfEntryId(entryId)).toBe(id);
});

test('only trials have an identifier', () => expect(trialOfEntryId('term:anhedonia')).toBeUndefined());
