import type { Mention } from './mention.ts';

/** Settles overlaps as a reader does: left to right, the longest name wins and swallows what lies inside it. */
export function leftmostLongest<M extends Mention>(mentions: readonly M[]): M[] {
  if (mentions.length < 2) return [...mentions];
  const kept: M[] = [];
  let end = 0;
  for (const mention of [...mentions].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (mention.start < end) continue;
    kept.push(mention);
    end = mention.end;
  }
  return kept;
}
