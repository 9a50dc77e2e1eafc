import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAbbreviationEvidence } from '@/core/abbreviation-evidence.ts';
import { createRecogniser } from '@/core/create-recogniser.ts';
import { readText } from '@/core/read-text.ts';
import { compiledKnowledge } from './compiled-knowledge.ts';

const { lexicon, abbreviations } = compiledKnowledge();
const recogniser = createRecogniser(lexicon);
const evidence = createAbbreviationEvidence(abbreviations);

/** How pages say what an abbreviation means. */
const ways: Readonly<Record<string, (long: string, short: string) => string>> = {
  'L (S)': (long, short) => `They had ${long} (${short}).`,
  'L [S]': (long, short) => `They had ${long} [${short}].`,
  'S (L)': (long, short) => `They had ${short} (${long}).`,
  'S [L]': (long, short) => `They had ${short} [${long}].`,
  'Ls (Ss)': (long, short) => `They had ${long}s (${short}s).`,
  'in quotes': (long, short) => `They had \u201C${long}\u201D (\u201C${short}\u201D).`,
  'L (hereafter S)': (long, short) => `They had ${long} (hereafter ${short}).`,
  'L (also known as S)': (long, short) => `They had ${long} (also known as ${short}).`,
  'L (i.e., S)': (long, short) => `They had ${long} (i.e., ${short}).`,
  'L (S; n)': (long, short) => `They had ${long} (${short}; n = 20).`,
  'L (S, n)': (long, short) => `They had ${long} (${short}, n = 20).`,
  'L (S [remark])': (long, short) => `They had ${long} (${short} [by interview]).`,
  'S (L, remark)': (long, short) => `They had ${short} (${long}, by interview).`,
  'S (i.e., L)': (long, short) => `They had ${short} (i.e., ${long}).`,
  'S (or L)': (long, short) => `They had ${short} (or ${long}).`,
  'L(S)': (long, short) => `They had ${long}(${short}).`,
  'L ( S )': (long, short) => `They had ${long} ( ${short} ).`,
  'L, a line, (S)': (long, short) => `They had ${long}\n(${short}).`,
  'in a bracket': (long, short) => `Some (among them those with ${long} [${short}]) came.`,
  'in capitals': (long, short) => `${long.toUpperCase()} (${short})`,
  'with spaces for dashes': (long, short) => `They had ${long.replaceAll('-', ' ')} (${short}).`,
  'with other dashes': (long, short) => `They had ${long.replaceAll('-', '\u2013')} (${short}).`,
  'S: L': (long, short) => `Abbreviations. ${short}: ${long}; QQ: other`,
  'S = L': (long, short) => `${short} = ${long}`,
  'S \u2013 L': (long, short) => `${short} \u2013 ${long}`,
  'S, L;': (long, short) => `QQ, other; ${short}, ${long}; XX, more.`,
  'S, i.e. L': (long, short) => `People with ${short}, i.e. ${long}, came.`,
  'S stands for L': (long, short) => `${short} stands for ${long}.`,
};

/** What a later use of the abbreviation is marked as. */
function takenAs(said: string, short: string): string | undefined {
  const text = `${said}\n\nLater ${short} was seen in the others.`;
  const at = text.lastIndexOf(short);
  const { mentions } = readText(text, recogniser, evidence);
  return mentions.find(({ start, end }) => start <= at && end > at)?.entryIds[0];
}

const initials = (text: string): string => text.replace(/[\s-]*(\p{L})[^\s-]*/gu, '$1').toUpperCase();

const ours = lexicon.names.flatMap(({ exactCase, text: short, entryId }) => {
  const names = lexicon.names.filter((name) => name.entryId === entryId && !name.exactCase);
  const long = names.find(({ text }) => initials(text) === short)?.text;
  return exactCase && long !== undefined ? [{ short, long, entryId }] : [];
});

test('most abbreviations are tried', () => expect(ours.length).toBeGreaterThan(35));

test.each(ours)('$short is $long however a page says so', ({ short, long, entryId }) => {
  for (const [way, say] of Object.entries(ways))
    expect([way, takenAs(say(long, short), short)]).toEqual([way, entryId]);
});

const rivals = abbreviations.flatMap(({ text: short, rivals: others }) => {
  const ids = lexicon.names.filter(({ text }) => text === short).map(({ entryId }) => entryId);
  return others.filter((long) => initials(long) === short).map((long) => ({ short, long, ids }));
});

test.each(rivals)('$short is $long however a page says so, and never ours', ({ short, long, ids }) => {
  const name = lexicon.names.find(({ entryId, exactCase }) => entryId === ids[0] && !exactCase)?.text;
  for (const [way, say] of Object.entries(ways)) {
    const taken = takenAs(`${name} was left out.\n\n${say(long, short)}`, short);
    expect([way, ids.some((id) => id === taken)]).toEqual([way, false]);
  }
});

test('a rival is read to its end where fewer of its words have all the letters', () => {
  const text = 'Gamma-aminobutyric acid was left out.\n\nQQ, other; GABA, gaaaa aaaa baaaa aaaa; XX, more.';
  expect(takenAs(text, 'GABA')).not.toBe('term:gaba');
});

test('what no list of ours holds is a rival as well', () => {
  const word = fc.string({ unit: fc.constantFrom(...'aeiourtlnm'), minLength: 3, maxLength: 9 });
  const short = fc.constantFrom(...ours.filter(({ short: text }) => text.length > 2));
  fc.assert(
    fc.property(
      short,
      fc.array(word, { minLength: 6, maxLength: 6 }),
      fc.constantFrom(...Object.values(ways)),
      (one, tails, say) => {
        const long = [...one.short]
          .map((letter, index) => letter.toLowerCase() + (tails[index % 6] ?? ''))
          .join(' ');
        expect(takenAs(`${one.long} was left out.\n\n${say(long, one.short)}`, one.short)).not.toBe(
          one.entryId,
        );
      },
    ),
    { numRuns: 300 },
  );
});
