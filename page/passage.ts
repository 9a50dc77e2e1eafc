/** A run of text a reader sees as continuous: it may span inline elements, never two blocks, cells or list items. */
export interface Passage {
  readonly text: string;
  /** Where each of its pieces begins in `text`. */
  readonly starts: readonly number[];
  /**
   * The text nodes of a piece, in order; together their data is the piece. Ask before the page can have changed. Empty
   * when the page does not hold what its markup says.
   */
  nodesOf(piece: number): readonly Text[];
}

/** All text nodes of a passage, in order. */
export function nodesOfPassage({ starts, nodesOf }: Passage): Text[] {
  return starts.flatMap((_, piece) => nodesOf(piece));
}
