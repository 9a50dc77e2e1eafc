import type { TrialVerdict } from './entry.ts';
import type { RegistryCheck } from './registry-check.ts';
import { showMoment } from './show-moment.ts';
import type { Verdict } from './what-stands.ts';

/** What stands of a trial; `isAbsent`: the registry was asked and has no such record. */
export interface CheckedVerdict extends Verdict {
  readonly isAbsent?: true;
}

/**
 * What stands of an identifier once the registry was asked. `known` is what the knowledge base says of it. That a record
 * exists confirms an identifier, not what the guide claims of it: where we had not seen one, reader and card compare.
 */
export function verdictAfterCheck(
  check: RegistryCheck,
  id: string,
  before: Verdict,
  known: TrialVerdict | undefined,
): CheckedVerdict {
  switch (check.kind) {
    case 'no-such-record':
      return {
        standing: 'contradicted',
        isAbsent: true,
        headline: 'No such record',
        detail: `ClinicalTrials.gov had no record of ${id} on ${showMoment(check.at)}. The identifier may have been mistyped where you read it.`,
      };
    case 'answered':
      if (known === undefined) {
        return {
          standing: 'confirmed',
          headline: 'Confirmed: a record exists',
          detail: 'ClinicalTrials.gov has it. That does not check what is said of the study elsewhere.',
        };
      }
      return known === 'confirmed' || known === 'other-study'
        ? before
        : {
            standing: 'unconfirmed',
            headline: 'The registry has a record',
            detail: 'Whether it is the study the guide means can be compared below.',
          };
    case 'unasked':
    case 'not-allowed':
    case 'waiting':
    case 'failed':
      return before;
    default:
      return check satisfies never;
  }
}
