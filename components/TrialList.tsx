import type { EntryId } from '@/core/entry.ts';
import type { RelatedEntry } from '@/core/questions.ts';
import { RelatedList } from './RelatedList.tsx';
import { StandingBadge } from './StandingBadge.tsx';

/** Trials, each with how it stands: a list of trials must not pass for a list of evidence. */
export function TrialList({
  trials,
  onFollow,
}: {
  trials: readonly RelatedEntry[];
  onFollow: (id: EntryId) => void;
}) {
  return (
    <RelatedList
      title="Trials"
      entries={trials}
      beside={({ standing }) => standing && <StandingBadge standing={standing} />}
      onFollow={onFollow}
    />
  );
}
