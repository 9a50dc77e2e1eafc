/** Words that are a link to a trial's record: from where to where in the text of a passage. */
export interface TrialLink {
  readonly start: number;
  readonly end: number;
  readonly trialId: string;
}

/** A run of text a reader sees as continuous: it may span inline elements, never two blocks, cells or list items. */
export interface Passage {
  readonly text: string;
  /** Where each of its pieces begins in `text`. */
  readonly starts: readonly number[];
  /** Its links to records of trials, in order. */
  readonly links: readonly TrialLink[];
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

/** Notes that the text from `start` to `end` lies in a link to a trial: a link goes on over the pieces it holds. */
export function noteLink(links: TrialLink[], link: TrialLink): void {
  const last = links.at(-1);
  if (last?.trialId === link.trialId && last.end === link.start) {
    links[links.length - 1] = { ...last, end: link.end };
  } else links.push(link);
}
