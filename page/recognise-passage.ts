import type { Mention } from '@/core/mention.ts';
import type { Definition, Recogniser, UndecidedMention } from '@/core/recognise.ts';
import { jointInside, locate } from './locate.ts';
import type { Occurrence } from './occurrence.ts';
import type { Passage } from './passage.ts';

/** A passage that was read, and what it holds. */
export interface ReadPassage {
  readonly passage: Passage;
  /** Where names stand that mean one thing. */
  readonly sure: readonly Occurrence[];
  /** Abbreviations that wait for what the whole page says. */
  readonly undecided: readonly UndecidedMention[];
  readonly definitions: readonly Definition[];
}

/** A long passage is recognised in pieces of this many characters, so that the page is not kept waiting. */
const longestPiece = 32_768;

/**
 * Recognises a passage. Where a mention would reach over something that the page's style sets apart, the passage was
 * two: each is recognised by itself. `undefined` is given where it is a good moment to pause.
 */
export function* recognisePassage(
  passage: Passage,
  recogniser: Recogniser,
): Generator<ReadPassage | undefined> {
  const rest = [passage];
  for (let next = rest.pop(); next; next = rest.pop()) {
    const sure: Occurrence[] = [];
    const undecided: UndecidedMention[] = [];
    const definitions: Definition[] = [];
    let joint: number | undefined;
    for (const [start, end] of piecesOf(next.text)) {
      if (start > 0) yield undefined;
      const found = recogniser.recognise(next.text.slice(start, end));
      const mentions = found.mentions.map((mention) => moved(mention, start));
      const doubtful = found.undecided.map((mention) => moved(mention, start));
      joint = firstJoint(next, [...mentions, ...doubtful]);
      if (joint !== undefined) break;
      for (const mention of mentions) sure.push(locate(next, mention));
      undecided.push(...doubtful);
      definitions.push(...found.definitions);
    }
    if (joint === undefined) yield { passage: next, sure, undecided, definitions };
    else rest.push(...splitAt(next, joint).reverse());
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

function firstJoint(passage: Passage, mentions: readonly Mention[]): number | undefined {
  if (passage.nodes.length === 1) return undefined;
  for (const mention of mentions) {
    const joint = jointInside(passage, mention);
    if (joint !== undefined) return joint;
  }
  return undefined;
}

/** The nodes before the joint, and those from it on. */
function splitAt({ text, nodes, starts, container }: Passage, joint: number): [Passage, Passage] {
  const at = starts[joint] ?? text.length;
  return [
    { text: text.slice(0, at), nodes: nodes.slice(0, joint), starts: starts.slice(0, joint), container },
    {
      text: text.slice(at),
      nodes: nodes.slice(joint),
      starts: starts.slice(joint).map((start) => start - at),
      container,
    },
  ];
}
