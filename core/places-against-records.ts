import { findIdentifiers } from './find-identifiers.ts';
import { type ComparedFacts, type PageDifference, pageAgainstRecord } from './page-against-record.ts';
import type { TrialPlace } from './questions.ts';
import { sentenceAround } from './sentence-around.ts';
import { trialOfEntryId } from './trial-id.ts';

/**
 * What a page says otherwise than is known of the trials it names; one answer for each place. A link to a record names its
 * trial whatever its words are, so a sentence with two such links is of several trials.
 */
export function placesAgainstRecords(
  places: readonly TrialPlace[],
  factsOf: (id: string) => ComparedFacts | undefined,
): PageDifference[][] {
  const named = places.map(({ entryId, ...place }) => {
    const sentence = sentenceAround(place.text, place);
    return { id: trialOfEntryId(entryId) ?? '', place, sentence };
  });
  const trialsOf = new Map<string, Set<string>>();
  for (const { id, sentence } of named)
    trialsOf.set(sentence.text, (trialsOf.get(sentence.text) ?? new Set()).add(id));
  return named.map(({ id, place, sentence }) => {
    const facts = factsOf(id);
    if (facts === undefined || (trialsOf.get(sentence.text)?.size ?? 0) > 1) return [];
    const words = place.text.slice(place.start, place.end);
    if (findIdentifiers(words).length > 0) return pageAgainstRecord(sentence.text, facts);
    // A link: its trial stands behind its words.
    const end = place.end - sentence.start;
    return pageAgainstRecord(`${sentence.text.slice(0, end)} (${id})${sentence.text.slice(end)}`, facts);
  });
}
