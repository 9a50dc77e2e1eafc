import { expect, test } from 'vitest';
import { compiledKnowledge } from './compiled-knowledge.ts';

const { entries } = compiledKnowledge();
const statements = entries.flatMap((entry) =>
  entry.statements.map((statement) => ({ ...statement, where: `${entry.id}#${statement.id}` })),
);

/** Works whose outcomes differ in how much they can bear; every other work has one grade and one basis. */
const severalOutcomes: Readonly<Record<string, readonly string[]>> = {
  'Foa 2013': ['PTSD', 'PTSD in an exploratory analysis', 'drinking, which was not seen'],
  'Pettinati 2010': ['drinking', 'mood'],
  'Meta-analysis 2023': ['number of binges', 'depressive symptoms'],
};

/** What tells a work from another in every citation: its first word, mostly a surname, and its year. */
function workOf(citation: string): string {
  const first = /^[\p{L}\d-]+/u.exec(citation)?.[0] ?? citation;
  const year = /\b(?:19|20)\d{2}\b/.exec(citation.replace(/PMID \d+|doi:\S+|NCT\d+/g, ''))?.[0];
  return year === undefined ? first : `${first} ${year}`;
}

test('a result that was read has a grade, whoever reports it', () => {
  const ungraded = statements.filter(
    ({ about, from, evidence }) =>
      (about === 'result' || (about === 'study' && from.kind === 'publication')) && evidence === undefined,
  );
  expect(ungraded.map(({ where }) => where)).toEqual([]);
});

test('one work is graded alike on every card: the same outcome has the same grade and basis', () => {
  const grades = new Map<string, Set<string>>();
  for (const { from, evidence } of statements) {
    if (from.kind !== 'publication' || evidence === undefined) continue;
    const work = workOf(from.citation);
    grades.set(work, (grades.get(work) ?? new Set()).add(`${evidence.grade}: ${evidence.basis}`));
  }
  const unequal = [...grades].filter(([work, { size }]) => size !== (severalOutcomes[work]?.length ?? 1));
  expect(unequal.map(([work, graded]) => [work, ...graded])).toEqual([]);
});

test('one work is cited in one way, also where no identifier was seen', () => {
  const forms = new Map<string, Set<string>>();
  for (const { from, evidence } of statements) {
    if (from.kind !== 'publication' || evidence === undefined) continue;
    const work = workOf(from.citation);
    forms.set(work, (forms.get(work) ?? new Set()).add(from.citation));
  }
  expect([...forms.values()].filter((ways) => ways.size > 1).map((ways) => [...ways])).toEqual([]);
});

test('what is no finding about benefit has no grade: registrations, labels, safety, open questions', () => {
  const graded = statements.filter(
    ({ about, from, evidence }) =>
      evidence !== undefined &&
      (about === 'registration' || about === 'safety' || about === 'question' || from.kind === 'label'),
  );
  expect(graded.map(({ where }) => where)).toEqual([]);
});

test('an abstract does not make a high grade', () => {
  expect(statements.filter(({ evidence }) => evidence?.grade === 'high').map(({ where }) => where)).toEqual(
    [],
  );
});

test.each([
  ['Foa EB, Yusko DA, McLean CP, et al. JAMA 2013;310(5):488-495. doi:10.1001/jama.2013.8268', 'Foa 2013'],
  ['Mischoulon D, et al. J Affect Disord 2017;208:6-14. PMID 20171999', 'Mischoulon 2017'],
  ['Jelen et al. Effect of naltrexone pretreatment (journal not seen)', 'Jelen'],
])('%s is known by %s', (citation, work) => {
  expect(workOf(citation)).toBe(work);
});
