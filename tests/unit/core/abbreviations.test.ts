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
