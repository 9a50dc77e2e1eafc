import { countByStanding, standings } from '@/core/count-by-standing.ts';
import type { Statement } from '@/core/statement.ts';
import { StandingBadge } from './StandingBadge.tsx';
import { standingCounted } from './standing-words.ts';

/** How many statements stand in which way, and how many trials there are. */
export function EvidenceCounts({ statements, trials }: { statements: readonly Statement[]; trials: number }) {
  const counts = countByStanding(statements);
  return (
    <ul class="ng-counts" aria-label="Evidence, by how it stands">
      {standings.map((standing) =>
        counts[standing] === 0 ? null : (
          <li key={standing}>
            <StandingBadge standing={standing} words={`${counts[standing]} ${standingCounted[standing]}`} />
          </li>
        ),
      )}
      <li class="ng-count-plain">
        {trials === 0 ? 'no trials' : trials === 1 ? '1 trial' : `${trials} trials`}
      </li>
    </ul>
  );
}
