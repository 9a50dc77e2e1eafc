import { expect, test } from 'vitest';
import { readComparison } from '@/core/read-comparison-schema.ts';

const facts = { id: 'NCT09999999', phases: ['PHASE2'], enrolment: { count: 12, kind: 'actual' } };
const place = { entryId: 'trial:NCT09999999', text: 'One.', start: 0, end: 3 };

test('places and records are read as they are', () => {
  expect(readComparison([[place], [facts]])).toEqual([[place], [facts]]);
});

test('a copy is none of what a page can send', () => {
  expect(readComparison([[place], [{ ...facts, isCopy: true }]])).toEqual([[place], [facts]]);
});

test.each<[what: string, args: unknown[]]>([
  ['nothing', []],
  ['no records', [[place]]],
  ['a record that is none', [[place], [null]]],
  ['one without an identifier', [[place], [{ phases: [] }]]],
  ['another registry’s', [[place], [{ ...facts, id: 'ISRCTN12345678' }]]],
  ['a count that is none', [[place], [{ ...facts, enrolment: { count: '12' } }]]],
  ['no places', [undefined, [facts]]],
  ['a place that is none', [['One.'], [facts]]],
  ['a place of no trial', [[{ ...place, entryId: 'term:naltrexone' }], []]],
  ['a text longer than any', [[{ ...place, text: 'x'.repeat(3001) }], []]],
  ['more places than are compared', [Array.from({ length: 1001 }, () => place), []]],
])('%s is refused', (_what, args) => {
  expect(readComparison(args)).toBeUndefined();
});
