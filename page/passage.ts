/** A run of text a reader sees as continuous: it may span inline elements, never two blocks, cells or list items. */
export interface Passage {
  readonly text: string;
  /** The text nodes it is made of, in order; together their data is exactly `text`. */
  readonly nodes: readonly Text[];
  /** Where each node's data begins in `text`. */
  readonly starts: readonly number[];
  /** The block element the run lies in. */
  readonly container: Element;
}
