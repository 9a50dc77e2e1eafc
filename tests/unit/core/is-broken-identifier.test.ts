import { expect, test } from 'vitest';
import { isBrokenIdentifier } from '@/core/is-broken-identifier.ts';

test.each<[before: string, after: string | undefined, isBroken: boolean]>([
  ['registered as NCT0466', '5219.', true],
  ['NCT0466 ', '\n 5219 and', true],
  ['(nct: ', '04665219)', true],
  ['NCT0466', undefined, true],
  ['NCT0466', '52191', false],
  ['NCT0466', '521', false],
  ['NCT0466', 'a 5219', false],
  ['NCT0466', '', false],
  ['NCT04665219', '5219', false],
  ['NCT04665219', undefined, false],
  ['ANCT0466', '5219', false],
  ['NCT0466 people', '5219', false],
  ['low', 'dose', false],
])('%j, then %j: %s', (before, after, isBroken) => {
  expect(isBrokenIdentifier(before, after)).toBe(isBroken);
});
