import { expect, test } from 'vitest';
import { readComparison } from '@/core/read-comparison-schema.ts';

const facts = { id: 'NCT09999999', phases: ['PHASE2'], enrolment: { count: 12, kind: 'actual' } };

test('facts and places are read as they are', () => {
  expect(readComparison([facts, [{ text: 'One.', start: 0, end: 3 }]])).toEqual([
    facts,
    [{ text: 'One.', start: 0, end: 3 }],
  ]);
});

test.each<[what: string, args: unknown[]]>([
  ['nothing', []],
  ['no facts', [null, []]],
  ['no identifier', [{ phases: [] }, []]],
  ['another registry’s', [{ ...facts, id: 'ISRCTN12345678' }, []]],
  ['a count that is none', [{ ...facts, enrolment: { count: '12' } }, []]],
  ['no places', [facts]],
  ['a place that is none', [facts, ['One.']]],
  ['a text longer than any', [facts, [{ text: 'x'.repeat(3001), start: 0, end: 1 }]]],
  [
    'more places than are compared',
    [facts, Array.from({ length: 201 }, () => ({ text: 'x', start: 0, end: 1 }))],
  ],
])('%s is refused', (_what, args) => {
  expect(readComparison(args)).toBeUndefined();
});
