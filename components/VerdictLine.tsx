import type { ComponentChildren } from 'preact';
import type { CheckedVerdict } from '@/core/verdict-after-check.ts';
import { StandingIcon } from './StandingIcon.tsx';

/** What stands: the first thing a card says. */
export function VerdictLine({
  verdict,
  says,
  children,
}: {
  verdict: CheckedVerdict;
  /** It in a sentence; a name before a colon is left out, the card has it already. */
  says?: string;
  children?: ComponentChildren;
}) {
  return (
    <div class="ng-verdict" data-standing={verdict.standing}>
      <StandingIcon standing={verdict.isAbsent ? 'absent' : verdict.standing} />
      <div>
        <p class="ng-verdict-headline">{verdict.headline}</p>
        {says !== undefined && <p class="ng-verdict-detail">{withoutName(says)}</p>}
        {verdict.detail !== undefined && <p class="ng-verdict-detail">{verdict.detail}</p>}
        {children}
      </div>
    </div>
  );
}

function withoutName(sentence: string): string {
  const rest = sentence.replace(/^[^:.;]{1,70}: /, '');
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}
