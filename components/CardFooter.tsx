import type { EntryId } from '@/core/entry.ts';
import { showDay } from '@/core/show-day.ts';
import type { CardState } from './card-state.ts';
import { SafetyLine } from './SafetyLine.tsx';

/**
 * Under every card, and never scrolled away: the safety line where the entry asks for one, how old it is, what it is
 * not.
 */
export function CardFooter({ state, onFollow }: { state: CardState; onFollow: (id: EntryId) => void }) {
  const entry = state.kind === 'answered' ? state.answer.entry : null;
  return (
    <div class="ng-footer">
      {entry?.safety && entry.id !== 'topic:safety' && <SafetyLine onFollow={onFollow} />}
      <p class="ng-small">
        <span>Medical information, not advice</span>
        {entry !== null && <span>Reviewed {showDay(entry.reviewed)}</span>}
      </p>
    </div>
  );
}
