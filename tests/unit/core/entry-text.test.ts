import { expect, test } from 'vitest';
import { entryText } from '@/core/entry-text.ts';
import { whatStands } from '@/core/what-stands.ts';
import { sampleEntries } from '@/tests/fixtures/sample-entries.ts';

const textOf = (id: string): string => {
  const entry = sampleEntries.find((each) => each.id === id);
  if (!entry) throw new Error(`There is no sample ${id}`);
  return entryText(entry, whatStands(entry));
};

test('a word that claims nothing is said in our words, and says so', () => {
  expect(textOf('term:anhedonia')).toBe(
    [
      'Anhedonia',
      'Little or no pleasure from things that used to give it: food, company, music, success. (This project’s own wording.)',
      'Naltrexone Gloss, reviewed 23 Nov 2026. Medical information, not advice.',
    ].join('\n\n'),
  );
});

test('a claim comes with how it stands, why, its source, the address and the day', () => {
  const text = textOf('term:low-dose-naltrexone');
  expect(text).toContain(
    [
      'Confirmed: Amounts this small are not sold as an approved product; a pharmacy makes them up on prescription.',
      'The approved label names no strength below 25 mg.',
      'Drug label: naltrexone tablets, 50 mg; Tablet label at DailyMed, copy of 2025, https://dailymed.nlm.nih.gov/dailymed/; checked 23 Nov 2026.',
    ].join('\n'),
  );
});

test.each(sampleEntries.map((entry) => [entry.id, entry] as const))(
  '%s leaves out no statement and no source',
  (_id, entry) => {
    const text = entryText(entry, whatStands(entry));
    for (const { text: claim, sources } of entry.statements) {
      expect(text).toContain(claim);
      for (const { title, url = '' } of sources)
        expect([text.includes(title), text.includes(url)]).toEqual([true, true]);
    }
    expect(text).not.toMatch(/undefined|\n\n\n/);
  },
);
