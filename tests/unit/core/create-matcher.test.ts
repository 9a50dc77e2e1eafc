import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMatcher } from '@/core/create-matcher.ts';
import { foldText } from '@/core/fold-text.ts';
import type { LexiconName } from '@/core/lexicon.ts';
import { numberForms } from '@/core/word-forms.ts';

const nameOf = (text: string, exactCase = false): LexiconName => ({
  text,
  entryId: `term:${text}`,
  exactCase,
  ambiguous: false,
  longForms: [],
});

/** The same answer the slow, obvious way: every stretch between word boundaries, folded and compared with every name. */
function slowly(names: readonly LexiconName[], text: string): string[] {
  const found: string[] = [];
  const isWord = (at: number): boolean => /[\p{L}\p{N}]/u.test(text[at] ?? '');
  for (let start = 0; start < text.length; start++) {
    for (let end = start + 1; end <= text.length; end++) {
      if (!isWord(start) || !isWord(end - 1) || isWord(start - 1) || isWord(end)) continue;
      const piece = text.slice(start, end);
      if (/[^\p{L}\p{N} -]|[ ]+-|--|- *-/u.test(piece)) continue;
      for (const name of names) {
        const words = foldText(name.text).split(' ');
        const last = words.pop() ?? '';
        const forms = name.exactCase ? [last, `${last}s`] : numberForms(last);
        const wanted = forms.map((form) => [...words, form].join(' '));
        const plain = (t: string): string => t.replace(/[ -]/g, '');
        const caseFits = !name.exactCase || [plain(name.text), `${plain(name.text)}s`].includes(plain(piece));
        if (wanted.includes(foldText(piece)) && caseFits) found.push(`${start}-${end} ${name.text}`);
      }
    }
  }
  return found.sort();
}

const word = fc.string({ unit: fc.constantFrom(...'abCs'), minLength: 1, maxLength: 3 });
const name = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 3 }), fc.boolean())
  .map(([words, exact]) => nameOf(words.join('-'), exact));
const text = fc.string({ unit: fc.constantFrom(...'abCs aA-. '), maxLength: 30 });

test('finds what the slow, obvious matcher finds', () => {
  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 5, selector: ({ text: t }) => t }), text, (names, page) => {
      const match = createMatcher(names);
      expect(
        match(page)
          .names.map((found) => `${found.start}-${found.end} ${found.name.text}`)
          .sort(),
      ).toEqual(slowly(names, page));
    }),
    { numRuns: 500 },
  );
});

test('an empty lexicon finds nothing', () => expect(createMatcher([])('naltrexone').names).toEqual([]));
