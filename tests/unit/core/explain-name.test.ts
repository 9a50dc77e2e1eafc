import { expect, test } from 'vitest';
import type { Entry } from '@/core/entry.ts';
import { explainName } from '@/core/explain-name.ts';
import { lexiconOf } from './lexicon-of.ts';

const lexicon = lexiconOf({
  'condition:ptsd': ['post-traumatic stress disorder', 'PTSD!'],
  'condition:prolonged-grief-disorder': ['prolonged grief disorder', 'PGD?'],
  'condition:gambling-disorder': ['gambling disorder', 'PGD?'],
});
const entries: readonly Entry[] = [];

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
