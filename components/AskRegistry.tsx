import type { CheckFailure } from '@/core/registry-check.ts';
import { showMomentAge } from '@/core/show-moment.ts';
import type { ShownCheck } from '@/core/shown-check.ts';
import { Part } from './Part.tsx';
import type { TrialTools } from './trial-tools.ts';

/** How asking the registry stands. One button through all that may happen, so that the focus stays where it is. */
export function AskRegistry({ id, tools }: { id: string; tools: TrialTools }) {
  const { check, allowsHere, onCheck, onAllow } = tools;
  const isWaiting = check.kind === 'waiting';
  const press = (): void => {
    if (isWaiting) return;
    if (check.kind === 'not-allowed') onAllow();
    else onCheck(check.kind !== 'unasked');
  };
  return (
    <>
      <button type="button" class="ng-check-button" aria-disabled={isWaiting} onClick={press}>
        {buttonWords(check, allowsHere)}
      </button>
      <p class="ng-live-note" role="status">
        {note(check, id, tools)}
      </p>
    </>
  );
}

function buttonWords(check: ShownCheck, allowsHere: boolean): string {
  switch (check.kind) {
    case 'unasked':
      return 'Check the registry now';
    case 'not-allowed':
      return allowsHere ? 'Allow and check' : 'Allow it in the extension’s window';
    case 'waiting':
      return 'Asking the registry …';
    case 'answered':
    case 'no-such-record':
      return 'Check again';
    case 'failed':
      return 'Try again';
    default:
      return check satisfies never;
  }
}

function note(check: ShownCheck, id: string, { isRefused, allowsHere, now }: TrialTools) {
  switch (check.kind) {
    case 'unasked':
      return '';
    case 'not-allowed':
      if (isRefused) return 'It was not allowed, so nothing was sent.';
      if (check.missing === 'permission')
        return 'You allow it, but the browser does not let the extension reach ClinicalTrials.gov. Nothing was sent.';
      return `To check it, the identifier ${id} is sent to ClinicalTrials.gov and nothing else. ${
        allowsHere
          ? 'You can take that back in the settings at any time.'
          : 'Nothing is sent before you allow that in the extension’s own window.'
      }`;
    case 'waiting':
      return `Asking ClinicalTrials.gov about ${id} …`;
    case 'answered':
      return [
        check.isKept ? 'The registry’s answer, kept for a day.' : 'The registry has answered.',
        ...(check.facts.askedAs === undefined
          ? []
          : [`${check.facts.askedAs} is another identifier of ${check.facts.id}: this is that record.`]),
      ].join(' ');
    case 'no-such-record':
      return (
        <>
          ClinicalTrials.gov has no record of {id}. Asked{' '}
          <Part name="age">{showMomentAge(check.at, now)}</Part>.
        </>
      );
    case 'failed':
      return failures[check.why];
    default:
      return check satisfies never;
  }
}

const failures: Readonly<Record<CheckFailure, string>> = {
  malformed: 'ClinicalTrials.gov does not take this for an identifier.',
  busy: 'ClinicalTrials.gov is busy and asks to wait. Try again in a minute.',
  'timed-out': 'ClinicalTrials.gov did not answer within ten seconds.',
  offline: 'ClinicalTrials.gov could not be reached. There may be no connection.',
  unreadable: 'ClinicalTrials.gov answered, but not with a record that can be read.',
  'too-large': 'The answer was far larger than any record, so it was not read.',
  interrupted: 'The check was interrupted before an answer came.',
  unexpected: 'The question did not get through to ClinicalTrials.gov: something on the way refused it.',
};
