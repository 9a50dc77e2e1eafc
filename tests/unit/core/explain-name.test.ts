import { expect, test } from 'vitest';
import type { Entry } from '@/core/entry.ts';
import { explainName } from '@/core/explain-name.ts';
import type { Lexicon } from '@/core/lexicon.ts';
import { lexiconOf } from './lexicon-of.ts';

const lexicon = lexiconOf({
  'condition:ptsd': ['post-traumatic stress disorder', 'PTSD!'],
  'condition:prolonged-grief-disorder': ['prolonged grief disorder', 'PGD?'],
  'condition:gambling-disorder': ['gambling disorder', 'PGD?'],
});
const entries: readonly Entry[] = [];
const withRules: Lexicon = {
  ...lexiconOf({ 'condition:bipolar-disorder': ['bipolar disorder', 'BD?'] }),
  rules: {
    lists: {},
    others: [],
    forms: [
      { entry: 'condition:bipolar-disorder', texts: ['bipolar {I,II}'] },
      { entry: 'condition:bipolar-disorder', texts: ['bipolar'], after: ['patients'] },
    ],
    contexts: [],
    tails: [],
    words: {},
  },
};

test.each([
  ['Post traumatic stress disorders', ['condition:ptsd', 'any letter case']],
  ['PTSD', ['condition:ptsd', 'unless the page spells out another meaning']],
  [
    'PGD',
    ['condition:gambling-disorder', 'condition:prolonged-grief-disorder', 'only on pages that spell it out'],
  ],
  ['NCT00000001', ['trial:NCT00000001', 'no such entry', 'by the form']],
  ['posttraumatic stress disorder', ['condition:ptsd', 'another spelling']],
  ['aspirin', ['"aspirin" holds no name']],
])('%s', (asked, said) => {
  const told = explainName(asked, lexicon, entries).join('\n');
  for (const words of said) expect(told).toContain(words);
});

test('a form of data/rules.yaml is not put down to an abbreviation that begins with the same letter', () =>
  expect(explainName('bipolar II', withRules, entries)).toEqual([
    '"bipolar II" leads to condition:bipolar-disorder (no such entry): by another spelling of a name, or a rule of data/rules.yaml',
  ]));

test('a form that holds in a sentence only is named with its entry', () =>
  expect(explainName('Bipolar', withRules, entries)).toEqual([
    '"Bipolar" holds no name of any entry',
    'data/rules.yaml: "Bipolar" speaks of condition:bipolar-disorder (no such entry) where the words around it fit',
  ]));
