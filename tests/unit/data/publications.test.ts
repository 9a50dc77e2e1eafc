import { expect, test } from 'vitest';
import { compiledKnowledge } from './compiled-knowledge.ts';

// The publications that the evidence check read, by DOI or PMID, or as they are cited where neither was seen.
const publications = [
  'PMID 27736689',
  '10.1176/appi.ajp.2009.08060852',
  '10.1097/JCP.0000000000000287',
  'PMID 9564207',
  '10.1176/appi.ajp.2018.18020138',
  '10.1111/j.1530-0277.2009.01024.x',
  '10.1002/da.20213',
  '10.1001/jama.2013.8268',
  '10.1038/npp.2011.283',
  '10520978',
  '10.1097/YIC.0b013e32834d0e50',
  'PMID 25421416',
  '10.1080/20008066.2023.2265184',
  '10.25270/con.2022.11.000006',
  'PMID 18353618',
  '10.1016/j.biopsych.2008.11.022',
  '10.1176/appi.ajp.20220267',
  '10.1017/S0033291723001800',
  '10.1002/eat.22114',
  '10.1089/cap.2019.0056',
  '10.14740/jocmr4066',
  'PMID 36167287',
  '10.1097/00004583-199311000-00024',
  '10.1097/00004583-199502000-00018',
  'PMID 19393386',
  'PMID 8570776',
  '10.1111/jir.12122',
  'PMID 15611982',
  'PMID 9617985',
  '10.1016/0278-5846(95)00263-4',
  '10.1038/s41386-020-0730-z',
  '10.3389/fphar.2018.00181',
  'PMID 19453963',
  '10.1002/art.37734',
  '10.1016/S2665-9913(23)00278-3',
  '10.1056/NEJMoa2020214',
  '10.1111/add.16529',
  '10.1016/j.drugalcdep.2018.06.023',
  '10.1186/s13063-021-05044-8',
  'Plank JR, Glover SC, Moloney BD',
  'McElroy SL, Guerdjikova AI',
  'Chen J, Mizuno A, Lyew T',
  'Jelen et al',
  'Biol Psychiatry 2006;60(7):777-783',
  'Verplaetse TL, McKee SA',
  'The Potential Role of Naltrexone in Borderline Personality Disorder',
  'Hamidi A, Jahanguiri B',
  'Grant JE, Odlaug BL, Schreiber LRN',
  'Ward S, Smith N, Bowden-Jones H',
  'Meta-analysis of opioid antagonists for binge eating',
  'Crossover imaging study in healthy volunteers, 2026',
  'Psychiatric Times, 5 May 2020',
  'Stoddard J, Zummo J',
  'Serby M, Resnick R',
];

const { entries } = compiledKnowledge();
const statements = entries.flatMap((entry) => entry.statements);
const citations = statements.map(({ from, sources }) => [
  from.kind === 'publication' ? from.citation : '',
  ...sources.map(({ title, url }) => `${title} ${url ?? ''}`),
]);

test('they are 54', () => expect(new Set(publications).size).toBe(54));

test.each(publications)('%s is cited', (publication) => {
  expect(citations.some((parts) => parts.some((part) => part.includes(publication)))).toBe(true);
});

test('a citation that gives neither DOI nor PMID says that none was seen', () => {
  const silent = statements.flatMap(({ from }) =>
    from.kind === 'publication' &&
    /\b(?:19|20)\d\d\b/.test(from.citation) &&
    !/doi:|PMID|not (?:seen|noted)|npp2011|as reported by|\bPMC\d|TREC|Psychiatric Times|NCT\d/.test(
      from.citation,
    )
      ? [from.citation]
      : [],
  );
  expect([...new Set(silent)]).toEqual([]);
});

// The journal claims of the guide for which real studies were found that point the other way or disagree.
test.each([
  ['condition:ptsd#guide-12-week-trial', '10.1001/jama.2013.8268', '10.1038/npp.2011.283'],
  ['condition:ptsd#guide-with-alcohol', 'S0006-3223(06)00558-0', '10.1038/npp.2011.283'],
  ['condition:ocd#guide-pilot-2019', '18353618'],
  ['condition:borderline-personality-disorder#guide-16-week-trial', '10.1097/YIC.0b013e32834d0e50'],
  ['condition:autism-spectrum-disorder#guide-social-cases-2021', '8570776'],
  ['condition:schizophrenia#guide-ldn-pilot-2022', '9617985', '10.1038/s41386-020-0730-z'],
])('%s shows what speaks against it', (claim, ...works) => {
  const [entryId, statementId] = claim.split('#');
  const statement = entries.find(({ id }) => id === entryId)?.statements.find(({ id }) => id === statementId);
  expect(statement?.standing).toBe('unconfirmed');
  const shown = statement?.sources.map(({ url }) => url).join(' ') ?? '';
  expect(works.filter((work) => !shown.includes(work))).toEqual([]);
});

test('a citation says which of DOI and PMID was not seen', () => {
  const silent = statements.flatMap(({ from }) => {
    if (from.kind !== 'publication' || !/doi:|PMID/.test(from.citation)) return [];
    return /doi:|DOI not seen|DOI and/.test(from.citation) && /PMID/.test(from.citation)
      ? []
      : [from.citation];
  });
  expect([...new Set(silent)]).toEqual([]);
});
