/** How many people a sentence says that its trial has. */
export interface StatedParticipants {
  readonly count: number;
  /** It is what was planned. */
  readonly isPlanned: boolean;
}

// Numbers that count no people, and what stands with them: taken out before the rest is read.
const date = String.raw`(?:[A-Z][a-z]+\.?\s)?(?:\d{1,2},?\s)?(?:[A-Z][a-z]+\.?\s)?(?:19|20)\d\d`;
const range = String.raw`\d+(?:\.\d+)?(?:\s?(?:-|\u2013|to|or|and|/)\s?\d+(?:\.\d+)?)?`;
const notPeople: readonly RegExp[] = [
  /\[[\d,;\s\u2013-]+\]/g,
  new RegExp(String.raw`\b(?:between|from)\s${date}\s?(?:and|to|through|until|\u2013|-)\s?${date}`, 'gi'),
  new RegExp(
    String.raw`\baged?\s(?:between\s)?${range}(?:\s?years?)?(?:\s(?:and|or)\s(?:older|over|above))?`,
    'gi',
  ),
  new RegExp(String.raw`\b${range}\s?(?:-\s?)?years?\s(?:of age|old|and older)`, 'gi'),
  new RegExp(
    String.raw`\b${range}[\s-]?(?:mg|g|kg|\u00B5g|\u03BCg|mcg|ml|weeks?|days?|months?|years?|hours?|h|min(?:utes)?|mm|cm|IU|sessions?|visits?|times|doses?|points?|sites?|cent(?:er|re)s?|hospitals?|clinics?|countries)\b(?:/\w+)?`,
    'gi',
  ),
  /\b\d+:\d+(?::\d+)*\b(?:\sratio)?/g,
  /\bphase[\s-]?\d[ab]?(?:\s?\/\s?\d[ab]?)?/gi,
  /\b[A-Za-z]+[A-Za-z.]*-\d+\b/g,
  /\b(?:fig(?:ure)?|table|ref(?:erence)?s?|appendix|no|number|grant|section|type|grade|stage|day|week|month|year|visit|version|part|step|protocol)\.?\s\d+\w*/gi,
];
const yearAlone =
  /(?<![\d-])(?:19|20)\d\d(?![\d-]|\s(?:[a-z-]+\s){0,3}(?:participants|patients|people|subjects))/g;

const anyone =
  '(?:participants|patients|people|subjects|individuals|volunteers|persons|adults|outpatients|inpatients|veterans|smokers)';
/** People of one sex or age may be a part; only where a trial is "of" or "in" them they are all. */
const someone =
  '(?:women|men|children|adolescents|youths|girls|boys|infants|students|soldiers|mothers|drinkers|users)';
const between = String.raw`(?:(?!(?:of|with|and|or|in|at|on|from|for|to|who|whose|were|was|had|the|by|per)\s)[A-Za-z][\w'/-]*\s){0,5}?`;
const people = `${between}${anyone}\\b`;
const N = String.raw`(?<![\d.,/\u2013-])(\d{1,6})(?![\d/\u2013]|[.,]\d|-\d)`;
const trial = '(?:trial|study|RCT|experiment)';
const took =
  '(?:enrol(?:l?ed|l?ing|l?s|l)?|randomi[sz](?:ed|es|e|ing)|recruit(?:ed|s|ing)?|involv(?:ed|es|ing)|compris(?:ed|es|ing)|consist(?:ed|s|ing) of|(?:assigned|allocated)|sample (?:size )?of)';
const isTaken = String.raw`(?:enrol(?:l)?ed|randomi[sz]ed|recruited|included|(?:randomly |randomly and \w+ )?(?:assigned|allocated))`;
const verbs = String.raw`(?:found|show\w*|observ\w*|demonstrat\w*|suggest\w*|reveal\w*|led|result\w*|improv\w*|reduc\w*|increas\w*|occur\w*|develop\w*|had|has|did|was|were|is|are|saw|noted|described|gave|produced|caused|that|which|who)`;
const nounPhrase = String.raw`(?:\s?\([^()]*\))?(?:,?\s(?!${verbs}\b)[\w'/\u2026-]+){0,12}?`;

