import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Statement } from '@/core/statement.ts';
import { compiledKnowledge, readData } from './compiled-knowledge.ts';

/** Every heading, numbered point, bullet, paragraph and glossary term of the guide: its place, never its text. */
const outline: readonly { readonly row: string }[] = parse(readData('guide-outline.yaml'), {
  schema: 'core',
});
const coverage: ReadonlyMap<string, string> = new Map(
  Object.entries(parse(readData('coverage.yaml'), { schema: 'core' })),
);
const { entries } = compiledKnowledge();
const statements = new Map<string, Statement>(
  entries.flatMap((entry) =>
    entry.statements.map((statement) => [`${entry.id}#${statement.id}`, statement] as const),
  ),
);

test('the outline has the whole guide: ten chapters, a glossary and the list of references', () => {
  const rows = outline.map(({ row }) => row);
  expect(new Set(rows).size).toBe(rows.length);
  expect(rows.length).toBe(440);
  expect(new Set(rows.map((row) => row.split('.')[0]))).toEqual(
    new Set(Array.from({ length: 13 }, (_, chapter) => `${chapter}`)),
  );
});

test('every row of the guide is carried by a statement, and no row is made up', () => {
  expect(outline.map(({ row }) => row).filter((row) => !coverage.has(row))).toEqual([]);
  const known = new Set(outline.map(({ row }) => row));
  expect([...coverage.keys()].filter((row) => !known.has(row))).toEqual([]);
});

test('every row leads to a statement that exists', () => {
  expect([...coverage].filter(([, carrier]) => !statements.has(carrier))).toEqual([]);
});

test('what carries a row of the guide says that it is the guide’s, or is our own word on it', () => {
  const others = [...coverage].filter(([, carrier]) => {
    const kind = statements.get(carrier)?.from.kind;
    return kind !== 'guide' && kind !== 'project';
  });
  expect(others).toEqual([]);
});

test('one statement carries one row', () => {
  const rowsOf = new Map<string, string[]>();
  for (const [row, carrier] of coverage) rowsOf.set(carrier, [...(rowsOf.get(carrier) ?? []), row]);
  expect([...rowsOf].filter(([, rows]) => rows.length > 1)).toEqual([]);
});
