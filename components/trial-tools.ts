import type { PageDifference } from '@/core/page-against-record.ts';
import type { ShownAbsence, ShownAnswer, ShownCheck } from '@/core/shown-check.ts';

/** How the check of a card's identifier stands, and what its reader can do. */
export interface TrialTools {
  readonly check: ShownCheck;
  /** The last record the registry gave here; it stays on the card while the registry is asked again. */
  readonly record: ShownAnswer | undefined;
  /** Instead of it: the registry said last that there is none. */
  readonly absence: ShownAbsence | undefined;
  /** Leave was asked for, and refused. */
  readonly isRefused: boolean;
  /** Leave is given on a page of the extension; a card on a page of others leads there. */
  readonly allowsHere: boolean;
  /** What the sentence around the identifier says otherwise than the record. */
  readonly differences: readonly PageDifference[];
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Asks the registry; `again`: also when an answer is kept. */
  readonly onCheck: (again: boolean) => void;
  readonly onAllow: () => void;
  /** What has become of copying: `copiedWords`, or '' before. */
  readonly copied: string;
  /** Puts a text on the clipboard, and says in which form. */
  readonly onCopy: (text: string, form: string) => void;
}
