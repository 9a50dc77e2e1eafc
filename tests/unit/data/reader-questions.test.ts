import { expect, test } from 'vitest';
import { createSearch } from '@/core/create-search.ts';
import { searchDocument } from '@/core/search-document.ts';
import { compiledKnowledge } from './compiled-knowledge.ts';
import { readerQuestions } from './reader-questions.ts';

const { entries } = compiledKnowledge();
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
