import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { compileKnowledge } from '@/core/compile-knowledge.ts';
import { createSearch } from '@/core/create-search.ts';
import type { EntryKind } from '@/core/entry.ts';
import { searchDocument } from '@/core/search-document.ts';
import { readerQuestions } from './reader-questions.ts';

const files: readonly (readonly [string, EntryKind])[] = [
  ['terms.yaml', 'term'],
  ['conditions.yaml', 'condition'],
  ['topics.yaml', 'topic'],
  ['trials.yaml', 'trial'],
];
const compilation = compileKnowledge(
  files.map(([file, kind]) => ({
    file,
    kind,
    content: parse(readFileSync(new URL(`../../../data/${file}`, import.meta.url), 'utf8'), {
      schema: 'core',
    }),
  })),
);
if (!compilation.ok) throw new Error(JSON.stringify(compilation.problems, null, 2));
const { entries } = compilation;
const search = createSearch(entries.map(searchDocument));

test.each(readerQuestions)('$question: first comes $entry', ({ question, entry }) => {
  expect(search(question)[0]?.entry.id).toBe(entry);
});

test.each(readerQuestions.filter(({ statement }) => statement !== undefined))(
  '$question: $entry answers with $statement',
  ({ entry, statement }) => {
    const statements = entries.find(({ id }) => id === entry)?.statements ?? [];
    expect(statements.map(({ id }) => id)).toContain(statement);
  },
);

test('are sixty and more, each asked once', () => {
  const asked = readerQuestions.map(({ question }) => question.toLowerCase());
  expect(new Set(asked).size).toBe(asked.length);
  expect(asked.length).toBeGreaterThanOrEqual(60);
});
