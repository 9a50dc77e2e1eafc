import type { EntryId } from '@/core/entry.ts';
import type { RelatedEntry } from '@/core/questions.ts';

/** So many links are shown at once; more are folded. */
const shownAtOnce = 5;

/** Ways to other entries; following one stays where the card is. */
export function RelatedList({
  title,
  entries,
  onFollow,
}: {
  title: string;
  entries: readonly RelatedEntry[];
  onFollow: (id: EntryId) => void;
}) {
  if (entries.length === 0) return null;
  const links = (some: readonly RelatedEntry[]) => (
    <ul class="ng-related-list">
      {some.map((entry) => (
        <li key={entry.id}>
          <button type="button" class="ng-follow" onClick={() => onFollow(entry.id)}>
            {entry.title}
          </button>
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
