import { documentOrder } from './dom.ts';

/** A section is named by the heading it begins with; what stands before the first heading has none. */
export type Section = Element | undefined;

/** The sections of a page: what stands from one heading to the next. */
export interface Sections {
  /** The section a node lies in. */
  of(node: Node): Section;
  /** Looks for headings anew; whether there are others than before. */
  renew(): boolean;
}

const headings = 'h1, h2, h3, h4, h5, h6, [role="heading"]';

/** Finds the sections of a page; none are known before the first `renew`. */
export function createSections(page: Document): Sections {
  let starts: readonly Element[] = [];
  return {
    of(node) {
      let low = 0;
      let high = starts.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        const start = starts[middle];
        // A heading comes before what it holds, and so begins its own section.
        if (start && documentOrder(start, node) < 0) low = middle + 1;
        else high = middle;
      }
      return starts[low - 1];
    },
    renew() {
      const now = [...page.querySelectorAll(headings)];
      const isSame = now.length === starts.length && now.every((start, index) => start === starts[index]);
      starts = now;
      return !isSame;
    },
  };
}
