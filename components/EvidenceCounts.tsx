import { countByStanding, standings } from '@/core/count-by-standing.ts';
import type { RelatedEntry } from '@/core/questions.ts';
import type { Statement } from '@/core/statement.ts';
import { StandingBadge } from './StandingBadge.tsx';
import { standingCounted } from './standing-words.ts';

/** How many statements stand in which way, and how many trials there are, with how many of those are confirmed. */
export function EvidenceCounts({
  statements,
  trials,
}: {
  statements: readonly Statement[];
  trials: readonly RelatedEntry[];
}) {
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
      <li class="ng-count-plain">{trialWords(trials)}</li>
    </ul>
  );
}

/** A number of trials alone would pass for a number of studies that exist. */
function trialWords(trials: readonly RelatedEntry[]): string {
  const total = trials.length;
  if (total === 0) return 'no trials';
  const real = trials.filter(({ standing }) => standing === 'confirmed').length;
  if (total === 1) return real === 1 ? '1 trial, registered' : '1 trial, not confirmed';
  if (real === total) return `${total} trials, all registered`;
  return `${total} trials, ${real === 0 ? 'none' : real} of them confirmed`;
}
