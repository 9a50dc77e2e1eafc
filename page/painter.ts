import type { Occurrence } from './occurrence.ts';

/** A point in viewport coordinates, CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Shows occurrences on the page and knows where they are on screen. After `paint`, only the painter knows. */
export interface Painter {
  /** Adds these to what is shown. Only those near the viewport are really painted. */
  paint(occurrences: readonly Occurrence[]): void;
  /** Takes away what is shown for these. */
  erase(occurrences: Iterable<Occurrence>): void;
  /** The occurrence whose words lie under the point. */
  occurrenceAt(point: Point): Occurrence | undefined;
  /** Where the occurrence is on screen now, one rectangle a line; empty when it is not rendered. */
  rectsOf(occurrence: Occurrence): readonly DOMRect[];
  /** Sets off the one that is being explained from the others; `undefined`: none is. */
  showCurrent(occurrence: Occurrence | undefined): void;
  /** Shows of these, and of no others, that what the page says there differs from the record. */
  showDiffering(occurrences: ReadonlySet<Occurrence>): void;
}
