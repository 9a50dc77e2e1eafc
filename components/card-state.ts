import type { EntryId } from '@/core/entry.ts';
import type { Questions } from '@/core/questions.ts';

/** What the background says about an id. */
export type EntryAnswer = ReturnType<Questions['entry']>;

/** A card with its answer. `title` is what it is called where the answer has no name. */
export interface AnsweredState {
  readonly kind: 'answered';
  readonly id: EntryId;
  readonly title: string;
  readonly answer: EntryAnswer;
}

/** What a card can be about at a moment. `title` is what it is called until more is known: the words on the page. */
export type CardState =
  | { readonly kind: 'waiting'; readonly id: EntryId; readonly title: string }
  | AnsweredState
  | { readonly kind: 'lost'; readonly id: EntryId; readonly title: string };
