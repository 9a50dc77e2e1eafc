import type { Mention } from '@/core/mention.ts';
import type { Definition, Recogniser, UndecidedMention } from '@/core/recognise.ts';
import { jointInside, locate } from './locate.ts';
import type { Occurrence } from './occurrence.ts';
import { nodesOfPassage, type Passage } from './passage.ts';
import { nodesOf } from './place-index.ts';

/** What was found in a passage. */
export interface ReadPassage {
  /** Where names stand that mean one thing. */
  readonly sure: readonly Occurrence[];
  /** Abbreviations that wait for what the whole page says. */
  readonly undecided: readonly Occurrence<UndecidedMention>[];
  readonly definitions: readonly Definition[];
  /** The texts that hold any of it; all of the passage when it holds a definition. */
  readonly nodes: readonly Text[];
}

/** A long passage is recognised in pieces of this many characters, so that the page is not kept waiting. */
const longestPiece = 32_768;

/**
 * Recognises a passage. Where a mention would reach over something that the page's style sets apart, the passage was
 * two: each is recognised by itself. Gives what was found, if anything, and `undefined` where it is a good moment to pause.
 */
export function* recognisePassage(
  passage: Passage,
  recogniser: Recogniser,
): Generator<ReadPassage | undefined, undefined> {
  if (passage.text.length <= longestPiece) {
    const { mentions, undecided, definitions } = recogniser.recognise(passage.text);
    if (mentions.length + undecided.length + definitions.length === 0) return;
    if ((firstJoint(passage, mentions, 0) ?? firstJoint(passage, undecided, 0)) === undefined) {
      yield foundIn(passage, mentions, undecided, definitions);
      return;
    }
  }
  const rest = [passage];
  for (let next = rest.pop(); next; next = rest.pop()) {
    const mentions: Mention[] = [];
    const undecided: UndecidedMention[] = [];
    const definitions: Definition[] = [];
    let joint: number | undefined;
    for (const [start, end] of piecesOf(next.text)) {
      if (start > 0) yield undefined;
      const found = recogniser.recognise(
        start === 0 && end === next.text.length ? next.text : next.text.slice(start, end),
      );
      joint = firstJoint(next, found.mentions, start) ?? firstJoint(next, found.undecided, start);
      if (joint !== undefined) break;
      for (const mention of found.mentions) mentions.push(moved(mention, start));
      for (const mention of found.undecided) undecided.push(moved(mention, start));
      definitions.push(...found.definitions);
    }
    if (joint !== undefined) rest.push(...splitAt(next, joint).reverse());
    else if (mentions.length + undecided.length + definitions.length > 0) {
      yield foundIn(next, mentions, undecided, definitions);
    }
  }
}

function foundIn(
  passage: Passage,
  mentions: readonly Mention[],
  waiting: readonly UndecidedMention[],
  definitions: readonly Definition[],
): ReadPassage {
  const sure = located(passage, mentions);
  const undecided = located(passage, waiting);
  if (definitions.length > 0) return { sure, undecided, definitions, nodes: nodesOfPassage(passage) };
  const nodes: Text[] = [];
  for (const found of [sure, undecided]) {
    for (const { place } of found) {
      // Most lie in one text, and several in the same.
      if (place.start.node !== place.end.node) nodes.push(...nodesOf(place));
      else if (place.start.node !== nodes.at(-1)) nodes.push(place.start.node);
    }
  }
  return { sure, undecided, definitions, nodes };
}

function located<M extends Mention>(passage: Passage, mentions: readonly M[]): Occurrence<M>[] {
  const occurrences: Occurrence<M>[] = [];
  for (const mention of mentions) {
    const occurrence = locate(passage, mention);
    if (occurrence) occurrences.push(occurrence);
  }
  return occurrences;
}

/** Pieces of a text that end where a paragraph does, or a sentence, or at least a word. */
function* piecesOf(text: string): Generator<readonly [number, number]> {
  let start = 0;
  while (text.length - start > longestPiece) {
    const least = start + longestPiece / 2;
    const window = text.slice(least, start + longestPiece);
    const cut = ['\n\n', '. ', '\n', ' '].map((mark) => window.lastIndexOf(mark)).find((index) => index >= 0);
    const end = cut === undefined ? start + longestPiece : least + cut + 1;
    yield [start, end];
    start = end;
  }
  yield [start, text.length];
}

function moved<M extends Mention>(mention: M, by: number): M {
  return by === 0 ? mention : { ...mention, start: mention.start + by, end: mention.end + by };
}

function firstJoint(passage: Passage, mentions: readonly Mention[], moved: number): number | undefined {
  if (passage.starts.length === 1) return undefined;
  for (const mention of mentions) {
    const joint = jointInside(passage, mention.start + moved, mention.end + moved);
    if (joint !== undefined) return joint;
  }
  return undefined;
}

/** The pieces before the joint, and those from it on. */
function splitAt({ text, starts, nodesOf }: Passage, joint: number): [Passage, Passage] {
  const at = starts[joint] ?? text.length;
  return [
    { text: text.slice(0, at), starts: starts.slice(0, joint), nodesOf },
    {
      text: text.slice(at),
      starts: starts.slice(joint).map((start) => start - at),
      nodesOf: (piece) => nodesOf(piece + joint),
    },
  ];
}
