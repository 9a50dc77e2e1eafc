import { allInside, documentOrder, isConnected, isElement, isMatch } from './dom.ts';

/** A section is named by the heading it begins with; what stands before the first heading has none. */
export type Section = Element | undefined;

/** The sections of a page: what stands from one heading to the next. */
export interface Sections {
  /** The section a node lies in. */
  of(node: Node): Section;
  /** Whether there are other headings than were found now that these nodes have come, and perhaps others have gone. */
  differWith(come: readonly Node[]): boolean;
  /** Looks for headings anew: on a long page that takes milliseconds. */
  renew(): void;
}

const headings = 'h1, h2, h3, h4, h5, h6, [role="heading"]';

/** Finds the sections of a page; none are known before the first `renew`. */
export function createSections(page: Document): Sections {
  let starts: readonly Element[] = [];
  /** Which was found last: most that is asked about lies in the same one, or in the next. */
  let last = 0;
  const isIn = (index: number, node: Node): boolean => {
    const [start, end] = [starts[index - 1], starts[index]];
    return (!start || documentOrder(start, node) < 0) && (!end || documentOrder(node, end) <= 0);
  };
  return {
    of(node) {
      if (isIn(last, node)) return starts[last - 1];
      if (last < starts.length && isIn(last + 1, node)) return starts[last++];
      let low = 0;
      let high = starts.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        const start = starts[middle];
        // A heading comes before what it holds, and so begins its own section.
        if (start && documentOrder(start, node) < 0) low = middle + 1;
        else high = middle;
      }
      last = low;
      return starts[low - 1];
    },
    differWith: (come) =>
      !starts.every(isConnected) ||
      come.some((node) => isElement(node) && (isMatch(node, headings) || allInside(node, headings).length)),
    renew() {
      starts = [...allInside(page, headings)];
      last = 0;
    },
  };
}
