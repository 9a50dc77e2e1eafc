import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { authoredFiles, compiledKnowledge, readData } from './compiled-knowledge.ts';

const { entries, lexicon } = compiledKnowledge();

test.each(authoredFiles)('%s is formatted, so that changes stay small', (file) => {
  const text = readData(file);
  expect(text).toBe(stringify(parse(text, { schema: 'core' }), { lineWidth: 110 }));
});

// Both lists are the evidence check's: the guide's 27 identifiers beside 61 registered trials and 2 of another registry,
// and the abbreviations that can be marked.
const guideVerdicts = {
  'not-found': 18,
  'content-not-seen': 3,
  'other-study': 3,
  'probably-other-study': 3,
  confirmed: 63,
};
const abbreviations =
  'PTSD OCD BPD SAD GAD MDD TRD BD BED AN BN ASD BDD BFRB TTM CBT DBT CPT EMDR TMS HPA LDN NTX NAL NB XR-NTX SSRI AUD OUD SUD NSSI SIB MCI PD PGD PE VR GABA NAC FDA FM RCT';

test('holds the trials of the guide and of the registries, each with its verdict', () => {
  const count = new Map<string, number>();
  for (const entry of entries) {
    if (entry.kind === 'trial') count.set(entry.verdict, (count.get(entry.verdict) ?? 0) + 1);
  }
  expect(Object.fromEntries(count)).toEqual(guideVerdicts);
});

test('no claim of the guide about one of its trials is confirmed', () => {
  const claims = entries.flatMap((entry) =>
    entry.kind === 'trial' && entry.verdict !== 'confirmed'
      ? entry.statements.filter(({ from }) => from.kind === 'guide').map(({ standing }) => standing)
      : [],
  );
  expect(claims.length).toBeGreaterThanOrEqual(27);
  expect(claims).not.toContain('confirmed');
});

test.each(abbreviations.split(' '))('%s has an entry behind it', (abbreviation) => {
  expect(lexicon.names.some(({ text, exactCase }) => text === abbreviation && exactCase)).toBe(true);
});

test('what a word or condition means says nothing about naltrexone, unless it is naltrexone', () => {
  const speaking = entries.filter(
    (entry) =>
      (entry.kind === 'condition' || entry.kind === 'term') &&
      /naltrexone/i.test(entry.meaning) &&
      !/naltrexone/i.test(entry.title),
  );
  expect(speaking.map(({ id }) => id)).toEqual([]);
});

test('conditions and everything about naltrexone carry the safety line', () => {
  const without = entries.filter(({ kind, safety }) => (kind === 'condition' || kind === 'trial') && !safety);
  expect(without.map(({ id }) => id)).toEqual([]);
});

test('nothing hints at how identifiers are spaced', () => {
  const accusing = /evenly spaced|spacing|fabricat|13 apart|multiples? of 13/i;
  expect(entries.filter((entry) => accusing.test(JSON.stringify(entry))).map(({ id }) => id)).toEqual([]);
});
