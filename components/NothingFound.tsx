import type { EntryId } from '@/core/entry.ts';
import type { RelatedEntry } from '@/core/questions.ts';
import { showDay } from '@/core/show-day.ts';
import { Suggestions } from './Suggestions.tsx';

/** No result, said honestly, with ways on. */
export function NothingFound({
  query,
  narrowed,
  size,
  compiled,
  suggestions,
  onAllKinds,
  onOpen,
}: {
  query: string;
  /** Whether only one kind was searched. */
  narrowed: boolean;
  size: number;
  compiled: string;
  suggestions: readonly RelatedEntry[];
  onAllKinds: () => void;
  onOpen: (id: EntryId) => void;
}) {
  return (
    <div class="ng-nothing">
      <p class="ng-lead">Nothing here for “{query}”</p>
      <p>
        {narrowed ? (
          <button type="button" class="ng-follow" onClick={() => onAllKinds()}>
            Look among all kinds
          </button>
        ) : (
          `That says nothing about the thing itself: this knowledge base holds ${size} entries, compiled on ${showDay(compiled)}.`
        )}
      </p>
      <h2>What it does hold</h2>
      <Suggestions entries={suggestions} onOpen={onOpen} />
    </div>
  );
}
