import type { ComponentChildren } from 'preact';
import type { EntryId } from '@/core/entry.ts';
import type { RelatedEntry } from '@/core/questions.ts';
import { showAge } from '@/core/show-age.ts';
import { showDay } from '@/core/show-day.ts';
import { Suggestions } from './Suggestions.tsx';

/** What there is before anything is typed: where to begin, and how old it all is. */
export function Welcome({
  suggestions,
  size,
  compiled,
  today,
  onOpen,
  children,
}: {
  suggestions: readonly RelatedEntry[];
  size: number;
  /** ISO days. */
  compiled: string;
  today: string;
  onOpen: (id: EntryId) => void;
  /** What comes before everything else. */
  children?: ComponentChildren;
}) {
  const age = showAge(compiled, today);
  return (
    <div class="ng-welcome">
      {children}
      <h2>Begin with</h2>
      <Suggestions entries={suggestions} onOpen={onOpen} />
      <p class="ng-small-print">
        {size} entries, compiled on {showDay(compiled)}
        {age && ` (${age})`}. They are in the extension itself: nothing you search or read leaves this
        computer. Medical information, not advice.
      </p>
    </div>
  );
}
