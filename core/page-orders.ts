import type { EntryId } from './entry.ts';

/** What our own pages and the background may tell a content script to do or to say. */
export interface PageOrders {
  /** How the page stands: is it being read, and how many mentions were found in its main frame. */
  status(): PageStatus;
  /** Goes to the next or previous mention and opens its card. `moved` is false when there is none. */
  step(direction: 'next' | 'previous'): { readonly moved: boolean };
  /** Opens the card of the mention where the reader is. `opened` is false when there is none. */
  open(): { readonly opened: boolean };
  /** Opens the list of the page's mentions, or closes it. `listed` is false where nothing is explained. */
  list(): { readonly listed: boolean };
  /** Closes the card that is open in this frame. */
  close(): { readonly closed: true };
  /** Reads a page of a site that is read only when the reader asks. */
  read(): { readonly started: boolean };
  /** Goes to the first mention of an entry in this frame and opens its card. `moved` is false when there is none. */
  show(entryId: EntryId): { readonly moved: boolean };
  /** Has the frame tell the background what it found. */
  report(): { readonly reported: boolean };
}

/** How a page stands with us. */
export interface PageStatus {
  /**
   * `paused`: by the reader. `waiting`: for the reader to ask, as they wish for this site. `pdf`: the browser's PDF
   * viewer. `unreadable`: an image or the like, not a page of text.
   */
  readonly state: 'reading' | 'paused' | 'waiting' | 'unreadable' | 'pdf';
  /** Shown names, marked or not. */
  readonly mentions: number;
  /** While `reading`. `limited`: the page holds more than anyone reads, and part of it was left alone. */
  readonly progress?: 'reading' | 'read' | 'limited';
  /** While `reading`: the page is so dense that less is marked than the reader chose. */
  readonly quiet?: true;
  /** Host name by which the page can be paused; absent for files. */
  readonly host?: string;
}
