// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { Mention } from '@/core/mention.ts';
import type { Recogniser } from '@/core/recognise.ts';
import { walkPassages } from '@/page/read-passages.ts';
import { recognisePassage } from '@/page/recognise-passage.ts';

/** Finds one phrase, and keeps the texts it was asked about. */
function finderOf(phrase: RegExp): Recogniser & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    recognise(text) {
      asked.push(text);
      const mentions: Mention[] = [...text.matchAll(phrase)].map((match) => ({
        start: match.index,
        end: match.index + match[0].length,
        entryIds: ['term:phrase'],
      }));
      return { mentions, undecided: [], definitions: [] };
    },
    learn: () => new Set(),
    decide: () => () => undefined,
  };
}

function foundIn(html: string, finder: Recogniser): string[] {
  document.body.innerHTML = html;
  return [...walkPassages(document)]
    .flatMap((passage) => [...recognisePassage(passage, finder)])
    .flatMap((read) => read?.sure.map(({ text }) => text) ?? []);
}

test.each([
  ['finds a phrase over inline elements', '<p>low <b>dose</b></p>', ['low dose']],
  [
    'takes what the style sets apart as two',
    '<p>low <b style="display:block">dose low dose</b></p>',
    ['low dose'],
  ],
  ['three times over', '<p>low <b style="display:block">dose low </b>dose</p>', []],
])('%s', (_behaviour, html, expected) => {
  expect(foundIn(html, finderOf(/low dose/g))).toEqual(expected);
});

test('a long passage is recognised in pieces that end where a sentence does', () => {
  const sentence = 'Some words before the low dose, and after it. ';
  const finder = finderOf(/low dose/g);
  const found = foundIn(`<p>${sentence.repeat(3000)}</p>`, finder);
  expect(found).toHaveLength(3000);
  expect(finder.asked.length).toBeGreaterThan(3);
  for (const piece of finder.asked.slice(0, -1)) expect(piece).toMatch(/\.$/);
});

test('a long passage without any space is recognised all the same', () => {
  const finder = finderOf(/low dose/g);
  foundIn(`<p>${'x'.repeat(100_000)}</p>`, finder);
  expect(finder.asked.join('')).toHaveLength(100_000);
});
