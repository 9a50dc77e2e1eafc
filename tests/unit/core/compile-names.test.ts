import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileNames } from '@/core/compile-names.ts';
import { createMatcher } from '@/core/create-matcher.ts';
import type { LexiconName } from '@/core/lexicon.ts';

const nameOf = (text: string): LexiconName => ({
  text,
  entryId: `term:${text}`,
  exactCase: false,
  ambiguous: false,
  longForms: [],
});

const word = fc.string({ unit: fc.constantFrom(...'abfis'), minLength: 1, maxLength: 4 });
const names = fc.uniqueArray(
  fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => nameOf(words.join(' '))),
  { minLength: 1, maxLength: 6, selector: ({ text }) => text },
);
const page = fc.array(fc.oneof(word, fc.constantFrom(' ', '-', '. ', ' ')), { maxLength: 14 });

const found = (lexicon: readonly LexiconName[], text: string): string[] =>
  createMatcher(lexicon)(text)
    .names.map(({ start, end, name }) => `${text.slice(start, end).length} ${name.text} ${start}`)
    .sort();

/** Ways to write the same text that a reader takes for the same: each keeps every unit in its place. */
const sameLook: readonly (readonly [string, (text: string) => string])[] = [
  ['in capitals', (text) => text.toUpperCase()],
  ['with accents', (text) => text.replaceAll('a', 'ä').replaceAll('i', 'Í')],
  ['with another dash', (text) => text.replaceAll('-', '\u2011')],
  ['with unbreakable spaces', (text) => text.replaceAll(' ', '\u00A0')],
];

test.each(sameLook)('finds the same %s', (_how, write) => {
  fc.assert(
    fc.property(names, page, (lexicon, parts) => {
      const text = parts.join('');
      expect(found(lexicon, write(text))).toEqual(found(lexicon, text));
    }),
  );
});

/** Units that nobody sees, put between any two letters of a word. */
test('finds the same words with soft hyphens, loose accents and zero-width characters in them', () => {
  const unseen = fc.constantFrom('\u00AD', '\u200B', '\u2060', '\u0301', '\u061C', '\u2063', '\uFE0F');
  fc.assert(
    fc.property(names, page, fc.array(unseen, { minLength: 1 }), (lexicon, parts, signs) => {
      const text = parts.join('');
      let next = 0;
      const written = text.replace(/[a-z](?=[a-z])/g, (letter) => letter + signs[next++ % signs.length]);
      const words = (of: string): string[] =>
        createMatcher(lexicon)(of)
          .names.map(
            ({ start, end, name }) => `${of.slice(start, end).replace(/[^a-z. -]/g, '')} ${name.text}`,
          )
          .sort();
      expect(words(written)).toEqual(words(text));
    }),
  );
});

test('finds the same words where a ligature stands for two letters', () => {
  fc.assert(
    fc.property(names, page, (lexicon, parts) => {
      const text = parts.join('');
      const words = (of: string): string[] =>
        createMatcher(lexicon)(of)
          .names.map(
            ({ start, end, name }) => `${of.slice(start, end).replaceAll('\uFB01', 'fi')} ${name.text}`,
          )
          .sort();
      expect(words(text.replaceAll('fi', '\uFB01'))).toEqual(words(text));
    }),
  );
});

test('what was compiled can be sent elsewhere and finds the same there', () => {
  fc.assert(
    fc.property(names, page, (lexicon, parts) => {
      const text = parts.join('');
      const sent = structuredClone(compileNames(lexicon));
      expect(createMatcher(sent)(text)).toEqual(createMatcher(lexicon)(text));
    }),
  );
});

test('more names make no difference to those that were there', () => {
  const many = Array.from({ length: 5000 }, (_, index) => nameOf(`zz${index} zy`));
  fc.assert(
    fc.property(names, page, (lexicon, parts) => {
      const text = parts.join('');
      expect(found([...many, ...lexicon], text)).toEqual(found(lexicon, text));
    }),
    { numRuns: 20 },
  );
});
