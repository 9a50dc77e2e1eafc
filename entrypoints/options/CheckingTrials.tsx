import { Switch } from '@/components/Switch.tsx';
import type { RegistryConsent } from '@/core/registry-consent.ts';
import { showDay } from '@/core/show-day.ts';

/** The reader's consent to the live check, as the page with all settings knows it. */
export interface ConsentView {
  /** `null`: none was given; `undefined`: not known yet. */
  readonly consent: RegistryConsent | null | undefined;
  /** Whether the browser lets the extension reach the registry. */
  readonly isReachable: boolean;
  /** Leave was asked for just now, and refused. */
  readonly isRefused: boolean;
  /** Each straight from a click: the browser asks the reader only then. */
  readonly onAllow: (automatic: boolean) => void;
  readonly onTakeBack: () => void;
}

/** Whether trials may be looked up: what is sent, since when that is allowed, and the way to take it back. */
export function CheckingTrials({ consent, isReachable, isRefused, onAllow, onTakeBack }: ConsentView) {
  const given = consent ?? undefined;
  const isAllowed = given !== undefined && isReachable;
  return (
    <>
      <h2>Checking trials</h2>
      <p role="status">
        {isRefused && 'It was not allowed, so nothing is sent. '}
        {given === undefined
          ? 'A card can look up a trial at ClinicalTrials.gov. This is off: nothing is sent.'
          : isReachable
            ? `You allowed this on ${showDay(given.given)}.`
            : `You allowed this on ${showDay(given.given)}, but the browser does not let the extension reach ClinicalTrials.gov. Nothing is sent.`}
      </p>
      <p class="ng-small-print">
        Only the identifier of the trial is sent, such as NCT01234567: not the page, and nothing about you.
        Like every site, ClinicalTrials.gov sees the address your computer has on the internet. Answers are
        kept here for a day, in private windows not at all.
      </p>
      <button
        type="button"
        class={isAllowed ? 'ng-plain-button' : 'ng-button'}
        disabled={consent === undefined}
        onClick={() => (isAllowed ? onTakeBack() : onAllow(given?.automatic ?? false))}
      >
        {isAllowed ? 'Take it back' : 'Allow'}
      </button>
      {isAllowed && (
        <Switch
          name="Check every trial whose card I open"
          on={given.automatic}
          onSwitch={(automatic) => onAllow(automatic)}
        />
      )}
    </>
  );
}
