import { expect, test } from 'vitest';
import { type AuthoredFile, compileKnowledge } from '@/core/compile-knowledge.ts';
import { packLexicon, unpackLexicon } from '@/core/packed-lexicon.ts';

const base = { title: 'T', summary: 'S.', reviewed: '2026-11-01' };
const term = (over: object): object => ({
  id: 'term:ldn',
  names: ['low-dose naltrexone'],
  meaning: 'M.',
  ...base,
  ...over,
});
const terms = (...content: unknown[]): AuthoredFile => ({ file: 'data/terms.yaml', kind: 'term', content });
const statement = {
  id: 'claim',
  about: 'study',
  text: 'T.',
  from: { kind: 'guide', section: 'S' },
  standing: 'unconfirmed',
  reason: 'R',
  sources: [],
  checked: '2026-11-02',
};

const bpd = { text: 'BPD', type: 'abbreviation' };
const ambiguous = { ...bpd, ambiguous: true };

test.each([
  ['a file that is no list', { file: 'f', kind: 'term', content: {} } as AuthoredFile, 'is not a list'],
  ['no summary', terms(term({ summary: undefined })), 'summary'],
  ['a misspelt field', terms(term({ sumary: 'S.' })), 'sumary'],
  ['a date that is none', terms(term({ reviewed: 'yesterday' })), 'reviewed is not a day'],
  ['the id of another kind', terms(term({ id: 'topic:ldn' })), 'is no term'],
  ['an unknown standing', terms(term({ statements: [{ ...statement, standing: 'proven' }] })), 'standing'],
  [
    'a link that runs code',
    terms(term({ statements: [{ ...statement, sources: [{ title: 'x', url: 'javascript:alert(1)' }] }] })),
    'https',
  ],
  [
    'a disguised host',
    terms(
      term({ statements: [{ ...statement, sources: [{ title: 'x', url: 'https://a.org@evil.com/' }] }] }),
    ),
    'https',
  ],
  [
    'a related entry that is not there',
    terms(term({ related: ['term:gone'] })),
    'term:gone, which does not exist',
  ],
  ['a name of two entries', terms(term({ id: 'term:a' }), term({ id: 'term:b' })), 'belongs to term:a too'],
  [
    'a name that differs by a dash',
    terms(term({ id: 'term:a' }), term({ id: 'term:b', names: ['low dose naltrexones'] })),
    'belongs to',
  ],
  [
    'an abbreviation of two, not ambiguous',
    terms(term({ id: 'term:a', names: [bpd] }), term({ id: 'term:b', names: [ambiguous] })),
    'BPD',
  ],
  ['an unreadable name', terms(term({ names: ['naltrexone (oral)'] })), 'holds "("'],
  ['a short name', terms(term({ names: ['sad'] })), 'too short'],
  [
    'entries out of order',
    terms(term({ id: 'term:b', names: [] }), term({ id: 'term:a', names: [] })),
    'out of order',
  ],
  ['two statements with one id', terms(term({ statements: [statement, statement] })), 'claim: rename one'],
  ['a field left out', terms(term({ meaning: undefined })), 'meaning is missing'],
  ['a field without its value', terms(term({ meaning: null })), 'meaning is empty: write it after the colon'],
  ['a text that is a number', terms(term({ meaning: 4 })), 'meaning is 4: write a text'],
  ['a text of several lines', terms(term({ meaning: 'a\nb' })), 'meaning has a line break'],
  ['a day the calendar has not', terms(term({ reviewed: '2026-02-31' })), 'reviewed is not a day'],
  ['an id of no form', terms(term({ id: 'term:Low Dose' })), 'id is not an id like term:'],
  ['a link to itself', terms(term({ related: ['term:ldn'] })), 'is related to itself'],
  [
    'a link that is not returned',
    terms(term({ id: 'term:a', related: ['term:b'] }), term({ id: 'term:b', names: [] })),
    'term:a: leads to term:b, which does not lead back: add term:a to its related',
  ],
  [
    'a word that is no standing',
    terms(term({ statements: [{ ...statement, standing: 'proven' }] })),
    'statement "claim": standing is "proven": write confirmed, unconfirmed, contradicted or unchecked',
  ],
  [
    'a source without a title',
    terms(term({ statements: [{ ...statement, sources: [{ url: 'https://a.org/' }] }] })),
    'statement "claim": source 1: title is missing',
  ],
  [
    'an entry before its place',
    terms(...['a', 'm', 'b', 'c'].map((word) => term({ id: `term:${word}`, names: [] }))),
    'term:m: is out of order: move it down, past term:b',
  ],
  [
    'an entry after its place',
    terms(...['b', 'c', 'a', 'd'].map((word) => term({ id: `term:${word}`, names: [] }))),
    'term:a: is out of order: move it up, before term:c',
  ],
])('%s is refused, by file, entry and reason', (_what, file, reason) => {
  const compilation = compileKnowledge([file]);
  expect(compilation.ok).toBe(false);
  const told = compilation.ok
    ? ''
    : compilation.problems.map((p) => `${p.file}: ${p.entry}: ${p.reason}`).join('\n');
  expect(told).toContain(reason);
  expect(told).toContain(file.file);
});

