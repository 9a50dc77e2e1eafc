import { contentWords, plainForm, wordsOf } from './asked-words.ts';
import type { Mention } from './mention.ts';
import type { RecordFacts } from './record-facts.ts';

/** A stretch of text, and whether it disagrees with the other side. */
export interface ComparedPiece {
  readonly text: string;
  readonly disagrees: boolean;
}

/** Guide and record side by side. */
export interface GuideComparison {
  /** The guide's words, in pieces that together are the text that was given. */
  readonly guide: readonly ComparedPiece[];
  readonly conditions: readonly ComparedPiece[];
  readonly interventions: readonly ComparedPiece[];
}

/**
 * What the guide says of a trial against what the record says. `subjects` finds conditions and treatments in a text. One
 * that the guide names disagrees when nothing in the record's title, conditions, treatments and outcomes is it or shares
 * a word with it; a condition or treatment of the record disagrees when the guide names others of its kind and not it.
 * A record without conditions and treatments disagrees with nothing.
 */
export function guideAgainstRecord(
  guide: string,
  facts: RecordFacts,
  subjects: (text: string) => readonly Mention[],
): GuideComparison {
  const told = subjects(guide);
  const recordTexts = [
    facts.title ?? '',
    ...facts.conditions,
    ...facts.interventions,
    ...facts.primaryOutcomes.map(({ measure }) => measure),
  ];
  const canDisagree = facts.conditions.length + facts.interventions.length > 0;
  const ofRecord = sayingOf(recordTexts, subjects);
  const ofGuide = sayingOf([guide], subjects);
  const disagree = (text: string, entryIds: readonly string[], other: Saying): boolean =>
    canDisagree &&
    !entryIds.some((id) => other.entryIds.has(id)) &&
    !stemsOf(text).some((stem) => other.stems.has(stem));

  const pieces: ComparedPiece[] = [];
  let at = 0;
  for (const { start, end, entryIds } of told) {
    const text = guide.slice(start, end);
    if (start > at) pieces.push({ text: guide.slice(at, start), disagrees: false });
    pieces.push({ text, disagrees: disagree(text, entryIds, ofRecord) });
    at = end;
  }
  if (at < guide.length) pieces.push({ text: guide.slice(at), disagrees: false });

  const compared = (texts: readonly string[]): ComparedPiece[] =>
    texts.map((text) => {
      const entryIds = subjects(text).flatMap((mention) => mention.entryIds);
      // What we have no name for cannot be told from what the guide calls otherwise.
      return { text, disagrees: told.length > 0 && entryIds.length > 0 && disagree(text, entryIds, ofGuide) };
    });
  return {
    guide: pieces,
    conditions: compared(facts.conditions),
    interventions: compared(facts.interventions),
  };
}

interface Saying {
  readonly entryIds: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
}

function sayingOf(texts: readonly string[], subjects: (text: string) => readonly Mention[]): Saying {
  return {
    entryIds: new Set(texts.flatMap((text) => subjects(text).flatMap(({ entryIds }) => entryIds))),
    stems: new Set(texts.flatMap(stemsOf)),
  };
}

/** Words that conditions and treatments share without being alike. */
const common = new Set(
  'disorder disease syndrome illness condition treatment therapy symptom chronic acute major severe dose low high study trial patient people use'.split(
    ' ',
  ),
);
/** "depression" and "depressive" begin alike; shorter words count whole. */
const stemLength = 6;

function stemsOf(text: string): string[] {
  return contentWords(wordsOf(text))
    .map(plainForm)
    .filter((word) => word.length > 2 && !common.has(word))
    .map((word) => word.slice(0, stemLength));
}
