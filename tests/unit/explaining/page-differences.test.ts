// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { copiedFacts } from '@/core/copied-facts.ts';
import { comparedFacts } from '@/core/page-against-record.ts';
import { placesAgainstRecords } from '@/core/places-against-records.ts';
import { createPageDifferences, type RecordComparison } from '@/explaining/page-differences.ts';
import type { Occurrence } from '@/page/occurrence.ts';
import type { Painter } from '@/page/painter.ts';
import { sampleAnswerOf } from '@/tests/fixtures/sample-checks.ts';

const id = 'NCT09999999';
const facts = comparedFacts(sampleAnswerOf(id).facts);
/** As the background answers, with a copy of the record of which only the number of people was seen. */
const copy = copiedFacts(id, { enrolment: 90, copied: '2020-12' });
const answer: RecordComparison = async (places, records) =>
  placesAgainstRecords(places, (asked) => records.find((each) => each.id === asked) ?? copy).map(
    ([difference]) =>
      difference ? `${difference.page}, not ${difference.registry} ${difference.asOf}` : null,
  );

/** The places of the identifier in paragraphs, and what the painter was told. */
function page(paragraphs: readonly string[], compare: RecordComparison = answer) {
  document.body.innerHTML = paragraphs.map((text) => `<p>${text}</p>`).join('');
  let occurrences = [...document.querySelectorAll('p')].flatMap((block): Occurrence[] => {
    const node = block.firstChild;
    const start = block.textContent.indexOf(id);
    if (!(node instanceof Text) || start < 0) return [];
    const end = start + id.length;
    const mention = { start, end, entryIds: [`trial:${id}` as const] };
    return [{ mention, text: id, place: { start: { node, offset: start }, end: { node, offset: end } } }];
  });
  const showDiffering = vi.fn<Painter['showDiffering']>();
  const painter = { showDiffering } as Partial<Painter> as Painter;
  const differences = createPageDifferences(compare, () => occurrences, painter);
  return {
    differences,
    shown: () => [...(showDiffering.mock.lastCall?.[0] ?? [])].map((each) => occurrences.indexOf(each)),
    of: (index: number) => {
      const occurrence = occurrences[index];
      return occurrence ? differences.of(occurrence) : null;
    },
    goes: (index: number) => {
      occurrences = occurrences.filter((_each, at) => at !== index);
    },
  };
}

test('each place is held against the record by its own sentence', async () => {
  const { differences, shown, of } = page([
    `We have enrolled 120 patients in ${id}. Another enrolled 96.`,
    `The study ${id} enrolled 96 patients.`,
    `The trial ${id} is recruiting.`,
  ]);
  await differences.learn(facts);
  expect(of(0)).toBe('120, not 96 2024-03-03');
  expect(of(1)).toBeNull();
  expect(of(2)).toBe('recruiting, not terminated 2024-03-03');
  expect(shown()).toEqual([0, 2]);
});

test('before the registry is asked each place is held against our copy', async () => {
  const { differences, shown, of } = page([
    `We have enrolled 120 patients in ${id}.`,
    `The study ${id} enrolled 90 patients.`,
    `The trial ${id} is recruiting.`,
  ]);
  await differences.compare();
  expect(of(0)).toBe('120, not 90 2020-12');
  expect(shown()).toEqual([0]);
  await differences.learn(facts);
  expect(shown()).toEqual([0, 1, 2]);
});

test('as long as the page names the same places nobody is asked again', async () => {
  const compare = vi.fn(answer);
  const { differences, goes } = page([`The trial ${id} is over.`, `See ${id}.`], compare);
  await Promise.all([differences.compare(), differences.compare()]);
  await differences.compare();
  expect(compare).toHaveBeenCalledTimes(1);
  goes(1);
  await differences.compare();
  expect(compare).toHaveBeenCalledTimes(2);
});

test('a place that is gone is shown no more', async () => {
  const { differences, shown, goes } = page([
    `The trial ${id} is recruiting.`,
    `The trial ${id} is completed.`,
  ]);
  await differences.learn(facts);
  expect(shown()).toEqual([0, 1]);
  goes(0);
  await differences.compare();
  expect(shown()).toEqual([0]);
});

test('without an answer nothing is shown', async () => {
  const { differences, shown, of } = page([`The trial ${id} is recruiting.`], () =>
    Promise.reject(new Error('gone')),
  );
  await differences.learn(facts);
  expect([shown(), of(0)]).toEqual([[], null]);
});
