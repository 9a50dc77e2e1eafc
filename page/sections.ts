import {
  allInside,
  documentOrder,
  isConnected,
  isElement,
  isMatch,
  lastChildOf,
  parentOf,
  previousSiblingOf,
} from './dom.ts';

/** A section is named by the heading it begins with; what stands before the first heading has none. */
export type Section = Element | undefined;

/** The sections of a page: what stands from one heading to the next. */
export interface Sections {
  /** The section a node lies in. */
  of(node: Node): Section;
  /** Whether there are other headings than were found now that these nodes have come, and perhaps others have gone. */
  differWith(come: readonly Node[]): boolean;
  /** Forgets what was found. */
  renew(): void;
}

const headings = 'h1, h2, h3, h4, h5, h6, [role="heading"]';

/** So many nodes, those in view, are asked about before all headings are looked for: on a long page that takes milliseconds. */
const fewNodes = 60;
/** So far back their heading is looked for, in nodes. */
const shortWay = 400;

/** Finds the sections of a page. */
export function createSections(page: Document): Sections {
  /** All headings of the page; before they are looked for, those that were found. */
  let starts: Element[] = [];
  let areAll = false;
  let asked = 0;
  /** Which was found last: most that is asked about lies in the same one, or in the next. */
  let last = 0;
  const isIn = (index: number, node: Node): boolean => {
    const [start, end] = [starts[index - 1], starts[index]];
    return (!start || documentOrder(start, node) < 0) && (!end || documentOrder(node, end) <= 0);
  };
  return {
    of(node) {
      if (!areAll && asked++ < fewNodes) {
        const heading = headingBefore(node, page);
        if (heading !== 'far') {
          if (heading && starts.at(-1) !== heading) starts.push(heading);
          return heading;
        }
      }
      if (!areAll) {
        const found = starts.at(-1);
        starts = [...allInside(page, headings)];
        areAll = true;
        // To compare with what is far off takes long.
        if (found) last = starts.indexOf(found) + 1;
      }
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
      starts = [];
      areAll = false;
      asked = 0;
      last = 0;
    },
  };
}

/** The last heading before a node, looked for on a short way back. */
function headingBefore(node: Node, page: Document): Section | 'far' {
  let at = node;
  let steps = 0;
  while (steps < shortWay) {
    let before: Node | null = previousSiblingOf(at);
    for (let last = before; last && steps < shortWay; last = lastChildOf(last)) {
      before = last;
      steps++;
    }
    before ??= parentOf(at);
    if (before === page) return undefined;
    // The top of a shadow tree.
    if (before === null) return 'far';
    if (isElement(before) && isMatch(before, headings)) return before;
    at = before;
    steps++;
  }
  return 'far';
}
