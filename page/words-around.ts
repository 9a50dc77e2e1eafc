import type { Occurrence } from './occurrence.ts';
import { textAround } from './text-around.ts';

/** So much is given on either side, in UTF-16 units; a word is not cut, a very long one is left out. */
const reach = 40;

/** What stands around a mention in its paragraph, with single spaces; an ellipsis where more stands there. */
export function wordsAround(occurrence: Occurrence): { readonly before: string; readonly after: string } {
  const { text, start, end } = textAround(occurrence);
  return { before: ending(text.slice(0, start)), after: beginning(text.slice(end)) };
}

function ending(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trimStart();
  return flat.length <= reach ? flat : `… ${flat.slice(-reach).replace(/^\S*\s/, '')}`;
}

function beginning(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trimEnd();
  return flat.length <= reach ? flat : `${flat.slice(0, reach).replace(/\s\S*$/, '')} …`;
}
