import { sentenceAround } from '@/core/sentence-around.ts';
import { blockAround } from './block-around.ts';
import { dataOf, shadowRootAround, textsIn } from './dom.ts';
import type { Occurrence } from './occurrence.ts';

/** No sentence reaches further beyond a mention, in UTF-16 units. */
const reach = 400;

/** The sentence of its paragraph in which a mention stands. */
export function sentenceOf({ place: { start }, text }: Occurrence): string {
  const block = blockAround(start.node);
  // What lies directly in a shadow tree has the host around it, which holds other text.
  const within = block?.contains(start.node) ? block : shadowRootAround(start.node);
  let whole = '';
  let from = 0;
  for (const node of within ? textsIn(within) : [start.node]) {
    if (node === start.node) from = whole.length + start.offset;
    whole += dataOf(node);
    if (from > 0 && whole.length > from + text.length + reach) break;
  }
  return sentenceAround(whole, { start: from, end: from + text.length }).text;
}
