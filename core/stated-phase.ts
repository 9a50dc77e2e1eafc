/** The phase a sentence says that its trial is of: from 2 to 3 in "phase 2/3". */
export interface StatedPhase {
  readonly from: number;
  readonly to: number;
}

const numeral = '(?:[1-4]|I{1,3}|IV)';
const written = String.raw`\bphase[\s-](${numeral})[ab]?(?:\s?(?:/|-|\u2013|to|and)\s?(?:phase\s)?(${numeral})[ab]?)?(?![\w.]\w|-[a-z])`;
const patterns = [
  // "a phase 3, double-blind trial"
  new RegExp(String.raw`${written}(?!\w)(?=[^.;:()]{0,80}\b(?:trial|study|RCT)\b)`, 'gi'),
  // "(NCT...; Phase 3, completed)", "NCT... | Phase 3"
  new RegExp(
    String.raw`\u2026\s?[,;:(\[|\u2013-]\s?(?:[^.;,()]{0,30}[;,|]\s)?${written}(?=\s?(?:[)\];,.|]|$))`,
    'gi',
  ),
];
const everyPhase = /\bphases?\b/gi;
/** Another trial, or a stretch of this one. */
const notItsPhase =
  /\b(?:previous\w*|earlier|prior|preceding|later|subsequent\w*|next|future|planned|following|follow-?up|supports?|supported|based|led|before|after|not|if|another|unlike|than|whereas|proceed\w*|advanc\w*|mov(?:ed?|ing)|continu\w*|extension|during|phases?\s(?:[1-4]|I{1,3}|IV)[ab]?\s(?:of|part|portion|component|will|was|is|ready|program(?:me)?)|(?:the|its|in|of|for) phase)\b/i;

/**
 * The phase a sentence says that the trial it is about is of; `undefined` where it does not surely say so. To be given as
 * `plainSentence` makes it.
 */
export function statedPhase(sentence: string): StatedPhase | undefined {
  if (notItsPhase.test(sentence) || [...sentence.matchAll(everyPhase)].length > 1) return undefined;
  const [only, ...others] = patterns.flatMap((pattern) => [...sentence.matchAll(pattern)]);
  if (only === undefined || others.some(([, from, to]) => from !== only[1] || to !== only[2]))
    return undefined;
  const [from = 0, to = from] = [only[1], only[2]].flatMap((each) =>
    each === undefined ? [] : [numberOf(each)],
  );
  return from < to || from === to ? { from, to } : undefined;
}

function numberOf(said: string): number {
  const roman = ['', 'I', 'II', 'III', 'IV'].indexOf(said.toUpperCase());
  return roman > 0 ? roman : Number(said);
}
