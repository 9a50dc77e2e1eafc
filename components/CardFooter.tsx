import type { EntryId } from '@/core/entry.ts';
import { showDay } from '@/core/show-day.ts';
import type { CardState } from './card-state.ts';
import { NotAdvice } from './NotAdvice.tsx';
import { SafetyLine, safetyEntry } from './SafetyLine.tsx';

/** Under a card: the safety line where the entry asks for one, what the card is not, and how old it is. */
export function CardFooter({ state, onFollow }: { state: CardState; onFollow: (id: EntryId) => void }) {
  const entry = state.kind === 'answered' ? state.answer.entry : null;
  return (
    <NotAdvice above={entry?.safety && entry.id !== safetyEntry && <SafetyLine onFollow={onFollow} />}>
      {entry !== null && <span>Reviewed {showDay(entry.reviewed)}</span>}
    </NotAdvice>
  );
}
