import { expect, test } from 'vitest';
import type { Entry } from '@/core/entry.ts';
import { compiledKnowledge } from './compiled-knowledge.ts';

const { entries } = compiledKnowledge();

/** Abbreviations on cards that have no entry, and why none would help a reader. */
const withoutEntry: readonly (readonly [reason: string, abbreviations: string])[] = [
  [
    'everyday words; to mark them would mark pages that have nothing to do with this',
    'US COVID-19 COVID HIV',
  ],
  [
    'names that studies gave themselves',
    'ADAPT-2 COREG FINAL INNOVA MKET2 NALDEP NMAS NN-RCT ONPED OptIMA OptiMA ComPAS PaN SONRISA2 SSO CTN-0068',
  ],
  ['identifiers of publications', 'DOI PMID'],
  ['names of journals as citations write them', 'JAMA CNS'],
  ['names of data sets that were read', 'AACT TREC ML2Health'],
  ['institutions and places in the names of sponsors, spelt out beside', 'ALIMA NICHD BC'],
  ['words of cancer medicine, on a record that has nothing to do with naltrexone', 'T-DXd HER2'],
  ['chemical formulas', 'C20H23NO4 HCl'],
];
const allowed = new Set(withoutEntry.flatMap(([, abbreviations]) => abbreviations.split(' ')));
const known = new Set(entries.flatMap(({ names }) => names.map(({ text }) => text)));

/** Every text of an entry that its card shows. */
function shownTexts(entry: Entry): readonly string[] {
  const own =
    entry.kind === 'topic'
      ? [entry.gist]
      : entry.kind === 'trial'
        ? [
            entry.verdictText,
            ...Object.values(entry.registry).flatMap((fact) => (Array.isArray(fact) ? fact : [String(fact)])),
          ]
        : [entry.meaning];
  const claims = entry.statements.flatMap(({ text, reason, from, sources, evidence }) => [
    text,
    reason,
    evidence?.basis ?? '',
    ...sources.map(({ title }) => title),
    from.kind === 'publication' ? withoutInitials(from.citation) : '',
    from.kind === 'guide' ? from.section : '',
    from.kind === 'label' || from.kind === 'registry' ? from.name : '',
  ]);
  return [entry.title, entry.summary, ...own, ...claims];
}

/** A citation without the initials of its authors: "Foa EB, Yusko DA, McLean CP, et al." */
const withoutInitials = (citation: string): string =>
  citation.replace(/(\p{Lu}[\p{L}'-]+) \p{Lu}{1,3}(?=[,.]| et al)/gu, '$1');

/** Two capitals or more, and more of them than of small letters: "GABA" and "fMRI", not "McElroy" or "PubMed". */
const isAbbreviated = (word: string): boolean => {
  const capitals = word.match(/\p{Lu}/gu)?.length ?? 0;
  return capitals > 1 && capitals > (word.match(/\p{Ll}/gu)?.length ?? 0);
};

/** The abbreviations in a text, each as it stands between spaces and signs: a hyphen belongs to it. */
function abbreviationsIn(text: string): readonly string[] {
  const words = text
    .replace(/\b(?:NCT|ACTRN|PMC)\d+|doi:\S+/g, ' ')
    .split(/[^\p{L}\p{N}-]+/u)
    .map((word) => word.replace(/^-+|-+$/g, ''));
  return words.flatMap((word) =>
    hasPlace(word) ? [word] : word.split('-').filter(isAbbreviated).map(withoutPlural),
  );
}
const withoutPlural = (word: string): string => word.replace(/s$/, '');
const hasPlace = (word: string): boolean => known.has(word) || allowed.has(word);

test('every abbreviation that a card shows has an entry, or a reason why not', () => {
  const unexplained = new Map<string, string>();
  for (const entry of entries) {
    for (const text of shownTexts(entry)) {
      for (const word of abbreviationsIn(text)) if (!hasPlace(word)) unexplained.set(word, entry.id);
    }
  }
  expect([...unexplained].map(([word, id]) => `${word} in ${id}`)).toEqual([]);
});

test('nothing stands on the list of exceptions that has an entry or that no card shows', () => {
  const shown = new Set(entries.flatMap((entry) => shownTexts(entry).flatMap(abbreviationsIn)));
  expect([...allowed].filter((word) => known.has(word) || !shown.has(word))).toEqual([]);
});

// The abbreviations that stand in the guide.
test.each('PTSD OCD BPD ASD HPA LDN SSRI CBT GAD GABA CPT EMDR DBT MDD SAD MRI TMS FDA'.split(' '))(
  '%s, which the guide uses, has an entry',
  (abbreviation) => {
    expect(known).toContain(abbreviation);
  },
);

test.each<[text: string, found: readonly string[]]>([
  ['an fMRI study of SSRIs', ['fMRI', 'SSRI']],
  ['HAM-D-17 fell; NCT04560621 and PubMed were read', ['HAM-D-17']],
  ['HER2-low, not FDA-approved', ['HER2', 'FDA']],
  ['Low-Dose Naltrexone and Binge-Eating Disorder', []],
])('%s', (text, found) => {
  expect(abbreviationsIn(text).filter(isAbbreviated)).toEqual(found);
});
