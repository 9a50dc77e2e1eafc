import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CitedTrial, citeTrial } from '@/core/cite-trial.ts';
import { cleanText } from '@/core/clean-text.ts';

const trial: CitedTrial = {
  id: 'NCT03418623',
  title: 'Effect of GET73 on MRS Measures of Central Glutamate & GABA.',
  sponsor: 'Laboratorio Farmaceutico Ct S.r.l., Italy',
  firstSubmitted: '2018-01-08',
  updated: '2020-10-08',
};
const bare: CitedTrial = { id: 'NCT01234567' };
const accessed = '2026-11-23';

test.each([
  ['plain', trial, 'NCT03418623'],
  [
    'nlm',
    trial,
    'ClinicalTrials.gov [Internet]. Bethesda (MD): National Library of Medicine (US). 2000 Feb 29 - . Identifier NCT03418623, Effect of GET73 on MRS Measures of Central Glutamate & GABA; 2018 Jan 8 [cited 2026 Nov 23]. Available from: https://clinicaltrials.gov/study/NCT03418623',
  ],
  [
    'nlm',
    bare,
    'ClinicalTrials.gov [Internet]. Bethesda (MD): National Library of Medicine (US). 2000 Feb 29 - . Identifier NCT01234567; [cited 2026 Nov 23]. Available from: https://clinicaltrials.gov/study/NCT01234567',
  ],
  [
    'ama',
    trial,
    'Effect of GET73 on MRS Measures of Central Glutamate & GABA. ClinicalTrials.gov identifier: NCT03418623. Updated October 8, 2020. Accessed November 23, 2026. https://clinicaltrials.gov/study/NCT03418623',
  ],
  [
    'ama',
    bare,
    'ClinicalTrials.gov identifier: NCT01234567. Accessed November 23, 2026. https://clinicaltrials.gov/study/NCT01234567',
  ],
  [
    'ama',
    { ...bare, title: 'Does It Help?' },
    'Does It Help? ClinicalTrials.gov identifier: NCT01234567. Accessed November 23, 2026. https://clinicaltrials.gov/study/NCT01234567',
  ],
  [
    'markdown',
    { ...bare, title: 'A [very] *odd* title' },
    '[NCT01234567: A \\[very\\] \\*odd\\* title](https://clinicaltrials.gov/study/NCT01234567) (accessed 2026-11-23)',
  ],
] as const)('as %s', (form, cited, text) => expect(citeTrial(cited, form, accessed)).toBe(text));

/** As citation-js reads it, in CSL's words. */
interface Read {
  readonly title?: string;
  readonly author?: readonly { readonly literal?: string; readonly family?: string }[];
  readonly URL?: string;
  readonly note?: string;
}
// Told what it is: left to guess, it takes a title with "@misc{" in it for BibTeX.
const readBack = (text: string, form: 'ris' | 'bibtex'): Read[] =>
  plugins.input.chain(text, {
    generateGraph: false,
    forceType: form === 'ris' ? '@ris/file' : '@biblatex/text',
  });

const authorOf = ({ author }: Read): string | undefined => author?.[0]?.literal ?? author?.[0]?.family;

test('BibTeX is read back', () => {
  const [read] = readBack(citeTrial(trial, 'bibtex', accessed), 'bibtex');
  expect(read).toMatchObject({ title: trial.title, URL: 'https://clinicaltrials.gov/study/NCT03418623' });
  expect(read && authorOf(read)).toBe(trial.sponsor);
  expect(citeTrial(trial, 'bibtex', accessed)).toContain('note = {Accessed 2026-11-23}');
});

test('RIS is read back', () => {
  const [read] = readBack(citeTrial(trial, 'ris', accessed), 'ris');
  expect(read).toMatchObject({
    title: trial.title,
    URL: 'https://clinicaltrials.gov/study/NCT03418623',
    note: 'Accessed 2026-11-23',
  });
  expect(read && authorOf(read)).toBe('Laboratorio Farmaceutico Ct S.r.l. Italy');
  expect(citeTrial(trial, 'ris', accessed)).toContain('\r\nY2  - 2026/11/23/\r\n');
});

test('any title comes back whole, and breaks nothing', () => {
  const unit = fc.constantFrom(
    ...'aZ9 {}\\$&%#_~^"\'@,=[]()*<>|-:;\n\t',
    'é',
    'ß',
    'α',
    '–',
    'TY  - ',
    '\r\nER  - ',
    '@misc{',
  );
  const title = fc.string({ unit, minLength: 1, maxLength: 40 }).map((text) => cleanText(text) ?? 'x');
  fc.assert(
    fc.property(title, (text) => {
      const cited = { ...trial, title: text };
      const ris = readBack(citeTrial(cited, 'ris', accessed), 'ris');
      expect(ris.map((read) => read.title)).toEqual([text]);
      const bibtex = readBack(citeTrial(cited, 'bibtex', accessed), 'bibtex');
      expect(bibtex.map((read) => plainOf(read.title ?? ''))).toEqual([plainOf(text)]);
      expect(bibtex[0]?.URL).toBe('https://clinicaltrials.gov/study/NCT03418623');
      for (const form of ['nlm', 'ama', 'markdown'] as const)
        expect(citeTrial(cited, form, accessed)).not.toMatch(/[\r\n]/);
    }),
    { examples: [['@misc{,}a']] },
  );
});

/** TeX joins spaces, quotes and dashes of its own. */
function plainOf(title: string): string {
  return title
    .replace(/["'`“”‘’]/g, '')
    .replace(/[-–—]+/g, '-')
    .replace(/\s+/g, ' ');
}
