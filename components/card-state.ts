import type { EntryId } from '@/core/entry.ts';
import type { Questions } from '@/core/questions.ts';

/** What the background says about an id. */
export type EntryAnswer = ReturnType<Questions['entry']>;

/** What a card can be about at a moment. `title` is what it is called until more is known: the words on the page. */
export type CardState =
  | { readonly kind: 'waiting'; readonly id: EntryId; readonly title: string }
  | { readonly kind: 'answered'; readonly id: EntryId; readonly title: string; readonly answer: EntryAnswer }
  | { readonly kind: 'lost'; readonly id: EntryId; readonly title: string };
