import { expect, test } from 'vitest';
import { showAge } from '@/core/show-age.ts';

test.each<[day: string, today: string, age: string | undefined]>([
  ['2026-11-23', '2026-11-23', 'today'],
  ['2026-11-22', '2026-11-23', 'yesterday'],
  ['2026-11-21', '2026-11-23', '2 days ago'],
  ['2026-10-01', '2026-11-23', '53 days ago'],
  ['2026-08-23', '2026-11-23', '3 months ago'],
  ['2025-11-23', '2026-11-23', '12 months ago'],
  ['2024-11-23', '2026-11-23', '2 years ago'],
  ['2020-02-29', '2026-11-23', '6 years ago'],
  ['2026-11-24', '2026-11-23', undefined],
  ['soon', '2026-11-23', undefined],
])('%s, seen on %s, is %s', (day, today, age) => {
  expect(showAge(day, today)).toBe(age);
});
