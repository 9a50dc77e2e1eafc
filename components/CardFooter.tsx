import { showDay } from '@/core/show-day.ts';
import type { CardState } from './card-state.ts';

/** Under every card: how old it is, and what it is not. */
export function CardFooter({ state }: { state: CardState }) {
  const entry = state.kind === 'answered' ? state.answer.entry : null;
  return (
    <footer class="ng-footer">
      <span>Medical information, not advice</span>
      {entry !== null && <span>Reviewed {showDay(entry.reviewed)}</span>}
    </footer>
  );
}
