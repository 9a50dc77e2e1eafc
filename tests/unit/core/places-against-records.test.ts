import { expect, test } from 'vitest';
import type { EntryId } from '@/core/entry.ts';
import type { ComparedFacts } from '@/core/page-against-record.ts';
import { placesAgainstRecords } from '@/core/places-against-records.ts';

const facts: ComparedFacts = {
  id: 'NCT01874951',
  phases: [],
  enrolment: { count: 96, kind: 'actual' },
};

/** The numbers that differ, of each place in brackets: `[words|identifier]`, or the identifier itself. */
function differing(marked: string): string[] {
  const places: { entryId: EntryId; start: number; end: number }[] = [];
  let text = '';
  for (const [, before = '', words = '', id] of marked.matchAll(/([^[]*)(?:\[([^|\]]*)\|?([^\]]*)\])?/g)) {
    text += before;
    if (words === '') continue;
    places.push({
      entryId: `trial:${id === '' || id === undefined ? words : id}`,
      start: text.length,
      end: text.length + words.length,
    });
    text += words;
  }
  const answers = placesAgainstRecords(
    places.map((place) => ({ ...place, text })),
    (id) => (id === facts.id ? facts : undefined),
  );
  return answers.map((each) => each.map(({ page }) => page).join());
}

test.each<[text: string, found: string[]]>([
  ['In [NCT01874951] 120 patients were randomised. Then 96.', ['120']],
  ['It is old. [NCT01874951] enrolled 96 patients. Then 120 patients came.', ['']],
  // A link to a record names the trial, whatever its words are.
  ['[The trial|NCT01874951] enrolled 120 patients.', ['120']],
  ['In [this study|NCT01874951], 120 patients were randomised.', ['120']],
  ['[Read more|NCT01874951]', ['']],
  // Two trials, by whatever they are named.
  ['[NCT01874951] enrolled 120 patients, as did [another|NCT02617719].', ['', '']],
  ['[The trial|NCT01874951] enrolled 120 patients, as did [another|NCT02617719].', ['', '']],
  ['[The trial|NCT01874951] enrolled 120 patients, as did [NCT02617719].', ['', '']],
  ['[NCT01874951] enrolled 120 patients; see [NCT01874951] too.', ['120', '120']],
  // Nothing is known of it.
  ['[NCT02617719] enrolled 120 patients.', ['']],
])('%s', (text, found) => expect(differing(text)).toEqual(found));
