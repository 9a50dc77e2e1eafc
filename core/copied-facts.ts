import type { RegistryFacts } from './entry.ts';
import type { ComparedFacts } from './page-against-record.ts';
import { type Phase, phaseWords, type StatusCode, statusWords } from './registry-codes.ts';

/**
 * What a page can be held against of our copy of a registry record. A status or phase that is not plainly one of the
 * registry's, as "Phase 2/3 (copies differ)", is left out.
 */
export function copiedFacts(id: string, facts: RegistryFacts): ComparedFacts {
  const { status, phase, enrolment, planned, copied } = facts;
  const code = statusOf(status);
  const count = enrolment ?? planned;
  return {
    id,
    phases: phasesOf(phase),
    ...(code !== undefined && { status: { code, words: statusWords.get(code) ?? '' } }),
    ...(count !== undefined && {
      enrolment: { count, kind: enrolment === undefined ? 'planned' : 'actual' },
    }),
    ...(copied !== undefined && { updated: copied }),
    isCopy: true,
  };
}

/** "Terminated (funding withdrawn)" says why. */
function statusOf(written: string | undefined): StatusCode | undefined {
  const words = written?.replace(/\s*\(.*\)$/, '').toLowerCase();
  return [...statusWords].find(([, known]) => known.toLowerCase() === words)?.[0];
}

/** "Phase 2/3" is two of them, "Phase 2a" is phase 2; "Phase 2/3 (copies differ)" is none for sure. */
function phasesOf(written: string | undefined): Phase[] {
  const [, both = ''] = /^Phase ([1-4][ab]?(?:\/[1-4][ab]?)?)$/.exec(written ?? '') ?? [];
  const wanted =
    both === '' ? [written?.toLowerCase()] : both.split('/').map((each) => `phase ${each.charAt(0)}`);
  return [...phaseWords].filter(([, words]) => wanted.includes(words.toLowerCase())).map(([code]) => code);
}
