/** So much of one text a card shows. */
const longest = 1000;

// Controls, direction marks and invisible characters can make a text read as another; a surrogate alone is no character.
const deceiving = /[\p{Cc}\p{Cf}\p{Cs}]/gu;

/**
 * A text of somebody else as it may be shown: one line, nothing unseen in it, at most 1000 characters. `undefined` when
 * nothing is left.
 */
export function cleanText(text: string | null | undefined): string | undefined {
  if (text === undefined || text === null) return undefined;
  const clean = text
    .replace(/[\t\n\r\u2028\u2029]+/g, ' ')
    .replace(deceiving, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (clean === '') return undefined;
  return clean.length <= longest
    ? clean
    : `${clean
        .slice(0, longest)
        .replace(/\p{Cs}$/u, '')
        .trimEnd()}…`;
}
