import type { Receipt } from '@/components/ReceiptLine.tsx';
import type { EntryId } from '@/core/entry.ts';
import type { RelatedEntry } from '@/core/questions.ts';
import { receiptWords } from '@/core/receipt-words.ts';
import type { SaidCard } from '@/core/said-card.ts';
import type { CardReport, Showing } from '@/page/control-popover.ts';
import type { Answers } from './answers.ts';

/** A card on the way; without what is said of it while that is awaited, or when nobody says it any more. */
export interface Step {
  readonly id: EntryId;
  /** What it is called until more is known: the words on the page. */
  readonly title: string;
  readonly said?: SaidCard;
  readonly isLost?: true;
}

/** The card on screen: the way that led to it, and the words it explains. */
export interface Visit {
  readonly showing: Showing;
  readonly report: (happened: CardReport) => void;
  /** The cards the reader came through, and those gone back from. */
  readonly trail: readonly Step[];
  /** Which of them is shown. */
  readonly at: number;
}

/** Words that could mean more than this are not explained one by one. */
export const otherMeanings = 4;

/** Whether a card is about the very words it was opened at, and not about something it led to. */
export function isOfTheWords({ id }: Step, { occurrence }: Showing): boolean {
  return id === occurrence.mention.entryIds[0];
}

/** Why the words are taken for what the card is about, where that does not go without saying. */
export function receiptOf({ occurrence, onShowDefinition }: Showing, { said }: Step): Receipt | undefined {
  const { reason } = occurrence.mention;
  const words = reason && said && receiptWords(occurrence.text, said.title, reason);
  return words === undefined ? undefined : { words, onShow: onShowDefinition };
}

/** What the words could mean besides, as far as that is known by now. */
export function othersOf({ occurrence }: Showing, answers: Answers): RelatedEntry[] {
  return occurrence.mention.entryIds.slice(1, otherMeanings).flatMap((id) => {
    const said = answers.known(id);
    return said?.text === undefined ? [] : [{ id, title: said.title }];
  });
}
