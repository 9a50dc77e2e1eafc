import type { CardNode } from './card-node.ts';
import type { Entry, EntryId } from './entry.ts';
import type { IdentifierFacts } from './identifier-facts.ts';
import type { JsonText } from './json-text.ts';
import type { ComparedFacts } from './page-against-record.ts';
import type { AbbreviationRule } from './rules.ts';
import type { SaidCard, SaidCheck } from './said-card.ts';
import type { ShownCheck, ShownTrial } from './shown-check.ts';
import type { OverallStanding, Verdict } from './what-stands.ts';

/** What a surface may ask the background. An answer is never `undefined`: that is how a killed background looks. */
export interface Questions {
  /** The entry with this id, `{ entry: null }` when there is none, and the day the knowledge base was compiled. */
  entry(id: EntryId): {
    readonly entry: Entry | null;
    /** What stands, where the entry claims something. */
    readonly verdict?: Verdict;
    readonly related: readonly RelatedEntry[];
    /** Of a trial, known or not: what its identifier says by its form. */
    readonly identifier?: IdentifierFacts;
    readonly compiled: string;
    /** Of a trial that is no malformed one: what its card says without asking the registry. */
    readonly trial?: ShownTrial;
  };
  /**
   * Asks ClinicalTrials.gov about an identifier (NCT and eight digits), if the reader has allowed it: else that is the
   * answer. To be asked only when the reader asks, or opened a card and wants every card checked.
   */
  checkTrial(
    id: string,
    how: {
      /** Also when an answer is kept from the last day. */
      readonly again: boolean;
      /** A surface that has no tab is in a private window. */
      readonly isPrivate: boolean;
    },
  ): ShownCheck;
  /** The card of an entry, said for a page; `canCheck`: the page offers to check trials and to copy them. */
  card(id: EntryId, canCheck: boolean): JsonText<SaidCard>;
  /** `checkTrial` for the card on a page, said. */
  checkCard(id: string, again: boolean): JsonText<SaidCheck>;
  /**
   * What a page says of the trials it names and their records say otherwise, as a piece of the card; one answer for each
   * place, `null` where nothing differs. `records` are those that the registry gave; of other trials our copies count. Nobody
   * is asked for it.
   */
  againstRecords(places: readonly TrialPlace[], records: readonly ComparedFacts[]): readonly CardNode[];
  /** Whether the reader wants every trial checked whose card they open. */
  checksCards(): { readonly automatic: boolean };
  /** Opens the entry in the extension's popup; where the browser refuses, the popup's page in a tab. */
  openInPopup(id: EntryId): { readonly opened: 'popup' | 'tab' };
  /** What tells of abbreviations that a page does not define: asked for by pages that hold some. */
  abbreviations(): readonly AbbreviationRule[];
  /** Closes the cards in all frames of the page: the frame that heard the key has none open. */
  closeCards(): { readonly closed: boolean };
  /** The style sheet of cards and popover: pages carry it only once a card is asked for. */
  style(): { readonly css: string };
}

/** Where a text names a trial, in UTF-16 units of the text. */
export interface TrialPlace {
  readonly entryId: EntryId;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Enough of an entry to offer it as a link. */
export interface RelatedEntry {
  readonly id: EntryId;
  readonly title: string;
  /** How it stands, where it claims something. */
  readonly standing?: OverallStanding;
}
