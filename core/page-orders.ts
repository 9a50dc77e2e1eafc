/** What our own pages and the background may tell a content script to do or to say. */
export interface PageOrders {
  /** How the page stands: is it being read, and how many mentions were found in its main frame. */
  status(): PageStatus;
  /** Goes to the next or previous mention and opens its card. `moved` is false when there is none. */
  step(direction: 'next' | 'previous'): { readonly moved: boolean };
}

/** How a page stands with us. */
export interface PageStatus {
  /** `paused`: by the reader. `unreadable`: a PDF or an image, not a page of text. */
  readonly state: 'reading' | 'paused' | 'unreadable';
  readonly mentions: number;
}
