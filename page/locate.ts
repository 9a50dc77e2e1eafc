import type { Mention } from '@/core/mention.ts';
import { dataOf } from './dom.ts';
import { isApartBetween } from './is-apart.ts';
import { isWordUnit } from './is-joint-apart.ts';
import type { Boundary, Occurrence } from './occurrence.ts';
import type { Passage } from './passage.ts';

/** Where a mention stands on the page, `undefined` for nowhere. Ask `jointInside` first whether it may. */
export function locate<M extends Mention>(passage: Passage, mention: M): Occurrence<M> | undefined {
  const start = boundaryAt(passage, mention.start, 'start');
  const end = boundaryAt(passage, mention.end, 'end');
  if (!start || !end) return undefined;
  return { mention, text: passage.text.slice(mention.start, mention.end), place: { start, end } };
}

/**
 * Where a mention would reach over something that the page's style sets apart: the first piece of the passage behind it.
 * `undefined` when the mention is one run of text to a reader.
 */
export function jointInside(
  { text, starts, nodesOf }: Passage,
  start: number,
  end: number,
): number | undefined {
  const last = pieceAt(starts, end - 1);
  let before = pieceAt(starts, start);
  for (let index = before + 1; index <= last; index++) {
    const joint = starts[index] ?? 0;
    // Where two words would touch, the passage is whole already because nothing sets them apart.
    if (isWordUnit(text.charCodeAt(joint - 1)) && isWordUnit(text.charCodeAt(joint))) {
      before = index;
      continue;
    }
    const [left, right] = [nodesOf(before).at(-1), nodesOf(index)[0]];
    if (left && right && isApartBetween(left, right)) return index;
    before = index;
  }
  return undefined;
}

/** A start belongs to the node whose character follows, an end to the node whose character precedes. */
function boundaryAt(
  { starts, nodesOf }: Passage,
  offset: number,
  side: 'start' | 'end',
): Boundary | undefined {
  const inside = side === 'start' ? offset : offset - 1;
  const piece = pieceAt(starts, inside);
  const nodes = nodesOf(piece);
  let start = starts[piece] ?? 0;
  if (nodes.length === 1 && nodes[0]) return { node: nodes[0], offset: offset - start };
  for (const node of nodes) {
    const { length } = dataOf(node);
    if (inside < start + length) return { node, offset: offset - start };
    start += length;
  }
  return undefined;
}

/** The last piece that starts at or before the offset. */
function pieceAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
