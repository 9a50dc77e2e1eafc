import type { EntryKind } from '@/core/entry.ts';
import { kindWords } from './kind-words.ts';

const choices: readonly (EntryKind | undefined)[] = [undefined, 'term', 'condition', 'trial', 'topic'];

/** Narrows a search to one kind of entry. */
export function KindFilter({
  kind,
  onKind,
}: {
  kind: EntryKind | undefined;
  onKind: (kind: EntryKind | undefined) => void;
}) {
  return (
    <fieldset class="ng-filter">
      <legend class="ng-unseen">Show</legend>
      {choices.map((choice) => (
        <button
          key={choice ?? 'all'}
          type="button"
          class="ng-chip"
          aria-pressed={choice === kind}
          onClick={() => onKind(choice)}
        >
          {choice === undefined ? 'All' : kindWords[choice].many}
        </button>
      ))}
    </fieldset>
  );
}
