import type { EntryId } from './entry.ts';

/** What a button on a card has done, by name: the page that shows the card knows how. */
export type CardAction =
  | readonly [does: 'follow', id: EntryId]
  /** Asks the registry about the card's trial; `again`: also when an answer is kept. */
  | readonly [does: 'check', again: boolean]
  /** Leads to where the reader can allow it. */
  | readonly [does: 'allow']
  /** Puts a text on the clipboard, and says in which form. */
  | readonly [does: 'copy', text: string, form: string];

/** A place on a card that the page fills as it learns more; until then it holds what came with the card. */
export type CardPartName =
  /** How the check of the trial stands, and the button for it. */
  | 'check'
  /** How long ago the registry answered. */
  | 'age'
  /** Where the page says otherwise than the record. */
  | 'differences'
  /** What has become of copying. */
  | 'copied';

/**
 * A piece of a card as plain data: text, an element, or several pieces in a row; `null` keeps the place of something that
 * is not there now. The background says cards this way, and pages draw them.
 */
export type CardNode<Press = CardAction> = string | null | CardGroup<Press> | CardElement<Press>;

/** Several pieces in a row. */
export interface CardGroup<Press = CardAction> {
  readonly children: readonly CardNode<Press>[];
  /** Tells it from its siblings, whose number may change. */
  readonly key?: string;
  readonly part?: CardPartName;
}

/** An element with its attributes as they are written in HTML. */
export interface CardElement<Press = CardAction> extends Omit<CardGroup<Press>, 'part'> {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** What is done at an event of this name. */
  readonly on?: Readonly<Record<string, Press>>;
}
