import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findTrialIds, readTrialId } from '@/core/trial-id.ts';

test.each([
  ['NCT01874951', 'NCT01874951'],
  [' nct01874951 ', 'NCT01874951'],
  ['NCT 01874951', 'NCT01874951'],
  ['NCT-0187-4951', 'NCT01874951'],
  ['NCT: 0187 4951', 'NCT01874951'],
  ['NCT #01874951', 'NCT01874951'],
  ['\uFF2E\uFF23\uFF3401874951', 'NCT01874951'],
  ['NCT0187495', undefined],
  ['NCT018749511', undefined],
  ['01874951', undefined],
  ['naltrexone', undefined],
  ['', undefined],
])('%j is read as %j', (typed, trialId) => expect(readTrialId(typed)).toBe(trialId));

test('random text never yields an identifier it does not hold', () => {
  const unit = fc.constantFrom(...'NCTnct0123 -x');
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
      for (const { start, end, trialId } of findTrialIds(text)) {
        expect(text.slice(start, end).replace(/[ -]/, '').toUpperCase()).toBe(trialId);
        expect(text[end] ?? '').not.toMatch(/\d/);
        expect(text[start - 1] ?? '').not.toMatch(/[A-Za-z0-9]/);
      }
    }),
    { numRuns: 2000 },
  );
});
