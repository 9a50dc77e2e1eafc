import type { EntryId } from '@/core/entry.ts';
import type { RelatedEntry } from '@/core/questions.ts';
import { StandingBadge } from './StandingBadge.tsx';

/** So many links are shown at once; more are folded. */
const shownAtOnce = 5;

/** Ways to other entries; following one stays where the card is. */
export function RelatedList({
  title,
  entries,
  withStanding = false,
  onFollow,
}: {
  title: string;
  entries: readonly RelatedEntry[];
  /** Says of each how it stands, one a line: a list of trials must not pass for a list of evidence. */
  withStanding?: boolean;
  onFollow: (id: EntryId) => void;
}) {
  if (entries.length === 0) return null;
  const links = (some: readonly RelatedEntry[]) => (
    <ul class="ng-related-list" data-lines={withStanding}>
      {some.map((entry) => (
        <li key={entry.id}>
          <button type="button" class="ng-follow" onClick={() => onFollow(entry.id)}>
            {entry.title}
          </button>{' '}
          {withStanding && entry.standing && <StandingBadge standing={entry.standing} />}
        </li>
      ))}
    </ul>
  );
  return (
    <section class="ng-related">
      <h3>{title}</h3>
      {links(entries.slice(0, shownAtOnce))}
      {entries.length > shownAtOnce && (
        <details class="ng-more">
          <summary>{entries.length - shownAtOnce} more</summary>
          {links(entries.slice(shownAtOnce))}
        </details>
      )}
    </section>
  );
}
