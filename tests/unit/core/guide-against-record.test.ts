import { expect, test } from 'vitest';
import type { EntryId } from '@/core/entry.ts';
import { guideAgainstRecord } from '@/core/guide-against-record.ts';
import type { Mention } from '@/core/mention.ts';
import type { RecordFacts } from '@/core/record-facts.ts';

const names: readonly (readonly [EntryId, RegExp])[] = [
  ['condition:ptsd', /PTSD|post-?traumatic stress disorder/gi],
  ['condition:depression', /major depressi(?:on|ve disorder)|depression/gi],
  ['condition:covid-19', /COVID-19/g],
  ['term:naltrexone', /naltrexone/gi],
];
const subjects = (text: string): Mention[] =>
  names
    .flatMap(([id, name]) =>
      [...text.matchAll(name)].map(({ index, 0: found }) => ({
        start: index,
        end: index + found.length,
        entryIds: [id],
      })),
    )
    .sort((a, b) => a.start - b.start);

const record = (change: Partial<RecordFacts>): RecordFacts => ({
  id: 'NCT04602260',
  phases: [],
  conditions: [],
  interventions: [],
  primaryOutcomes: [],
  ...change,
});
/** Disagreeing pieces in brackets. */
const marked = (guide: string, facts: RecordFacts): string[] => {
  const compared = guideAgainstRecord(guide, facts, subjects);
  expect(compared.guide.map(({ text }) => text).join('')).toBe(guide);
  return [compared.guide, compared.conditions, compared.interventions].map((pieces, index) =>
    pieces.map(({ text, disagrees }) => (disagrees ? `[${text}]` : text)).join(index === 0 ? '' : '; '),
  );
};

test.each([
  [
    'another study',
    'Naltrexone for PTSD and alcohol.',
    record({ title: 'Functional recovery', conditions: ['COVID-19'], interventions: ['Rehabilitation'] }),
    ['[Naltrexone] for [PTSD] and alcohol.', '[COVID-19]', 'Rehabilitation'],
  ],
  [
    'the same under other names',
    'Naltrexone for PTSD.',
    record({ conditions: ['Post-Traumatic Stress Disorder'], interventions: ['Drug: naltrexone HCl'] }),
    ['Naltrexone for PTSD.', 'Post-Traumatic Stress Disorder', 'Drug: naltrexone HCl'],
  ],
  [
    'a condition by a kindred word',
    'Naltrexone for depression.',
    record({ conditions: ['Depressive Symptoms'], interventions: ['Naltrexone'] }),
    ['Naltrexone for depression.', 'Depressive Symptoms', 'Naltrexone'],
  ],
  [
    'the drug agrees, the condition does not',
    'Naltrexone for PTSD.',
    record({ conditions: ['Major Depressive Disorder'], interventions: ['Naltrexone'] }),
    ['Naltrexone for [PTSD].', '[Major Depressive Disorder]', 'Naltrexone'],
  ],
  [
    'what only the title says counts',
    'Naltrexone for PTSD.',
    record({ title: 'Naltrexone in veterans with PTSD', conditions: ['Stress'] }),
    ['Naltrexone for PTSD.', 'Stress', ''],
  ],
  ['a record that says nothing', 'Naltrexone for PTSD.', record({}), ['Naltrexone for PTSD.', '', '']],
  [
    'a guide that names nothing',
    'It follows people for longer.',
    record({ conditions: ['COVID-19'] }),
    ['It follows people for longer.', 'COVID-19', ''],
  ],
])('%s', (_what, guide, facts, sides) => expect(marked(guide, facts)).toEqual(sides));
