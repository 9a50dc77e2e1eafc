import type { StatusCode } from './registry-codes.ts';

/** What a sentence says of how its trial stands, and the registry's statuses that agree with it. */
export interface StatedStatus {
  readonly words: string;
  readonly agree: readonly StatusCode[];
}

const open = ['RECRUITING', 'ENROLLING_BY_INVITATION'] as const;
const going = [...open, 'ACTIVE_NOT_RECRUITING', 'NOT_YET_RECRUITING'] as const;
/** As pages call it. */
const statuses: readonly (readonly [said: string, agree: readonly StatusCode[]])[] = [
  ['recruiting', open],
  ['enrolling', open],
  ['ongoing', going],
  ['underway', going],
  ['under way', going],
  ['in progress', going],
  ['completed', ['COMPLETED']],
  ['terminated', ['TERMINATED']],
  ['withdrawn', ['WITHDRAWN']],
  ['suspended', ['SUSPENDED']],
];
/** As registries label it: these words alone, behind the identifier or the word status. */
const labels: readonly (readonly [said: string, agree: readonly StatusCode[]])[] = [
  ['active, not recruiting', ['ACTIVE_NOT_RECRUITING']],
  ['not yet recruiting', ['NOT_YET_RECRUITING']],
  ['enrolling by invitation', ['ENROLLING_BY_INVITATION']],
  ...statuses,
];
const either = (list: typeof statuses): string => list.map(([said]) => said).join('|');
const adverb = '(?:currently|now|still|already|presently|since)';
const label = new RegExp(
  String.raw`(?:\u2026\s?(?:[,;:(\[|\u2013-]\s?)+(?:[^.;,()]{0,30}[;,|]\s)?|\bstatus(?:\sof\s(?:the\strial\s)?\u2026)?\s?(?::|is|was|=)\s?)(?:(?:recruitment\s)?status:?\s?)?(?:${adverb}\s)?(${either(labels)})(?=\s?(?:[)\];,.|]|$))`,
  'gi',
);
const about = String.raw`(?:\s(?:of|in|on|for|with|evaluating|testing|comparing|examining|investigating)\s[\w\s/'-]{1,60}?)?`;
const patterns = [
  // "the trial (...) of naltrexone is recruiting", "NCT... has been completed": nothing else comes between.
  new RegExp(
    String.raw`(?:\b(?:trial|study)|\u2026)(?:\s?\([^()]*\)|\))?${about}(?:\s?\([^()]*\))?,?\s(?:(?:which|that)\s)?(?:is|has been|has since been|was|remains)\s(?:${adverb}\s)?(${either(statuses)})\b`,
    'gi',
  ),
  label,
];
/** "an ongoing trial (...)", "the completed phase 2 study ...": what follows the identifier is of something else. */
const described = new RegExp(
  String.raw`^.*?\b(${either(statuses)})\s(?:(?!(?:the|of|in|for|to|by|from|with|and|or|was|were|is|are|an?)\s)[\w,-]+\s){0,5}(?:trial|study)\b[^.;]{0,60}?\u2026`,
  'i',
);
/** Something of the trial, not the trial; then, not now; or in doubt. */
const noStatus =
  /\b(?:not|never|no longer|yet|nor|if|whether|when|while|until|once|after|before|will|would|may|might|could|should|expected|planned|about to|soon|patients?|participants?|recruitment|enrol(?:l)?ment|accrual|collection|analysis|analyses|dosing|treatment|therapy|medication|drug|visits?|randomi[sz]ation|registration|phase [\d IVab/]+ (?:is|was|has been)|sites|arm|cohort|part|extension|follow-up|was (?:recruiting|enrolling|ongoing|underway|in progress)|at the time|in (?:[A-Z][a-z]+ )?(?:19|20)\d\d|as of|trials|studies|previously|formerly|originally|initially|briefly|temporarily|prematurely completed|nearly|almost|partially|successfully? (?:recruiting|enrolling))\b/i;

/**
 * What a sentence says of how the trial it is about stands; `undefined` where it does not surely say so. To be given as
 * `plainSentence` makes it.
 */
export function statedStatus(sentence: string): StatedStatus | undefined {
  // "recruiting participants" is no part of them; a registry's label stands for itself, "not" and all.
  const read = sentence
    .replace(
      /\b(recruiting|enrolling)\s(?:new\s)?(?:participants|patients|volunteers|subjects|people)\b/gi,
      '$1',
    )
    .replace(/\b(?:recruitment|overall) status\b/gi, 'status');
  const isLabelled = [...read.matchAll(label)].length === 1;
  const [describing, description] = described.exec(read) ?? [];
  const said = new Set<string>();
  if (description !== undefined && describing !== undefined && !noStatus.test(describing))
    said.add(description.toLowerCase());
  if (!noStatus.test(isLabelled ? read.replace(label, ' ') : read)) {
    for (const pattern of isLabelled ? [label] : patterns)
      for (const [, word = ''] of read.matchAll(pattern)) said.add(word.toLowerCase());
  }
  const [words, ...others] = said;
  const agree = labels.find(([known]) => known === words)?.[1];
  return words === undefined || others.length > 0 || agree === undefined ? undefined : { words, agree };
}
