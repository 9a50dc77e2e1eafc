import type { Mention } from '@/core/mention.ts';
import { isApartBetween } from './is-apart.ts';
import type { Boundary, Occurrence } from './occurrence.ts';
import type { Passage } from './passage.ts';

/** Where a mention stands on the page. Ask `jointInside` first whether it may. */
export function locate(passage: Passage, mention: Mention): Occurrence {
  return {
    mention,
    text: passage.text.slice(mention.start, mention.end),
    place: {
      start: boundaryAt(passage, mention.start, 'start'),
      end: boundaryAt(passage, mention.end, 'end'),
    },
  };
}

/**
 * Where a mention would reach over something that the page's style sets apart: the first node of the passage behind it.
 * `undefined` when the mention is one run of text to a reader.
 */
export function jointInside({ nodes, starts }: Passage, mention: Mention): number | undefined {
  const last = nodeAt(starts, mention.end - 1);
  let before = nodeAt(starts, mention.start);
  for (let index = before + 1; index <= last; index++) {
    const [left, right] = [nodes[before], nodes[index]];
    if (left && right && isApartBetween(left, right)) return index;
    before = index;
  }
  return undefined;
}

/** A start belongs to the node whose character follows, an end to the node whose character precedes. */
function boundaryAt({ nodes, starts }: Passage, offset: number, side: 'start' | 'end'): Boundary {
  const index = nodeAt(starts, side === 'start' ? offset : offset - 1);
  const [node, start] = [nodes[index], starts[index]];
  if (!node || start === undefined) throw new RangeError(`No text at ${offset}`);
  return { node, offset: offset - start };
}

/** The last node that starts at or before the offset. */
function nodeAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
