import { expect, test } from 'vitest';
import { LineCounter, parseDocument } from 'yaml';
import { formWords } from '@/data/form-words.ts';

const entry = (...lines: string[]): string => ['- id: term:placebo', ...lines, ''].join('\n');

test.each([
  ['a colon in a text', entry('  title: Placebo: a dummy'), 'line 2: a text that holds ": " needs quotes'],
  ['a tab', entry('\ttitle: Placebo', '  names:'), 'line 2: a line is indented with a tab'],
  ['a field twice', entry('  title: Placebo', '  title: Dummy'), 'line 3: a field stands twice'],
  ['a quote that does not end', entry('  title: "Placebo', '  names: []'), 'a quote or a colon is missing'],
])('%s is told by entry, line and remedy', (_what, text, told) => {
  const [error] = parseDocument(text, { lineCounter: new LineCounter(), schema: 'core' }).errors;
  const words = error === undefined ? 'no error' : formWords(error, text);
  expect(words).toMatch(/^term:placebo: line \d+: /);
  expect(words).toContain(told);
});
