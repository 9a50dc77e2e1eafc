import type { ComponentChildren } from 'preact';
import type { Verdict } from '@/core/what-stands.ts';
import { StandingIcon } from './StandingIcon.tsx';

/** What stands: the first thing a card says. */
export function VerdictLine({ verdict, children }: { verdict: Verdict; children?: ComponentChildren }) {
  return (
    <div class="ng-verdict" data-standing={verdict.standing}>
      <StandingIcon standing={verdict.standing} />
      <div>
        <p class="ng-verdict-headline">{verdict.headline}</p>
        {verdict.detail !== undefined && <p class="ng-verdict-detail">{verdict.detail}</p>}
        {children}
      </div>
    </div>
  );
}
