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

/** Reads a text as a page would be read: a blank line ends a paragraph, and what one says of an abbreviation holds for all. */
export function readText(text: string, recogniser: Recogniser): ReadText {
  const sure: Mention[] = [];
  const waiting: UndecidedMention[] = [];
  const definitions: Definition[] = [];
  for (const [start, end] of paragraphsOf(text)) {
    const read = recogniser.recognise(text.slice(start, end));
    for (const mention of read.mentions) sure.push(moved(mention, start));
    for (const mention of read.undecided) waiting.push(moved(mention, start));
    definitions.push(...read.definitions);
  }
  const decide = recogniser.decide(definitions);
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