test('a packed lexicon unpacks to the same names', () => {
  const names = ['low-dose naltrexone', { ...ambiguous, text: 'LDN', longForms: ['low dose NTX'] }, bpd];
  const called = term({ id: 'term:placebo', names: ['placebo', 'sham drug'] });
  const compilation = compileKnowledge([terms(term({ names }), called)]);
  if (!compilation.ok) throw new Error(JSON.stringify(compilation.problems));
  expect(unpackLexicon(packLexicon(compilation.lexicon))).toEqual(compilation.lexicon);
});

test('sentences of ours have printed apostrophes; what is quoted, and a source’s own words, are as they were written', () => {
  const section = "Naltrexone's Use";
  const claim = {
    ...statement,
    text: "The body's own.",
    reason: "Patients' words.",
    from: { kind: 'guide', section },
  };
  const compilation = compileKnowledge([terms(term({ meaning: "It's 'so'.", statements: [claim] }))]);
  if (!compilation.ok) throw new Error(JSON.stringify(compilation.problems));
  expect(compilation.entries).toMatchObject([
    {
      meaning: "It’s 'so'.",
      statements: [{ text: 'The body’s own.', reason: 'Patients’ words.', from: { section } }],
    },
  ]);
});

test.each(['a|b', 'a;b', '=a', '~a', 'a\nb'])(
  'a name with a sign of packing in it, %j, is refused',
  (text) => {
    const name = { text, entryId: 'term:a', exactCase: true, ambiguous: false, longForms: [] } as const;
    expect(() => packLexicon({ compiled: '2026-11-27', names: [name] })).toThrow(RangeError);
  },
);

test('compiles names, trials of a condition and the latest date', () => {
  const trial = {
    ...base,
    id: 'trial:NCT01874951',
    verdict: 'confirmed',
    verdictText: 'V.',
    about: ['condition:depression'],
    statements: [statement],
  };
  const condition = { ...base, id: 'condition:depression', names: ['depression'], meaning: 'M.' };
  const compilation = compileKnowledge([
    terms(term({ names: ['low-dose naltrexone', { ...ambiguous, text: 'LDN' }] })),
    { file: 'data/conditions.yaml', kind: 'condition', content: [condition] },
    { file: 'data/trials.yaml', kind: 'trial', content: [trial] },
  ]);
  if (!compilation.ok) throw new Error(JSON.stringify(compilation.problems));
  expect(compilation.lexicon.compiled).toBe('2026-11-02');
  expect(compilation.lexicon.names.map(({ text, exactCase, ambiguous: a }) => [text, exactCase, a])).toEqual([
    ['low-dose naltrexone', false, false],
    ['LDN', true, true],
    ['depression', false, false],
  ]);
  expect(compilation.entries.find(({ kind }) => kind === 'condition')).toMatchObject({
    trials: ['trial:NCT01874951'],
  });
  expect(compilation.entries.find(({ kind }) => kind === 'trial')).toMatchObject({
    registryId: 'NCT01874951',
  });
});

test('two entries may share an ambiguous abbreviation, and the same input gives the same bytes', () => {
  const files = [
    terms(term({ id: 'term:a', names: [ambiguous] }), term({ id: 'term:b', names: [ambiguous] })),
  ];
  const [once, twice] = [compileKnowledge(files), compileKnowledge(files)];
  expect(once.ok).toBe(true);
  expect(JSON.stringify(once)).toBe(JSON.stringify(twice));
});
