import type { EntryId } from '@/core/entry.ts';
import type { RelatedEntry } from '@/core/questions.ts';
import { showDay } from '@/core/show-day.ts';
import { Suggestions } from './Suggestions.tsx';

/** What there is before anything is typed: where to begin, and how old it all is. */
export function Welcome({
  suggestions,
  size,
  compiled,
  onOpen,
}: {
  suggestions: readonly RelatedEntry[];
  size: number;
  compiled: string;
  onOpen: (id: EntryId) => void;
}) {
  return (
    <div class="ng-welcome">
      <h2>Begin with</h2>
      <Suggestions entries={suggestions} onOpen={onOpen} />
      <p class="ng-small-print">
        {size} entries, compiled on {showDay(compiled)}. They are in the extension itself: nothing you search
        or read leaves this computer. Medical information, not advice.
      </p>
    </div>
  );
}
