import { expect, test } from 'vitest';
import type { Entry } from '@/core/entry.ts';
import { compiledKnowledge } from './compiled-knowledge.ts';

const { entries } = compiledKnowledge();

/** What we wrote ourselves and a reader sees; titles and citations of others' works are theirs. */
function ourTexts(entry: Entry): readonly string[] {
  const own =
    entry.kind === 'topic' ? [entry.gist] : entry.kind === 'trial' ? [entry.verdictText] : [entry.meaning];
  const claims = entry.statements.flatMap(({ text, reason, evidence }) => [
    text,
    reason,
    ...(evidence ? [evidence.basis] : []),
  ]);
  return [entry.summary, ...own, ...claims];
}
const texts = entries.flatMap((entry) => ourTexts(entry).map((text) => ({ id: entry.id, text })));

// The style guide in data/README.md, as far as a pattern can hold it.
test.each<[rule: string, broken: RegExp]>([
  ['no advice', /\b(?:you should|you must|start with \d|take \d|ask your doctor for)\b/i],
  ['no praise', /\b(?:promising|exciting|breakthrough|game.changing|remarkabl[ey]|robust(?:ly)?)\b/i],
  [
    'no almost significance',
    /\b(?:almost|nearly|marginally|approach(?:ed|ing)) (?:statistical(?:ly)? )?significan/i,
  ],
  ['a p value with spaces round its sign', /\bp[=<>]|\bp (?:[=<>])\S|\bP [=<>]/],
  ['a decimal point with its zero', /(?:^|[\s(=<>])\.\d/],
  ['a number apart from its unit', /\d(?:mg|kg|ml|mcg|µg|weeks?|days?|years?|hours?)\b/],
  ['ranges with "to"', /\d\s?[–—]\s?\d/],
  [
    'British spelling',
    /\b(?:randomiz\w*|behaviors?|behavioral|tumor|hospitaliz\w*|organiz\w*|characteriz\w*|counsel(?:ing|or)s?|center(?:s|ed)?|fulfill|program(?= of)|pediatric|esthetic|anesthe\w+|diarrhea|estrogen)\b/,
  ],
  [
    'people, not diagnoses',
    /\b(?:schizophrenics|alcoholics|addicts|autistics|depressives|anorexics|bulimics|suicides)\b/i,
  ],
  ['no accusation', /evenly spaced|spacing|fabricat|made.up identifier|invented|\bfraud|\bfake/i],
  ['no markup', /[<>]\s*[a-z/]+\s*>|&[a-z]+;|\*\*|https?:/i],
  ['one space, and none at the ends', /\s{2,}|^\s|\s$/],
  ['plain quotes or curly ones, never doubled signs', /''|``|,,|\.\.(?!\.)/],
])('%s', (_, broken) => {
  expect(texts.filter(({ text }) => broken.test(text)).map(({ id, text }) => `${id}: ${text}`)).toEqual([]);
});

test('every text that is a sentence ends as one', () => {
  const open = texts.filter(({ text }) => / /.test(text) && /[,;:–-]$/.test(text));
  expect(open).toEqual([]);
});

test('a summary is one short sentence that names its entry', () => {
  const long = entries
    .filter(({ summary }) => summary.length > 200)
    .map(({ id, summary }) => `${id}: ${summary}`);
  expect(long).toEqual([]);
});

test('two sentences where two will do: no claim runs past four', () => {
  const long = entries.flatMap((entry) =>
    entry.statements
      .filter(({ text }) => text.length > 420 || (text.match(/[.!?](?= [A-Z])/g)?.length ?? 0) > 3)
      .map(({ id, text }) => `${entry.id}#${id}: ${text}`),
  );
  expect(long).toEqual([]);
});

test('what is dangerous leads with the danger', () => {
  const danger = /danger|weaken|withdrawal|never|not with/i;
  const lead = (id: string): string => {
    const entry = entries.find((candidate) => candidate.id === id);
    return entry === undefined ? '' : entry.kind === 'topic' ? entry.gist : entry.summary;
  };
  for (const id of [
    'term:ketamine',
    'term:ultra-low-dose-naltrexone',
    'topic:combinations',
    'topic:dosing-ultra-low',
    'topic:safety',
  ]) {
    expect(lead(id).split(/[.;]/)[0], id).toMatch(danger);
  }
});

test('one work is cited in one way', () => {
  const forms = new Map<string, Set<string>>();
  for (const { from } of entries.flatMap(({ statements }) => statements)) {
    if (from.kind !== 'publication') continue;
    const work = /10\.\d{4,}\/[^\s,)]+/.exec(from.citation)?.[0] ?? /PMID \d+/.exec(from.citation)?.[0];
    if (work) forms.set(work, (forms.get(work) ?? new Set()).add(from.citation));
  }
  expect([...forms.values()].filter((ways) => ways.size > 1).map((ways) => [...ways])).toEqual([]);
});

test('cards on self-harm and suicidal thoughts say how to get help now', () => {
  const cards = entries.filter(
    ({ kind, title }) => kind !== 'trial' && /self-(?:harm|injur)|suicid/i.test(title),
  );
  expect(cards.length).toBeGreaterThan(0);
  const silent = cards.filter(
    (entry) => !ourTexts(entry).some((text) => /\b(?:emergency|help now|crisis)\b/i.test(text)),
  );
  expect(silent.map(({ id }) => id)).toEqual([]);
});
