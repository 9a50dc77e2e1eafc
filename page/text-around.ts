import { blockAround } from './block-around.ts';
import { dataOf, shadowRootAround, textsIn } from './dom.ts';
import type { Occurrence } from './occurrence.ts';

/** So much is given on either side, in UTF-16 units: no sentence reaches further. */
const reach = 400;

/** The text of its paragraph in which a mention stands, as far as its sentence can go; and where in it. */
export function textAround({ place: { start }, text }: Occurrence): {
  readonly text: string;
  readonly start: number;
  readonly end: number;
} {
  const block = blockAround(start.node);
  // What lies directly in a shadow tree has the host around it, which holds other text.
  const within = block?.contains(start.node) ? block : shadowRootAround(start.node);
  let whole = '';
  let from = Number.NaN;
  for (const node of within ? textsIn(within) : [start.node]) {
    if (node === start.node) from = whole.length + start.offset;
    whole += dataOf(node);
    if (whole.length > from + text.length + reach) break;
  }
  // A page that moved it away since it was read.
  if (Number.isNaN(from)) return { text, start: 0, end: text.length };
  const first = Math.max(0, from - reach);
  const end = from + text.length;
  return { text: whole.slice(first, end + reach), start: from - first, end: end - first };
}
