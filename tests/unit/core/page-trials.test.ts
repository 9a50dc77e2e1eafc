import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { EntryId } from '@/core/entry.ts';
import { exportTrials } from '@/core/export-trials.ts';
import { identifierFacts } from '@/core/identifier-facts.ts';
import { type PageTrial, pageTrials, sortTrials, type TrialOrder } from '@/core/page-trials.ts';
import type { Questions } from '@/core/questions.ts';
import { readRecord } from '@/core/read-record.ts';
import type { RegistryCheck } from '@/core/registry-check.ts';
import { whatStands } from '@/core/what-stands.ts';
import { registryRecords } from '@/tests/fixtures/registry-answers.ts';
import { compiledKnowledge } from '../data/compiled-knowledge.ts';

const { entries } = compiledKnowledge();
const at = Date.parse('2026-11-23T10:00:00Z');

function answerFor(id: EntryId): ReturnType<Questions['entry']> {
  const entry = entries.find((each) => each.id === id) ?? null;
  const verdict = entry && whatStands(entry);
  const identifier = identifierFacts(id.replace(/^trial:\??/, ''));
  return {
    entry,
    related: [],
    compiled: '2026-11-23',
    ...(verdict && { verdict }),
    ...(identifier && { identifier }),
  };
}

function rowsOf(
  finds: readonly (readonly [EntryId, number])[],
  checks: ReadonlyMap<string, RegistryCheck> = new Map(),
): PageTrial[] {
  const answers = new Map(finds.map(([id]) => [id, answerFor(id)]));
  return pageTrials(
    finds.map(([entryId, count]) => ({ entryId, count })),
    answers,
    checks,
  );
}

function recorded(id: string): RegistryCheck {
  const read = readRecord(JSON.parse(registryRecords.get(id) ?? 'null'), id, '2026-11-23');
  if (!read.ok) throw new Error(read.why);
  return { kind: 'answered', facts: read.facts, at, isKept: false };
}

describe('a row', () => {
  test.each<[what: string, EntryId, check: RegistryCheck | undefined, row: Partial<PageTrial>]>([
    [
      'of the guide that belongs to another study',
      'trial:NCT04602260',
      undefined,
      { standing: 'contradicted', from: 'our copy', registry: 'ClinicalTrials.gov', isCheckable: true },
    ],
    [
      'we do not hold',
      'trial:NCT03418623',
      undefined,
      { standing: 'unchecked', verdict: 'Not in this knowledge base', from: 'form' },
    ],
    [
      'we do not hold, after the registry was asked',
      'trial:NCT03418623',
      recorded('NCT03418623'),
      { standing: 'confirmed', verdict: 'Confirmed: a record exists', from: 'registry', asOf: '2026-11-23' },
    ],
    [
      'the registry does not have',
      'trial:NCT99999999',
      { kind: 'no-such-record', at },
      { standing: 'contradicted', verdict: 'No such record', from: 'registry' },
    ],
    [
      'the registry could not be asked about',
      'trial:NCT99999999',
      { kind: 'failed', why: 'offline' },
      { standing: 'unchecked', verdict: 'Not in this knowledge base' },
    ],
    [
      'of another registry',
      'trial:ISRCTN12345678',
      undefined,
      { standing: 'unchecked', registry: 'ISRCTN registry', isCheckable: false },
    ],
    [
      'that is malformed',
      'trial:?NCT123456789',
      undefined,
      { standing: 'contradicted', verdict: 'Not a valid identifier', isCheckable: false },
    ],
  ])('%s', (_what, id, check, row) => {
    const identifier = id.replace(/^trial:\??/, '');
    const [found] = rowsOf([[id, 2]], check && new Map([[identifier, check]]));
    expect(found).toMatchObject({ entryId: id, identifier, count: 2, ...row });
  });

  test('of the guide keeps the verdict on the guide when the registry has answered', () => {
    const [before] = rowsOf([['trial:NCT04602260', 1]]);
    const check = recorded('NCT03418623');
    const [after] = rowsOf([['trial:NCT04602260', 1]], new Map([['NCT04602260', check]]));
    expect(after?.verdict).toBe(before?.verdict);
    expect(after?.from).toBe('registry');
  });

  test('counts all frames, and leaves out what is no trial', () => {
    const rows = rowsOf([
      ['trial:NCT03418623', 2],
      ['condition:ptsd', 5],
      ['trial:NCT03418623', 3],
    ]);
    expect(rows.map(({ identifier, count }) => [identifier, count])).toEqual([['NCT03418623', 5]]);
  });
});

