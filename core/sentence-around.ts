/** Beyond so many characters on either side no sentence goes that a person reads. */
const furthest = 400;

// A mark that ends a sentence, the space behind it and the letter that begins the next; no dot inside
// "ClinicalTrials.gov" or "n=1.5" has the space.
const end = /[.!?]['")\]\u2019\u201D]?\s+(?=['"([\u2018\u201C]?[\p{Lu}\d])|\n\s*\n/gu;
// Nor ends one behind these.
const shortened =
  /(?:^|[\s(])(?:[A-Z]|No|Nos|Nr|Dr|Prof|Fig|Ref|Refs|vs|e\.g|i\.e|cf|al|approx|ca|St|Mr|Mrs|Ms|Inc|Ltd)\.$/;

/** The sentence in which `start` to `end` of a text stands, and where it begins; cut off where it is longer than any. */
export function sentenceAround(
  text: string,
  { start, end: stop }: { readonly start: number; readonly end: number },
): { readonly text: string; readonly start: number } {
  const from = Math.max(0, start - furthest);
  const window = text.slice(from, stop + furthest);
  let first = 0;
  let last = window.length;
  for (const mark of window.matchAll(end)) {
    const after = mark.index + mark[0].length;
    if (shortened.test(window.slice(Math.max(0, mark.index - 8), mark.index + 1))) continue;
    if (after <= start - from) first = after;
    else if (mark.index >= stop - from) {
      last = mark.index + 1;
      break;
    }
  }
  return { text: window.slice(first, last), start: from + first };
}
