import type { CardNode } from './card-node.ts';
import type { ComparedFacts } from './page-against-record.ts';

/** Id of a card's heading, by which its dialog is labelled. */
export const cardHeadingId = 'ng-heading';

/** The card of an entry as the background says it, so that pages need none of the code that words and arranges it. */
export interface SaidCard {
  /** What it is about. */
  readonly title: string;
  readonly body: CardNode;
  readonly footer: CardNode;
  /** The entry as text for the clipboard; absent when there is none. */
  readonly text?: string;
  /** Where it is a trial that the registry can be asked about. */
  readonly trial?: {
    readonly id: string;
    /** The part `check` while an answer is awaited, and when the background went away before it came. */
    readonly waiting: CardNode;
    readonly interrupted: CardNode;
  };
}

/** What became of asking the registry, as the background says it. */
export interface SaidCheck {
  /** The part `check` from now on. */
  readonly check: CardNode;
  /** The card from now on; absent: what it says of the trial is what it said before. */
  readonly card?: SaidCard;
  /** When the registry said so, in milliseconds since 1970. */
  readonly at?: number;
  /** What the page can be held against. */
  readonly facts?: ComparedFacts;
}
