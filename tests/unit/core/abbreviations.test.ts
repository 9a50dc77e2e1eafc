import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findDefinitions } from '@/core/abbreviations.ts';

test.each([
  ['post-traumatic stress disorder (PTSD) is', [['PTSD', 'post-traumatic stress disorder']]],
  [
    'the hypothalamic\u2013pituitary\u2013adrenal (HPA) axis',
    [['HPA', 'hypothalamic\u2013pituitary\u2013adrenal']],
  ],
  ['LDN (low-dose naltrexone) was', [['LDN', 'low-dose naltrexone']]],
  ['low-dose\n   naltrexone (LDN, 4.5 mg)', [['LDN', 'low-dose naltrexone']]],
  ['randomised controlled trials (RCTs)', [['RCTs', 'randomised controlled trials']]],
  [
    'eye movement desensitisation and reprocessing (EMDR)',
    [['EMDR', 'eye movement desensitisation and reprocessing']],
  ],
  ['proton pump inhibitors (PPIs) help', [['PPIs', 'proton pump inhibitors']]],
  ['a 95% confidence interval [CI], from', [['CI', 'confidence interval']]],
  [
    'two-dimensional (2D) and triiodothyronine (T3)',
    [
      ['2D', 'two-dimensional'],
      ['T3', 'triiodothyronine'],
    ],
  ],
  [
    'the International Index of Erectile Function (IIEF)',
    [['IIEF', 'International Index of Erectile Function']],
  ],
  ['phosphorus (P) and vitamin (D)', [['P', 'phosphorus']]],
  ['a shift of their single newborns (Triese)', []],
  ['in 12 patients (p<0.05)', []],
  ['expressed gamma genes (e.g., catarrhines)', []],
  ['the recurrence (HR = 2.1)', []],
  ['naltrexone (see Table 2) was given (p < .05)', []],
  ['we treated (as usual) twelve people', []],
  ['bupropion (Smith et al., 2012)', []],
  ['an unclosed (PTSD', []],
  ['', []],
])('%j', (text, pairs) => {
  expect(findDefinitions(text).map(({ shortForm, longForm }) => [shortForm, longForm])).toEqual(pairs);
});

test('any text gives pairs whose parts stand in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'abcBPD ()-.;,\u00ad') }), (text) => {
      const plain = text.replace(/\u00ad/g, '').replace(/\s+/g, ' ');
      for (const { shortForm, longForm } of findDefinitions(text)) {
        expect(plain).toContain(shortForm);
        expect(plain).toContain(longForm);
      }
    }),
  );
});

test('a definition lies where both its parts stand', () => {
  const text = 'People with low-dose  naltrexone (LDN) and LDN (low-dose naltrexone)';
  expect(findDefinitions(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    'low-dose  naltrexone (LDN)',
    'LDN (low-dose naltrexone)',
  ]);
});

test('a page full of brackets takes no time to speak of', () => {
  const brackets = `${'('.repeat(20_000)}${'ABCDEFGH ('.repeat(2000)}${'a b c d e f g h (ABCDEFGH) '.repeat(2000)}`;
  expect(findDefinitions(brackets)).toHaveLength(2000);
});