const some = rowsOf(
  [
    ['trial:NCT03418623', 1],
    ['trial:NCT00763412', 3],
    ['trial:NCT04602260', 2],
    ['trial:?NCT123456789', 2],
    ['trial:ISRCTN12345678', 1],
  ],
  new Map([
    ['NCT03418623', recorded('NCT03418623')],
    ['NCT00763412', recorded('NCT00763412')],
  ]),
);

test.each<[TrialOrder, 'up' | 'down', firstThen: readonly string[]]>([
  ['page', 'down', ['ISRCTN12345678', 'NCT123456789']],
  ['identifier', 'up', ['ISRCTN12345678', 'NCT00763412']],
  ['count', 'down', ['NCT00763412', 'NCT04602260']],
  ['verdict', 'up', ['NCT04602260', 'NCT123456789']],
])('sorted by %s %s', (order, direction, firstThen) => {
  expect(sortTrials(some, order, direction).map(({ identifier }) => identifier)).toEqual(
    expect.arrayContaining([...firstThen]),
  );
  expect(
    sortTrials(some, order, direction)
      .slice(0, 2)
      .map(({ identifier }) => identifier),
  ).toEqual(firstThen);
});

test.each(['registered', 'title', 'status'] as const)(
  'what is not known comes last by %s, both ways',
  (order) => {
    const known = (row: PageTrial): boolean =>
      (order === 'registered' ? row.daysAhead : row[order]) !== undefined;
    for (const direction of ['up', 'down'] as const) {
      const flags = sortTrials(some, order, direction).map(known);
      expect(flags).toEqual([...flags].sort((a, b) => Number(b) - Number(a)));
      expect(flags).toContain(true);
      expect(flags).toContain(false);
    }
  },
);

describe('taken along', () => {
  test('as CSV it is read back, row by row', () => {
    const { data, errors } = Papa.parse<Record<string, string>>(exportTrials(some, 'csv', '2026-11-23'), {
      header: true,
      skipEmptyLines: true,
    });
    expect(errors).toEqual([]);
    expect(data.map((row) => row.Identifier)).toEqual(some.map(({ identifier }) => identifier));
    expect(data.map((row) => row.Title)).toEqual(some.map(({ title }) => title ?? ''));
  });

  // Full-width signs count as well where such are typed.
  const formula = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

  test.each(['=1+1', '+1', '-1', '@SUM(1)', '\t=1', '\uFF1D1+1', '=HYPERLINK("https://example.org")', '"=1'])(
    'as CSV %j is no formula in any field',
    (text) => {
      const rows = some.map((row) => ({
        ...row,
        title: text,
        status: text,
        registered: text,
        verdict: text,
      }));
      const { data } = Papa.parse<string[]>(exportTrials(rows, 'csv', '2026-11-23'), {
        skipEmptyLines: true,
      });
      expect(data).toHaveLength(rows.length + 1);
      expect(data.flat().filter((field) => formula.test(field))).toEqual([]);
    },
  );

  const signs = fc.constantFrom(
    ...[
      '=',
      '+',
      '-',
      '@',
      '\t',
      '\r',
      '\n',
      '\r\n',
      '\u2028',
      '"',
      "'",
      ',',
      ';',
      '|',
      ' ',
      '\u00A0',
      '\uFF1D',
    ],
    ...['\0', '\u0007', '\u200B', '\u202E', '\uFEFF', '\u{1F600}', '\uD800', 'a', '\u00E9', '1', '\\', '<b>'],
  );

  test('as CSV no field is a formula, and whatever a title holds comes back', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', minLength: 1 }),
          fc.array(signs, { minLength: 1 }).map((each) => each.join('')),
        ),
        (title) => {
          const [first] = some;
          if (!first) throw new Error('There are rows');
          const text = exportTrials([{ ...first, title }], 'csv', '2026-11-23');
          const reading = { header: true, skipEmptyLines: true, delimiter: ',' } as const;
          const [row] = Papa.parse<Record<string, string>>(text, reading).data;
          const read = row?.Title ?? '';
          expect(read).not.toMatch(formula);
          const oneLine = title.replace(/\s+/g, ' ').trim();
          expect(read.replace(/^'/, '')).toBe(oneLine.replace(/^'/, ''));
        },
      ),
    );
  });

  test.each(['ris', 'bibtex'] as const)('as %s it is read back, what is no identifier left out', (form) => {
    const read: readonly { readonly URL?: string; readonly title?: string }[] = plugins.input.chain(
      exportTrials(some, form, '2026-11-23'),
      { generateGraph: false },
    );
    const cited = some.filter(({ url }) => url !== undefined);
    expect(cited).toHaveLength(4);
    expect(read.map(({ URL }) => URL)).toEqual(cited.map(({ url }) => url));
  });
});
