import type { AbbreviationEvidence } from './abbreviation-evidence.ts';
import { leftmostLongest } from './leftmost-longest.ts';
import type { Mention } from './mention.ts';
import type { Definition, Recogniser, UndecidedMention } from './recognise.ts';

/** What a text by itself, without a page around it, holds. */
export interface ReadText {
  /** Left to right, none overlapping; offsets into the text. */
  readonly mentions: readonly Mention[];
  /** What the text says its abbreviations mean, in order. */
  readonly definitions: readonly Definition[];
}

/**
 * Reads a text as a page would be read: a blank line ends a paragraph, and what one says of an abbreviation holds for all.
 * Without `evidence`, abbreviations that the text does not define stay as they are.
 */
export function readText(text: string, recogniser: Recogniser, evidence?: AbbreviationEvidence): ReadText {
  const paragraphs = [...paragraphsOf(text)].map(([start, end]) => ({ start, text: text.slice(start, end) }));
  const first = paragraphs.map((paragraph) => recogniser.recognise(paragraph.text));
  const definitions = first.flatMap((read) => read.definitions);
  const learned = recogniser.learn(definitions);
  const sure: Mention[] = [];
  const waiting: UndecidedMention[] = [];
  paragraphs.forEach((paragraph, index) => {
    const read = learned.size === 0 ? first[index] : recogniser.recognise(paragraph.text, learned);
    for (const mention of read?.mentions ?? []) sure.push(moved(mention, paragraph.start));
    for (const mention of read?.undecided ?? []) waiting.push(moved(mention, paragraph.start));
  });
  const decide = recogniser.decide({
    definitions,
    named: new Set(sure.flatMap(({ entryIds }) => entryIds)),
    ...(evidence && { undefined: { evidence, rivals: new Set(evidence.rivalsIn(text)) } }),
  });
  const decided = waiting.flatMap((mention) => decide(mention) ?? []);
  return { mentions: leftmostLongest([...sure, ...decided]), definitions };
}

function moved<M extends Mention>(mention: M, by: number): M {
  return { ...mention, start: mention.start + by, end: mention.end + by };
}

function* paragraphsOf(text: string): Generator<readonly [number, number]> {
  let start = 0;
  for (const { index, 0: gap } of text.matchAll(/\n[^\S\n]*\n\s*/g)) {
    yield [start, index];
    start = index + gap.length;
  }
  yield [start, text.length];
}
