import type { EntryId } from '@/core/entry.ts';
import type { SaidCard } from '@/core/said-card.ts';

/** Asks for the card of an entry; rejects when nobody answers. */
export type CardQuestion = (id: EntryId) => Promise<SaidCard>;

/** Cards of entries, so that going back or pointing twice asks once. */
export interface Answers {
  /** The answer, if it is there already. */
  known(id: EntryId): SaidCard | undefined;
  /** The answer; rejects when nobody gives it, and asks again the next time. */
  to(id: EntryId): Promise<SaidCard>;
}

/** So many are kept; the oldest goes first. */
const kept = 40;

/** Creates an empty store of answers. */
export function createAnswers(ask: CardQuestion): Answers {
  const answers = new Map<EntryId, SaidCard>();
  const asked = new Map<EntryId, Promise<SaidCard>>();
  return {
    known: (id) => answers.get(id),
    to(id) {
      const known = answers.get(id);
      if (known) return Promise.resolve(known);
      const pending = asked.get(id);
      if (pending) return pending;
      const answer = ask(id).then((given) => {
        answers.set(id, given);
        for (const oldest of answers.keys()) {
          if (answers.size <= kept) break;
          answers.delete(oldest);
        }
        return given;
      });
      const forget = (): unknown => asked.delete(id);
      asked.set(id, answer);
      answer.then(forget, forget);
      return answer;
    },
  };
}
