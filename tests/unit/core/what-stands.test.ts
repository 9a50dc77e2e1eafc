import { expect, test } from 'vitest';
import { countByStanding } from '@/core/count-by-standing.ts';
import type { Entry, TrialVerdict } from '@/core/entry.ts';
import type { Standing, Statement } from '@/core/statement.ts';
import { whatStands } from '@/core/what-stands.ts';
import { sampleEntries } from '@/tests/fixtures/sample-entries.ts';

/** `guide: confirmed` or `label: confirmed`. */
function statement(text: string, index: number): Statement {
  const [from, standing] = text.split(': ');
  return {
    id: `s${index}`,
    about: 'result',
    text,
    from: from === 'guide' ? { kind: 'guide', section: 'Depression' } : { kind: 'label', name: 'tablets' },
    standing: standing as Standing,
    reason: '',
    sources: [],
    checked: '2026-11-23',
  };
}

function termWith(...statements: string[]): Entry {
  return {
    kind: 'term',
    id: 'term:x',
    title: 'x',
    names: [],
    summary: '',
    meaning: '',
    related: [],
    trials: [],
    safety: false,
    reviewed: '2026-11-23',
    statements: statements.map(statement),
  };
}

test.each<[statements: string[], standing: string | undefined, headline?: string, detail?: string]>([
  [[], undefined],
  [['guide: unconfirmed'], 'unconfirmed', 'Nothing here could be confirmed'],
  [['guide: unconfirmed', 'guide: contradicted'], 'contradicted', 'Nothing here could be confirmed'],
  [['guide: unchecked'], 'unchecked', 'Nothing here has been checked yet'],
  [['guide: unchecked', 'guide: unconfirmed'], 'unconfirmed', 'Nothing here could be confirmed'],
  [['guide: confirmed'], 'confirmed', 'What is said here is confirmed'],
  [['guide: confirmed', 'label: confirmed'], 'confirmed', 'All 2 statements here are confirmed'],
  [['guide: confirmed', 'guide: contradicted'], 'mixed', '1 of 2 statements here is confirmed'],
  [
    ['guide: unconfirmed', 'label: confirmed'],
    'unconfirmed',
    'What the guide claims here is not confirmed',
    'One statement from another source is confirmed.',
  ],
  [
    ['guide: unconfirmed', 'guide: contradicted', 'label: confirmed', 'label: confirmed'],
    'contradicted',
    'None of the guide’s 2 claims here is confirmed',
    '2 statements from other sources are confirmed.',
  ],
  [
    ['guide: unconfirmed', 'guide: unconfirmed', 'guide: contradicted', 'label: confirmed'],
    'unconfirmed',
    'None of the guide’s 3 claims here is confirmed',
    'One statement from another source is confirmed.',
  ],
  [
    ['guide: unchecked', 'label: confirmed'],
    'unchecked',
    'What the guide claims here is not confirmed',
    'One statement from another source is confirmed.',
  ],
  [['label: confirmed', 'label: unchecked'], 'mixed', '1 of 2 statements here is confirmed'],
  [
    ['guide: confirmed', 'guide: contradicted', 'label: confirmed'],
    'mixed',
    '2 of 3 statements here are confirmed',
    'Of the guide’s 2 claims, 1 is confirmed.',
  ],
])('%j: %s', (statements, standing, headline, detail) => {
  const verdict = whatStands(termWith(...statements));
  expect([verdict?.standing, verdict?.headline, verdict?.detail]).toEqual([standing, headline, detail]);
});

test.each<[TrialVerdict, Standing]>([
  ['confirmed', 'confirmed'],
  ['not-found', 'unconfirmed'],
  ['content-not-seen', 'unconfirmed'],
  ['other-study', 'contradicted'],
  ['probably-other-study', 'contradicted'],
])('a trial that is %s counts as %s and says so in the words of its record', (verdict, standing) => {
  const trial = sampleEntries.find((entry) => entry.kind === 'trial');
  if (trial?.kind !== 'trial') throw new Error('The sample has no trial');
  expect(whatStands({ ...trial, verdict })).toMatchObject({ standing, detail: trial.verdictText });
});

test('counts by standing', () => {
  expect(
    countByStanding(['guide: confirmed', 'label: confirmed', 'guide: unchecked'].map(statement)),
  ).toEqual({
    confirmed: 2,
    contradicted: 0,
    unconfirmed: 0,
    unchecked: 1,
  });
});
