import { findIdentifiers } from './find-identifiers.ts';
import type { Phase, RecordFacts, StatusCode } from './record-facts.ts';

/** Something the page says of a trial that the registry says otherwise. */
export interface PageDifference {
  readonly about: 'participants' | 'status' | 'phase';
  /** As each of them has it: "120", "recruiting", "phase 3". */
  readonly page: string;
  readonly registry: string;
}

/** What of a record a page is held against. */
export type ComparedFacts = Pick<RecordFacts, 'id' | 'askedAs' | 'enrolment' | 'status' | 'phases'>;

/**
 * Where a sentence that names one trial states a number of participants, a status or a phase that differs from the
 * record. What is not surely said of that trial as a whole (a part of it, a plan, a doubt, another trial) is passed over
 * in silence: a missed difference costs the reader less than one that is none. Nothing where several trials are named.
 */
export function pageAgainstRecord(sentence: string, facts: ComparedFacts): PageDifference[] {
  const named = new Set(findIdentifiers(sentence).map(({ id }) => id));
  const isOurs = named.has(facts.id) || (facts.askedAs !== undefined && named.has(facts.askedAs));
  if (
    !isOurs ||
    named.size > 1 ||
    /\b(?:two|three|four|both|several|other|these|those)\s+(?:[\w-]+\s+){0,3}(?:trials|studies)\b/i.test(
      sentence,
    )
  )
    return [];
  const plain = withoutIdentifiers(sentence);
  return [participants(plain, facts), status(plain, facts), phase(plain, facts)].filter(
    (difference) => difference !== undefined,
  );
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

const people = '(?:participants|patients|people|subjects|individuals|volunteers|persons)';
const count = String.raw`(?<![\d.,\u2013-])(\d{1,3}(?:[,\u2009\u00A0]\d{3})+|\d{1,6})(?![\d%]|[.,]\d|\s?%)`;
/** "120 patients", "120 adult outpatients with", "n = 120", "enrolled 120", "a 120-patient trial". */
const numbers = [
  new RegExp(
    `${count}[\\s-](?:[a-z-]+\\s){0,2}?(?:out-?)?(?:${people}|patient|participant|subject|person)\\b`,
    'gi',
  ),
  new RegExp(String.raw`\bn\s?=\s?${count}`, 'gi'),
  new RegExp(
    String.raw`\b(?:enrol(?:l?ed|l?ing|s|ls|l)?|randomi[sz]ed|recruited|included|sample size of|total of)\s${count}`,
    'gi',
  ),
];
/** Where these stand a number may be of a part, of a plan or of something else. */
const notTheWhole =
  /\b(?:screen\w*|assess\w*|eligib\w*|each|per|groups?|arms?|cohorts?|(?<!t(?:ake|akes|aken|aking|ook) )parts?|subset\w*|subgroup\w*|complet\w+|analy\w+|withdr\w+|drop\w*|discontinu\w+|surviv\w+|respon[ds]\w*|follow\w*|interim|first|additional|further|another|more|fewer|less|least|most|about|around|approximately|roughly|up to|nearly|almost|over|under|only|of whom|of them|were assigned|allocated|received|remaining|so far|to date|until|by the end|sites?|cent(?:er|re)s?|placebo group|aged?|years?|pilot|substudy|sub-study|extension|if|whether|not|originally|initially|instead)\b|[~<>\u2264\u2265\u00B1%]/i;
const planned =
  /\b(?:plan\w*|will|aims?|aiming|target\w*|expect\w*|anticipat\w*|intend\w*|to (?:enrol|recruit|include|randomi)\w*|estimated|projected)\b/i;

function participants(sentence: string, { enrolment }: ComparedFacts): PageDifference | undefined {
  // "placebo-controlled", "open-label, 12-week": what describes the trial is none of the words that make a part of it.
  if (enrolment?.kind === undefined || notTheWhole.test(sentence)) return undefined;
  if (planned.test(sentence) !== (enrolment.kind === 'planned')) return undefined;
  const said = new Set<number>();
  for (const pattern of numbers)
    for (const [, number = ''] of sentence.matchAll(pattern)) said.add(Number(number.replace(/\D/g, '')));
  const [only, ...others] = said;
  if (only === undefined || others.length > 0 || only === 0 || only === enrolment.count) return undefined;
  return { about: 'participants', page: String(only), registry: String(enrolment.count) };
}

/** What a page may call a trial, and the registry's statuses that agree with it. */
const statuses: readonly (readonly [said: string, agree: readonly StatusCode[]])[] = [
  ['recruiting', ['RECRUITING', 'ENROLLING_BY_INVITATION']],
  ['enrolling', ['RECRUITING', 'ENROLLING_BY_INVITATION']],
  ['ongoing', ['RECRUITING', 'ENROLLING_BY_INVITATION', 'ACTIVE_NOT_RECRUITING', 'NOT_YET_RECRUITING']],
  ['completed', ['COMPLETED']],
  ['terminated', ['TERMINATED']],
  ['withdrawn', ['WITHDRAWN']],
  ['suspended', ['SUSPENDED']],
];
const saidStatus = statuses.map(([said]) => said).join('|');
const adverb = '(?:currently|now|still|already|presently|since)';
const statusPatterns = [
  // "the trial (…) is recruiting", "… is still recruiting"
  new RegExp(
    String.raw`(?:\b(?:trial|study)\b|\u2026)\)?[^.;]{0,40}?\b(?:is|has been|has since been|was|remains)\s(?:${adverb}\s)?(${saidStatus})\b`,
    'gi',
  ),
  // "(…, recruiting)", "(…; status: completed)"
  new RegExp(String.raw`\u2026\s?[,;:(\[]\s?(?:status:?\s)?(?:${adverb}\s)?(${saidStatus})\s?[)\];,.]`, 'gi'),
  // "an ongoing trial (…)", "the completed study …"
  new RegExp(String.raw`\b(${saidStatus})\s(?:[\w-]+\s){0,4}(?:trial|study)\b[^.;]{0,20}\u2026`, 'gi'),
];
const noStatus =
  /\b(?:not|never|no longer|yet|nor|if|whether|when|while|until|once|after|before|will|would|may|might|could|should|expected|planned|about to|soon|patients?|participants?|phase [\d IVab/]+ (?:is|was|has been)|recruiting (?:patients|participants|sites)|arm|cohort|part|extension|follow-up|was (?:recruiting|enrolling|ongoing)|at the time|in (?:19|20)\d\d|as of|trials|studies)\b/i;

function status(sentence: string, { status: known }: ComparedFacts): PageDifference | undefined {
  if (known === undefined || known.code === 'UNKNOWN' || noStatus.test(sentence)) return undefined;
  const said = new Set<string>();
  for (const pattern of statusPatterns)
    for (const [, word = ''] of sentence.matchAll(pattern)) said.add(word.toLowerCase());
  const [only, ...others] = said;
  const agree = statuses.find(([word]) => word === only)?.[1];
  if (only === undefined || others.length > 0 || agree === undefined || agree.includes(known.code))
    return undefined;
  return { about: 'status', page: only, registry: known.words.toLowerCase() };
}

const numeral = '(?:[1-4]|I{1,3}|IV)';
const phasePattern = new RegExp(
  String.raw`\bphase[\s-](${numeral})([ab])?(?:\s?(?:/|-|\u2013|to|and)\s?(?:phase\s)?(${numeral})([ab])?)?(?![\w.])(?=[^.;:()]{0,80}\b(?:trial|study|RCT)\b)`,
  'gi',
);
const everyPhase = /\bphases?\b/gi;
/** Another trial, or a stretch of this one. */
const notItsPhase =
  /\b(?:previous|earlier|prior|preceding|later|subsequent|next|future|planned|following|follow-?up|supports?|supported|based|led|before|after|not|if|another|proceed\w*|advanc\w*|mov(?:ed?|ing)|continu\w*|extension|phases?\s(?:[1-4]|I{1,3}|IV)[ab]?\s(?:of|part|portion|component|will|was|is)|(?:the|its|in) phase)\b/i;

function phase(sentence: string, { phases }: ComparedFacts): PageDifference | undefined {
  if (phases.length === 0 || notItsPhase.test(sentence)) return undefined;
  const said = [...sentence.matchAll(phasePattern)];
  const [only, ...others] = said;
  if (only === undefined || others.length > 0 || [...sentence.matchAll(everyPhase)].length > 1)
    return undefined;
  const numbersSaid = [only[1], only[3]].flatMap((written) =>
    written === undefined ? [] : [numberOf(written)],
  );
  const [from = 0, to = from] = numbersSaid;
  // Early phase 1 is called phase 1 or 0 elsewhere.
  const recorded = phases.map((code) => recordedNumber(code)).filter((number) => number !== undefined);
  const isSame = recorded.length > 0 && Math.min(...recorded) === from && Math.max(...recorded) === to;
  if (isSame) return undefined;
  const page = from === to ? `phase ${from}` : `phase ${from}/${to}`;
  const registry =
    recorded.length === 0 ? 'no phase (not applicable)' : `phase ${[...new Set(recorded)].join('/')}`;
  return { about: 'phase', page, registry };
}

function numberOf(written: string): number {
  const roman = ['', 'I', 'II', 'III', 'IV'].indexOf(written.toUpperCase());
  return roman > 0 ? roman : Number(written);
}

function recordedNumber(code: Phase): number | undefined {
  return code === 'NA' ? undefined : Number(code.slice(-1));
}
