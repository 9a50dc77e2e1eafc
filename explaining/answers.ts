import type { EntryAnswer } from '@/components/card-state.ts';
import type { EntryId } from '@/core/entry.ts';

/** Asks for an entry; rejects when nobody answers. */
export type EntryQuestion = (id: EntryId) => Promise<EntryAnswer>;

/** Answers about entries, so that going back or pointing twice asks once. */
export interface Answers {
  /** The answer, if it is there already. */
  known(id: EntryId): EntryAnswer | undefined;
  /** The answer; rejects when nobody gives it, and asks again the next time. */
  to(id: EntryId): Promise<EntryAnswer>;
}

/** So many are kept; the oldest goes first. */
const kept = 40;

/** Creates an empty store of answers. */
export function createAnswers(ask: EntryQuestion): Answers {
  const answers = new Map<EntryId, EntryAnswer>();
  const asked = new Map<EntryId, Promise<EntryAnswer>>();
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
