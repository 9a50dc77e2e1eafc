import { expect, test } from 'vitest';
import { createSearch } from '@/core/create-search.ts';
import type { Entry, TermEntry } from '@/core/entry.ts';
import { searchDocument } from '@/core/search-document.ts';
import type { Statement } from '@/core/statement.ts';

const shared = { statements: [], related: [], safety: false, reviewed: '2026-11-23' };
const term = (id: `term:${string}`, title: string, names: string[], meaning: string): TermEntry => ({
  ...shared,
  kind: 'term',
  id,
  title,
  names: names.map((text) => ({ text, type: 'name' })),
  summary: meaning,
  meaning,
  trials: [],
});
const cited: Statement = {
  id: 'mischoulon-2017',
  about: 'result',
  text: 'Twelve people took part.',
  from: {
    kind: 'publication',
    citation: 'Mischoulon D et al. J Affect Disord 2017. doi:10.1016/j.jad.2016.08.029',
  },
  standing: 'confirmed',
  reason: 'Read.',
  sources: [],
  checked: '2026-11-23',
};
const entries: Entry[] = [
  term('term:naltrexone', 'Naltrexone', ['naltrexone', 'Vivitrol'], 'A drug that blocks opioid receptors.'),
  term('term:low-dose-naltrexone', 'Low-dose naltrexone', ['LDN'], 'Small amounts of the drug.'),
  term('term:anhedonia', 'Anhedonia', ['anhedonia'], 'Little or no pleasure, common in depression.'),
  {
    ...shared,
    kind: 'condition',
    id: 'condition:depression',
    title: 'Depression',
    names: [{ text: 'depression', type: 'name' }],
    statements: [cited],
    summary: 'Lasting low mood.',
    meaning: 'Lasting low mood.',
    trials: [],
  },
  {
    ...shared,
    kind: 'trial',
    id: 'trial:NCT01874951',
    registryId: 'NCT01874951',
    title: 'Low-Dose Naltrexone (LDN) for Depression Relapse and Recurrence',
    names: [],
    summary: 'Twelve people, three weeks.',
    verdict: 'confirmed',
    verdictText: 'The record was seen.',
    registry: {},
    about: ['condition:depression'],
  },
];
const search = createSearch(entries.map(searchDocument));
const ids = (query: string): string[] => search(query).map(({ entry }) => entry.id);

test.each([
  ['a name', 'naltrexone', 'term:naltrexone'],
  ['a name in capitals', 'NALTREXONE', 'term:naltrexone'],
  ['a brand', 'vivitrol', 'term:naltrexone'],
  ['an abbreviation', 'LDN', 'term:low-dose-naltrexone'],
  ['a prefix', 'anhed', 'term:anhedonia'],
  ['a typing error', 'anhedoina', 'term:anhedonia'],
  ['two letters swapped', 'naltreoxne', 'term:naltrexone'],
  ['a name that is not typed to its end', 'naltrexon', 'term:naltrexone'],
  ['an author', 'Mischoulon', 'condition:depression'],
  ['a DOI', 'doi:10.1016/j.jad.2016.08.029', 'condition:depression'],
  ['an identifier', 'NCT01874951', 'trial:NCT01874951'],
  ['the beginning of an identifier', 'nct0187', 'trial:NCT01874951'],
  ['a name before text that has the word', 'depression', 'condition:depression'],
  ['dashes or spaces', 'low dose naltrexone', 'term:low-dose-naltrexone'],
  ['a question', 'what is naltrexone?', 'term:naltrexone'],
  ['a question about two things, to the rarer one', 'does naltrexone help anhedonia', 'term:anhedonia'],
  ['a name in one go', 'lowdosenaltrexone', 'term:low-dose-naltrexone'],
  ['an identifier with a gap', 'nct 0187 4951', 'trial:NCT01874951'],
])('%s leads to its entry', (_what, query, id) => expect(ids(query)[0]).toBe(id));

test('words of the text are found and told', () => {
  const [hit] = search('pleasure');
  expect([hit?.entry.id, hit?.words]).toEqual(['term:anhedonia', ['pleasure']]);
});
test('a word of the text is no question for a publication', () =>
  expect(ids('affect pleasure')[0]).toBe('term:anhedonia'));
test('a kind narrows', () =>
  expect(search('depression', 'trial').map(({ entry }) => entry.kind)).toEqual(['trial']));
test.each(['', '   ', '!?', 'zzzzqqq'])('%j finds nothing', (query) => expect(ids(query)).toEqual([]));
