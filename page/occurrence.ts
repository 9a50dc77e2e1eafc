import type { Mention } from '@/core/mention.ts';

/** A point in the page's text: a text node and a UTF-16 offset into its data. */
export interface Boundary {
  readonly node: Text;
  readonly offset: number;
}

/** Where something stands on the page. Plain data: a live Range would tax every later change of the page. */
export interface Place {
  readonly start: Boundary;
  readonly end: Boundary;
}

/** A mention and its place on the page. */
export interface Occurrence<M extends Mention = Mention> {
  readonly mention: M;
  /** The words as the page has them. */
  readonly text: string;
  readonly place: Place;
}
