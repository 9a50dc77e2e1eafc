// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { fillMarked } from '@/page/fill-marked.ts';

/** The text with brackets where marks are. */
function bracketed(text: string, words: string[]): string {
  const leaf = document.createElement('span');
  fillMarked(leaf, text, words);
  for (const mark of leaf.querySelectorAll('mark')) mark.textContent = `[${mark.textContent}]`;
  return leaf.textContent ?? '';
}

test.each([
  [['naltrexone'], '[Naltrexone], 50 mg, and low-dose [naltrexone].'],
  [['ed'], 'Interrupted, [ED]'],
  [['post', 'traumatic'], '[Post]-[traumatic] stress'],
  [[], 'Nothing asked, nothing marked'],
  [['<b>'], 'A text is a text: <b>bold</b>'],
])('%j marks %s', (words, expected) => {
  expect(bracketed(expected.replace(/[[\]]/g, ''), words)).toBe(expected);
});
