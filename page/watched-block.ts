import type { Occurrence } from './occurrence.ts';

/** A block element and the occurrences in it. */
export interface WatchedBlock {
  readonly element: Element;
  readonly occurrences: Set<Occurrence>;
  /** Those of a long block, in lists of which each is in document order. */
  runs?: Occurrence[][] | undefined;
  near: Set<Occurrence>;
  isNear: boolean;
  /** It has no box of its own (`display: contents`), so only its lines tell where it is. */
  isBoxless: boolean;
}

/** A block with nothing in it yet. */
export function emptyBlock(element: Element): WatchedBlock {
  return {
    element,
    occurrences: new Set(),
    near: new Set(),
    isNear: false,
    isBoxless: false,
  };
}
