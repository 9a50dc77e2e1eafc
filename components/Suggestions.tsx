import type { EntryId } from '@/core/entry.ts';
import type { RelatedEntry } from '@/core/questions.ts';
import { KindLabel } from './KindLabel.tsx';
import { kindOfId } from './kind-words.ts';

/** A few entries to begin with, one of each kind. */
export function Suggestions({
  entries,
  onOpen,
}: {
  entries: readonly RelatedEntry[];
  onOpen: (id: EntryId) => void;
}) {
  return (
    <ul class="ng-suggestions">
      {entries.map((entry) => (
        <li key={entry.id}>
          <button type="button" onClick={() => onOpen(entry.id)}>
            <KindLabel kind={kindOfId(entry.id)} />
            <span>{entry.title}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
