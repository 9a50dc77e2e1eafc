import type { OverallStanding } from '@/core/what-stands.ts';
import { StandingIcon } from './StandingIcon.tsx';
import { standingWords } from './standing-words.ts';

/** How something stands: a shape and words, so that colour is never needed. */
export function StandingBadge({ standing, words }: { standing: OverallStanding; words?: string }) {
  return (
    <span class="ng-badge" data-standing={standing}>
      <StandingIcon standing={standing} />
      {words ?? standingWords[standing]}
    </span>
  );
}
