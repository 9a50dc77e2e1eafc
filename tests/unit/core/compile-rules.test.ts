import { expect, test } from 'vitest';
import { compileRules } from '@/core/compile-rules.ts';
import { lexiconOf } from './lexicon-of.ts';

const lexicon = lexiconOf({
  'condition:depression': ['depression'],
  'condition:bulimia-nervosa': ['bulimia nervosa', 'BN?'],
});
const rules = {
  lists: { people: ['patient'] },
  others: ['tropical depression'],
  forms: [{ entry: 'condition:depression', texts: ['depressed'], after: ['@people'] }],
  contexts: [],
  tails: ['nervosa'],
  words: {},
  abbreviations: [{ text: 'BN', cues: ['binge'] }],
};
const compile = (change: object) => compileRules('rules.yaml', { ...rules, ...change }, lexicon);

test('rules that are right are compiled, lists of cues kept apart', () => {
  const compiled = compile({
    lists: { people: ['patient'], eating: ['purg'] },
    abbreviations: [{ text: 'BN', cues: ['@eating', 'binge'] }],
  });
  expect(compiled).toMatchObject({
    ok: true,
    rules: { lists: { people: ['patient'] }, others: ['tropical depression'] },
    abbreviations: [{ text: 'BN', cues: ['purg', 'binge'], rivals: [], against: [] }],
  });
  expect(compiled.ok && Object.keys(compiled.rules.lists)).toEqual(['people']);
});

test.each<[problem: string, change: object, entry: string, reason: RegExp]>([
  [
    'a field that does not exist',
    { forms: [{ entry: 'condition:depression', texts: ['x'], afer: [] }] },
    'forms: row 1',
    /afer/,
  ],
  [
    'a form without words',
    { forms: [{ entry: 'condition:depression', texts: [] }] },
    'forms: row 1',
    /texts is empty/,
  ],
  ['no entry', { contexts: [{ entry: 'depression' }] }, 'contexts: row 1', /entry is not the id/],
  [
    'an unknown entry',
    { contexts: [{ entry: 'term:none' }] },
    'contexts: row 1 (term:none)',
    /does not exist/,
  ],
  [
    'an unknown list',
    { contexts: [{ entry: 'condition:depression', notBefore: ['@all'] }] },
    'contexts: row 1 (condition:depression)',
    /@all/,
  ],
  [
    'a name as a form',
    { forms: [{ entry: 'condition:depression', texts: ['Depression'] }] },
    'forms: row 1 (condition:depression)',
    /a name already/,
  ],
  [
    'a form twice',
    { forms: [{ entry: 'condition:depression', texts: ['low', 'low'] }] },
    'forms: row 1 (condition:depression)',
    /twice/,
  ],
  [
    'a reach of nothing',
    { forms: [{ entry: 'condition:depression', texts: ['low'], reach: 1 }] },
    'forms: row 1 (condition:depression)',
    /reach/,
  ],
  ['a tail of no name', { tails: ['disorder'] }, 'tails: disorder', /ends no name/],
  ['a word that is no abbreviation', { words: { BED: 'never' } }, 'words: BED', /no abbreviation/],
  ['an unknown abbreviation', { abbreviations: [{ text: 'AN' }] }, 'abbreviations: AN', /no abbreviation/],
  [
    'an unknown rival',
    { abbreviations: [{ text: 'BN', rivals: ['term:none'] }] },
    'abbreviations: BN',
    /term:none/,
  ],
  [
    'cues of another entry',
    { abbreviations: [{ text: 'BN', entry: 'condition:depression' }] },
    'abbreviations: BN',
    /not short for/,
  ],
  ['a missing part', { tails: undefined }, 'tails', /expected array/],
])('%s is a problem, told with its row', (_problem, change, entry, reason) => {
  const compiled = compile(change);
  expect(compiled).toEqual({
    ok: false,
    problems: [{ file: 'rules.yaml', entry, reason: expect.stringMatching(reason) }],
  });
});

test('what is no set of rules at all is a problem of the file', () => {
  expect(compileRules('rules.yaml', [], lexicon)).toMatchObject({
    ok: false,
    problems: [{ entry: '(the file)' }],
  });
});
