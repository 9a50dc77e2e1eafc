import { expect, test } from 'vitest';
import { showMoment, showMomentAge } from '@/core/show-moment.ts';

const minute = 60_000;

test.each([
  [-minute, 'just now'],
  [0, 'just now'],
  [59_999, 'just now'],
  [minute, '1 minute ago'],
  [59.5 * minute, '59 minutes ago'],
  [60 * minute, '1 hour ago'],
  [23.9 * 60 * minute, '23 hours ago'],
  [24 * 60 * minute, '1 day ago'],
  [72 * 60 * minute, '3 days ago'],
])('after %d ms it was %s', (passed, words) => {
  expect(showMomentAge(1_000_000_000_000, 1_000_000_000_000 + passed)).toBe(words);
});

test('a moment is shown by the reader’s own clock', () => {
  expect(showMoment(new Date(2026, 10, 3, 4, 5).getTime())).toBe('3 Nov 2026, 04:05');
});
