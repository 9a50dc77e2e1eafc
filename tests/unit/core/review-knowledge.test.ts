import { expect, test } from 'vitest';
import type { TermEntry } from '@/core/entry.ts';
import { reviewKnowledge } from '@/core/review-knowledge.ts';

const term = (id: `term:${string}`, reviewed: string): TermEntry => ({
  kind: 'term',
  id,
  title: id,
  names: [],
  summary: 'S.',
  meaning: 'M.',
  statements: [],
  related: [],
  trials: [],
  safety: false,
  reviewed,
});

test.each([
  ['2026-11-22', false],
  ['2025-11-23', false],
  ['2025-11-22', true],
])('an entry read on %s is a year old on 2026-11-23: %s', (reviewed, old) => {
  const lines = reviewKnowledge([term('term:ldn', reviewed)], '2026-11-23');
  expect(lines[0]).toBe('entries: 1 (1 term)');
  expect(lines.at(-1)).toBe(`not read for a year: ${old ? 'term:ldn' : 'none'}`);
});
