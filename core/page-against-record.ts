import type { PartialDate } from './civil-day.ts';
import { findIdentifiers } from './find-identifiers.ts';
import { plainSentence } from './plain-sentence.ts';
import type { RecordFacts } from './record-facts.ts';
import type { Phase } from './registry-codes.ts';
import { statedParticipants } from './stated-participants.ts';
import { statedPhase } from './stated-phase.ts';
import { statedStatus } from './stated-status.ts';

/** Something the page says of a trial that the registry says otherwise. */
export interface PageDifference {
  readonly about: 'participants' | 'status' | 'phase';
  /** As each of them has it: "120", "recruiting", "phase 3". */
  readonly page: string;
  readonly registry: string;
  /** The day the registry's side is of, as precise as it is known. */
  readonly asOf?: PartialDate;
  /** The registry was not asked: our copy of its record says so. */
  readonly isCopy?: true;
}

/** What of a record a page is held against. */
export interface ComparedFacts
  extends Pick<RecordFacts, 'id' | 'askedAs' | 'enrolment' | 'status' | 'phases'> {
  readonly updated?: PartialDate;
  /** It is our copy, which may be older than the page. */
  readonly isCopy?: true;
}

/** What a page is held against of a record that the registry gave. */
export function comparedFacts({
  id,
  askedAs,
  enrolment,
  status,
  phases,
  updated,
}: RecordFacts): ComparedFacts {
  return {
    id,
    phases,
    ...(askedAs !== undefined && { askedAs }),
    ...(enrolment && { enrolment }),
    ...(status && { status }),
    ...(updated !== undefined && { updated }),
  };
}

/** Of several trials at once, whatever numbers it has. */
const severalTrials =
  /\b(?:two|three|four|five|both|several|other|these|those|all|many|previous|\d+)\s(?:[\w-]+\s){0,3}(?:trials|studies|RCTs)\b|\b(?:trials|studies|RCTs)\b.*\b(?:respectively|both|each)\b/i;
/** Another one than the sentence's own: "the COMBINE trial", "a second study". */
const oneTrial =
  /\b(?:(?<own>this|the|our|present|current)\s)?(?:trial|study|RCT)\b(?!\s(?:regist\w+|number|id\b|identifier|no\b|drug|protocol|group|arm))/gi;

/**
 * Where a sentence that names one trial states a number of participants, a status or a phase that differs from the
 * record. What is not surely said of that trial as a whole (a part of it, a plan, a doubt, another trial) is passed over
 * in silence: a missed difference costs the reader less than one that is none. Nothing where several trials are named.
 */
export function pageAgainstRecord(sentence: string, facts: ComparedFacts): PageDifference[] {
  const named = new Set(findIdentifiers(sentence).map(({ id }) => id));
  const isOurs = named.has(facts.id) || (facts.askedAs !== undefined && named.has(facts.askedAs));
  if (!isOurs || named.size > 1) return [];
  const plain = plainSentence(sentence);
  if (severalTrials.test(plain) || trialsNamed(plain) > 1) return [];
  return [participants(plain, facts), status(plain, facts), phase(plain, facts)].flatMap((difference) =>
    difference === undefined
      ? []
      : [
          {
            ...difference,
            ...(facts.updated !== undefined && { asOf: facts.updated }),
            ...(facts.isCopy && { isCopy: true as const }),
          },
        ],
  );
}

/** How many trials a sentence speaks of besides those it points back to. */
function trialsNamed(sentence: string): number {
  return [...sentence.matchAll(oneTrial)].filter(({ groups }) => groups?.own === undefined).length;
}

function participants(sentence: string, { enrolment }: ComparedFacts): PageDifference | undefined {
  if (enrolment?.kind === undefined) return undefined;
  const said = statedParticipants(sentence);
  if (
    said === undefined ||
    said.isPlanned !== (enrolment.kind === 'planned') ||
    said.count === enrolment.count
  )
    return undefined;
  const words = (count: number): string => (said.isPlanned ? `${count} planned` : String(count));
  return { about: 'participants', page: words(said.count), registry: words(enrolment.count) };
}

/** What does not change any more: of the rest a copy may be older than the page. */
const final: ReadonlySet<string> = new Set(['COMPLETED', 'TERMINATED', 'WITHDRAWN']);

function status(sentence: string, { status: known, isCopy }: ComparedFacts): PageDifference | undefined {
  if (known === undefined || known.code === 'UNKNOWN' || (isCopy && !final.has(known.code))) return undefined;
  const said = statedStatus(sentence);
  if (said === undefined || said.agree.includes(known.code)) return undefined;
  return { about: 'status', page: said.words, registry: known.words.toLowerCase() };
}

function phase(sentence: string, { phases }: ComparedFacts): PageDifference | undefined {
  const said = phases.length === 0 ? undefined : statedPhase(sentence);
  if (said === undefined) return undefined;
  const { from, to } = said;
  // Early phase 1 is called phase 1 or 0 elsewhere.
  const recorded = phases.map((code) => recordedNumber(code)).filter((number) => number !== undefined);
  if (recorded.length > 0 && Math.min(...recorded) === from && Math.max(...recorded) === to) return undefined;
  const page = from === to ? `phase ${from}` : `phase ${from}/${to}`;
  const registry =
    recorded.length === 0 ? 'no phase (not applicable)' : `phase ${[...new Set(recorded)].join('/')}`;
  return { about: 'phase', page, registry };
}

function recordedNumber(code: Phase): number | undefined {
  return code === 'NA' ? undefined : Number(code.slice(-1));
}
