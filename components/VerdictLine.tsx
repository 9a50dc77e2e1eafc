import type { Verdict } from '@/core/what-stands.ts';
import { StandingIcon } from './StandingIcon.tsx';

/** What stands: the first thing a card says. */
export function VerdictLine({ verdict }: { verdict: Verdict }) {
  return (
    <div class="ng-verdict" data-standing={verdict.standing}>
      <StandingIcon standing={verdict.standing} />
      <div>
        <p class="ng-verdict-headline">{verdict.headline}</p>
        {verdict.detail !== undefined && <p class="ng-verdict-detail">{verdict.detail}</p>}
      </div>
    </div>
  );
}
