import { expect, test } from 'vitest';
import { readComparison } from '@/core/read-comparison-schema.ts';

const facts = { id: 'NCT09999999', phases: ['PHASE2'], enrolment: { count: 12, kind: 'actual' } };

test('facts and sentences are read as they are', () => {
  expect(readComparison([facts, ['One.', 'Two.']])).toEqual([facts, ['One.', 'Two.']]);
});

test.each<[what: string, args: unknown[]]>([
  ['nothing', []],
  ['no facts', [null, []]],
  ['no identifier', [{ phases: [] }, []]],
  ['another registry’s', [{ ...facts, id: 'ISRCTN12345678' }, []]],
  ['a count that is none', [{ ...facts, enrolment: { count: '12' } }, []]],
  ['no sentences', [facts]],
  ['a sentence that is none', [facts, [1]]],
  ['a sentence longer than any', [facts, ['x'.repeat(2001)]]],
  ['more sentences than a page is compared in', [facts, Array.from({ length: 201 }, () => 'x')]],
])('%s is refused', (_what, args) => {
  expect(readComparison(args)).toBeUndefined();
});
