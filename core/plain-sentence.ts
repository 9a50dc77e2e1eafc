import { findIdentifiers } from './find-identifiers.ts';

const small = [
  ...['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  ...['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
];
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const values = new Map([
  ...small.map((word, index) => [word, index + 1] as const),
  ...tens.map((word, index) => [word, (index + 2) * 10] as const),
]);
const numberWord = [...values.keys(), 'hundred', 'thousand'].join('|');
const numberWords = new RegExp(
  String.raw`\b(?:a\s(?=hundred|thousand))?(?:${numberWord})(?:(?:\s|-|,\s|\sand\s)(?:${numberWord}))*\b`,
  'gi',
);

/**
 * A sentence as its numbers, statuses and phases are read: identifiers as an ellipsis, numbers in digits and without
 * separators, plain spaces, nothing unseen. Words for numbers below ten stay: "one of two groups" counts nobody.
 */
export function plainSentence(sentence: string): string {
  return withoutIdentifiers(sentence)
    .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g, '')
    .replace(/(?<=\d)[,\u2009\u00A0\u202F'\u2019](?=\d{3}(?!\d))/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(numberWords, (words) => {
      const value = numberOf(words);
      return value < 10 ? words : String(value);
    });
}

function withoutIdentifiers(sentence: string): string {
  let plain = '';
  let at = 0;
  for (const { start, end } of findIdentifiers(sentence)) {
    plain += `${sentence.slice(at, start)}\u2026`;
    at = end;
  }
  return plain + sentence.slice(at);
}

function numberOf(words: string): number {
  let thousands = 0;
  let value = 0;
  for (const word of words.toLowerCase().split(/[\s,-]+/)) {
    if (word === 'thousand') {
      thousands = (value || 1) * 1000;
      value = 0;
    } else if (word === 'hundred') value = (value || 1) * 100;
    else value += values.get(word) ?? 0;
  }
  return thousands + value;
}
