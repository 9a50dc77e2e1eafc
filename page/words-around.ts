import { blockAround } from './block-around.ts';
import { dataOf, shadowRootAround, textsIn } from './dom.ts';
import type { Occurrence } from './occurrence.ts';

/** So much is given on either side, in UTF-16 units; a word is not cut, a very long one is left out. */
const reach = 40;

/** What stands around a mention in its paragraph, with single spaces; an ellipsis where more stands there. */
export function wordsAround({ place: { start }, text }: Occurrence): {
  readonly before: string;
  readonly after: string;
} {
  const block = blockAround(start.node);
  // What lies directly in a shadow tree has the host around it, which holds other text.
  const within = block?.contains(start.node) ? block : shadowRootAround(start.node);
  let whole = '';
  let from = 0;
  for (const node of within ? textsIn(within) : [start.node]) {
    if (node === start.node) from = whole.length + start.offset;
    whole += dataOf(node);
    if (whole.length > from + text.length + 2 * reach && from > 0) break;
  }
  const to = from + text.length;
  return { before: ending(whole.slice(0, from)), after: beginning(whole.slice(to)) };
}

function ending(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trimStart();
  return flat.length <= reach ? flat : `… ${flat.slice(-reach).replace(/^\S*\s/, '')}`;
}

function beginning(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trimEnd();
  return flat.length <= reach ? flat : `${flat.slice(0, reach).replace(/\s\S*$/, '')} …`;
}
