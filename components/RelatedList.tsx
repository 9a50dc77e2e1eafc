import type { ComponentChildren } from 'preact';
import type { EntryId } from '@/core/entry.ts';
import type { RelatedEntry } from '@/core/questions.ts';

/** So many links are shown at once; more are folded. */
const shownAtOnce = 5;

/** Ways to other entries; following one stays where the card is. */
export function RelatedList({
  title,
  entries,
  beside,
  onFollow,
}: {
  title: string;
  entries: readonly RelatedEntry[];
  /** What is said beside each; then they stand one a line. */
  beside?: (entry: RelatedEntry) => ComponentChildren;
  onFollow: (id: EntryId) => void;
}) {
  if (entries.length === 0) return null;
  const links = (some: readonly RelatedEntry[]) => (
    <ul class="ng-related-list" data-lines={beside !== undefined}>
      {some.map((entry) => (
        <li key={entry.id}>
          <button type="button" class="ng-follow" onClick={() => onFollow(entry.id)}>
            {entry.title}
          </button>{' '}
          {beside?.(entry)}
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
