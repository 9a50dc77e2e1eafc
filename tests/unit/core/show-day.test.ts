import { expect, test } from 'vitest';
import { showDay } from '@/core/show-day.ts';

test.each([
  ['2026-11-23', '23 Nov 2026'],
  ['2026-01-05', '5 Jan 2026'],
  ['2013-06', 'Jun 2013'],
  ['2013', '2013'],
  ['2013-13', '2013-13'],
  ['last spring', 'last spring'],
])('%s is shown as %s', (iso, shown) => expect(showDay(iso)).toBe(shown));