const frames: readonly RegExp[] = [
  // "enrolled 120 adult outpatients", "a total of 120 patients"
  `\\b${took}\\s(?:a (?:total|sample) of\\s)?${N}\\s${people}`,
  // "included 120 patients." and no more: with more it may be a part of them.
  `\\b(?:includ(?:ed|es)|has|had)\\s(?:a total of\\s)?${N}\\s${people}(?=\\s?(?:[.,;)]|\\(|$|in total))`,
  // "120 patients with depression were randomised"
  `${N}\\s${people}(?:\\s?\\([^()]*\\))?(?:,?\\s(?:with|having|suffering|diagnosed|meeting|seeking)\\s[^.;()]{1,80}?)?,?\\s(?:were|was|have been|are|will be|are being|are to be)\\s${isTaken}`,
  // "120 people took part"
  `${N}\\s${people}(?:\\s?\\([^()]*\\))?\\s(?:took part|participated)`,
  // "a randomised trial of naltrexone in 120 women"
  `\\b${trial}\\b${nounPhrase}\\s(?:in|of|with|among|on|involving|enrolling|including|comprising)\\s(?:a total of\\s)?${N}\\s${between}(?:${anyone}|${someone})\\b`,
  `\\b(?:conducted|performed|carried out|undertaken|done|run|tested|studied)\\s(?:in|with|on|among)\\s${N}\\s${between}(?:${anyone}|${someone})\\b`,
  // "a 120-patient trial"
  `${N}[\\s-](?:patient|participant|person|subject)\\b(?:[\\s,][^.;()]{0,60})?\\b${trial}\\b`,
  // "(N = 120; NCT...)", "NCT... (n = 120)", "the study (n = 120)", "participants (n = 120) were randomised"
  `\\([^()]*\\bn\\s?=\\s?${N}[^()]*\\u2026[^()]*\\)`,
  `\\([^()]*\\u2026[^()]*\\bn\\s?=\\s?${N}[^()]*\\)`,
  `\\u2026[\\s,;:|([\\u2013-]+n\\s?=\\s?${N}`,
  `\\b${trial}\\s\\(n\\s?=\\s?${N}[^()]*\\)`,
  `\\b${anyone}\\s\\(n\\s?=\\s?${N}\\)\\s(?:were|are)\\s${isTaken}`,
  // "Enrollment (actual): 120", "sample size was 120"
  `\\b(?:enrol(?:l)?ments?|sample size|number of ${anyone}|participants)(?:\\s\\(?(?:actual|estimated|anticipated|planned)\\)?)?(?:\\s(?:was|is|of)|\\s?[:=])\\s?${N}`,
  // "NCT... enrolled 120."
  `(?:\\u2026|\\b${trial})\\)?\\s(?:enrol(?:l)?ed|randomi[sz]ed|recruited)\\s${N}(?=\\s?(?:[.,;)]|$))`,
].map((source) => new RegExp(source, 'gi'));

/** Where these stand a number may be of a part, of a guess or of something else. */
const notTheWhole =
  /\b(?:screen\w*|assess\w*|eligib\w*|invit\w+|approached|contacted|referred|consent\w*|interview\w*|survey\w*|each|per|groups?|arms?|cohorts?|(?<!t(?:ake|akes|aken|aking|ook) )parts?|sub-?(?:set|group|sample|study)\w*|sub-?population\w*|population|pool\w*|meta|review\w*|secondary|ancillary|nested|post[- ]hoc|(?<!placebo-|-)controls|data|samples|scans|records|complet\w+|analy\w+|withdr\w+|drop\w*|discontinu\w+|surviv\w+|respon[ds]\w*|relaps\w*|died|follow\w*|interim|first|last|second|additional|further|another|also|unlike|than|whereas|contrast|previous\w*|prior|earlier|preceding|similar\w*|fewer|less|least|most|about|around|approximately|roughly|circa|some|up to|nearly|almost|over|under|only|just|of whom|of them|of these|of which|were treated|remaining|rest|so far|to date|until|by the end|(?:our|one|this|each|local|own) (?:site|cent(?:er|re)|clinic|hospital)|our (?:sample|patients)|placebo group|pilot\w*|extension|if|whether|not|originally|initially|instead|increased|reduced|amended|dyads?|couples|families|households|clusters?)\b|[~<>\u2264\u2265\u00B1%]|\bca\.|\+/i;
const partOf = new RegExp(
  String.raw`\b${anyone}\s(?:who\s(?:\w+\s){0,2}|previously\s|already\s)?${isTaken}\b`,
  'i',
);
const until = /\b(?:in|by|as of|since|until|through|during|before|after)\s(?:[A-Z][a-z]+\s)?(?:19|20)\d\d\b/i;
/** Some of them may be elsewhere. */
const somewhere = /\b(?:in|from|at|across)\s(?:the\s)?(?!ClinicalTrials)[A-Z][a-z]/;
const planned =
  /\b(?:plan\w*|will|aims?|aiming|target\w*|expect\w*|anticipat\w*|intend\w*|design\w* to|(?:to|is|are|be) (?:be )?(?:enrol|recruit|includ|randomi)\w*|(?:is|are) being|enrol(?:l)?s|recruits|propos\w*|needed|required|appropriate|adequate|calculat\w*|power\w*|sufficient|estimat\w*|projected|protocol)\b/i;

/**
 * How many people a sentence says that the trial it is about has; `undefined` where it does not surely say so. To be given
 * as `plainSentence` makes it.
 */
export function statedParticipants(sentence: string): StatedParticipants | undefined {
  const counting = notPeople.reduce((text, pattern) => text.replace(pattern, ' '), sentence);
  if (until.test(counting) || somewhere.test(counting) || partOf.test(counting)) return undefined;
  const rest = counting.replace(yearAlone, ' ').replace(/\s+/g, ' ');
  if (notTheWhole.test(rest)) return undefined;
  // Another number may be of the rest of them, or of another trial.
  const numbers = rest.match(/\d+(?:\.\d+)?/g) ?? [];
  const [only, ...others] = new Set(numbers);
  // "Twenty patients (n = 20)" says it twice, "20 patients and 20 volunteers" does not.
  if (numbers.length > 1 + (rest.match(/\(n\s?=/gi)?.length ?? 0)) return undefined;
  if (only === undefined || others.length > 0 || !frames.some((frame) => holds(frame, rest)))
    return undefined;
  const count = Number(only);
  return count === 0 || !Number.isInteger(count) ? undefined : { count, isPlanned: planned.test(sentence) };
}

function holds(frame: RegExp, text: string): boolean {
  frame.lastIndex = 0;
  return frame.test(text);
}
