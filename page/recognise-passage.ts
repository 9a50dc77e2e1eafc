import type { Mention } from '@/core/mention.ts';
import type { Definition, Recogniser, UndecidedMention } from '@/core/recognise.ts';
import { withLinks } from './link-mentions.ts';
import { jointInside, locate } from './locate.ts';
import type { Occurrence } from './occurrence.ts';
import { nodesOfPassage, type Passage, type TrialLink } from './passage.ts';
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

/** Nobody reads more in one; what comes after is left alone, and the reading says that the page holds too much. */
export const mostInPassage = 100_000;

/**
 * Recognises a passage. Where a mention would reach over something that the page's style sets apart, the passage was
 * two: each is recognised by itself. Gives what was found, if anything, and `undefined` where it is a good moment to pause.
 */
export function* recognisePassage(
  passage: Passage,
  recogniser: Recogniser,
): Generator<ReadPassage | undefined, undefined> {
  if (passage.text.length <= longestPiece) {
    const { text, links } = passage;
    const { mentions, undecided, definitions } = withLinks(recogniser.recognise(text), text, links);
    if (mentions.length + undecided.length + definitions.length === 0) return;
    if ((firstJoint(passage, mentions, 0) ?? firstJoint(passage, undecided, 0)) === undefined) {
      const sure: Occurrence[] = [];
      const waiting: Occurrence<UndecidedMention>[] = [];
      append(sure, passage, mentions, 0);
      append(waiting, passage, undecided, 0);
      yield { sure, undecided: waiting, definitions, nodes: nodesWith(passage, sure, waiting, definitions) };
      return;
    }
  }
  const rest = [passage];
  for (let next = rest.pop(); next; next = rest.pop()) {
    const sure: Occurrence[] = [];
    const undecided: Occurrence<UndecidedMention>[] = [];
    const definitions: Definition[] = [];
    let joint: number | undefined;
    for (const [start, end] of piecesOf(next.text)) {
      if (start > 0) yield undefined;
      if (sure.length + undecided.length > mostInPassage) break;
      const piece = start === 0 && end === next.text.length ? next.text : next.text.slice(start, end);
      const found = withLinks(recogniser.recognise(piece), piece, linksIn(next.links, start, end));
      joint = firstJoint(next, found.mentions, start) ?? firstJoint(next, found.undecided, start);
      if (joint !== undefined) break;
      append(sure, next, found.mentions, start);
      append(undecided, next, found.undecided, start);
      definitions.push(...found.definitions);
    }
    if (joint !== undefined) rest.push(...splitAt(next, joint).reverse());
    else if (sure.length + undecided.length + definitions.length > 0) {
      yield { sure, undecided, definitions, nodes: nodesWith(next, sure, undecided, definitions) };
    }
  }
}

/** The texts in which something stands; all when they hold a definition. */
function nodesWith(
  passage: Passage,
  sure: readonly Occurrence[],
  undecided: readonly Occurrence[],
  definitions: readonly Definition[],
): readonly Text[] {
  if (definitions.length > 0) return nodesOfPassage(passage);
  const nodes: Text[] = [];
  for (const found of [sure, undecided]) {
    for (const { place } of found) {
      // Most lie in one text, and several in the same.
      if (place.start.node !== place.end.node) nodes.push(...nodesOf(place));
      else if (place.start.node !== nodes.at(-1)) nodes.push(place.start.node);
    }
  }
  return nodes;
}

function append<M extends Mention>(
  to: Occurrence<M>[],
  passage: Passage,
  mentions: readonly M[],
  by: number,
): void {
  for (const mention of mentions) {
    const occurrence = locate(passage, moved(mention, by));
    if (occurrence) to.push(occurrence);
  }
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
function splitAt({ text, starts, links, nodesOf }: Passage, joint: number): [Passage, Passage] {
  const at = starts[joint] ?? text.length;
  return [
    { text: text.slice(0, at), starts: starts.slice(0, joint), links: linksIn(links, 0, at), nodesOf },
    {
      text: text.slice(at),
      starts: starts.slice(joint).map((start) => start - at),
      links: linksIn(links, at, text.length),
      nodesOf: (piece) => nodesOf(piece + joint),
    },
  ];
}

/** The parts of links that lie in a part of the text, counted from its start. */
function linksIn(links: readonly TrialLink[], from: number, to: number): readonly TrialLink[] {
  return links
    .filter(({ start, end }) => start < to && end > from)
    .map((link) => ({
      ...link,
      start: Math.max(link.start, from) - from,
      end: Math.min(link.end, to) - from,
    }));
}
