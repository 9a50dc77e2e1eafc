import Mark from 'mark.js';
import {
  attributeOf,
  dataOf,
  firstChildOf,
  isElement,
  isText,
  parentElementOf,
  parentOf,
  previousSiblingOf,
  takeOut,
} from './dom.ts';
import { markName } from './mark-style.ts';
import type { Boundary } from './occurrence.ts';

/** A part of a text that is to be marked, in UTF-16 units of the text as the page wrote it. */
export interface Segment {
  readonly start: number;
  readonly end: number;
}

/** A text of the page, parts of which are wrapped in mark elements. */
export interface MarkedText {
  readonly marks: ReadonlyMap<Segment, HTMLElement>;
  /** The nodes that were not there before, marks and the texts between them. */
  readonly pieces: readonly (HTMLElement | Text)[];
  /** Where a boundary of the text as the page wrote it lies now. */
  boundaryAt(offset: number, side: 'start' | 'end'): Boundary;
  /** Gives the text back as the page wrote it, or as it has rewritten it since. */
  restore(): void;
}

/** The attribute by which a mark is known, in any copy the page may make of it. */
export const markAttribute = `data-${markName}`;

/**
 * Wraps parts of a text with mark.js. It shortens the text node and leaves it where it is, in front of the marks and the
 * rests; so a page that holds on to its node can still move, change or remove it, and nothing of the page's is lost.
 */
export function markText(node: Text, segments: readonly Segment[]): MarkedText {
  const original = dataOf(node);
  const marks = new Map<Segment, HTMLElement>();
  const pieces: (HTMLElement | Text)[] = [];
  const sorted = [...segments].sort((a, b) => a.start - b.start);
  const ranges = sorted.map((segment, index) => ({
    start: segment.start,
    length: segment.end - segment.start,
    index,
  }));
  // The types ask for elements; mark.js walks from any node, and a text is its own only text.
  new Mark(node as unknown as HTMLElement).markRanges(ranges, {
    element: 'mark',
    each: (element, { index }: (typeof ranges)[number]) => {
      const segment = sorted[index];
      const rest = element.nextSibling;
      // What we asked mark.js to make, and the text it split off.
      pieces.push(element as HTMLElement, rest as Text);
      if (segment) marks.set(segment, element as HTMLElement);
    },
  });
  const kept = dataOf(node);
  return {
    marks,
    pieces,
    boundaryAt(offset, side) {
      let left = offset;
      let at = node;
      for (const next of [node, ...pieces]) {
        const text = isText(next) ? next : firstChildOf(next);
        if (text === null || !isText(text)) continue;
        at = text;
        const { length } = dataOf(text);
        if (left < length || (side === 'end' && left === length)) break;
        left -= length;
      }
      return { node: at, offset: left };
    },
    restore() {
      const parent = parentOf(node);
      const beside = pieces.filter((piece) => parentOf(piece) === parent);
      const text = kept + beside.map((piece) => piece.textContent).join('');
      for (const piece of pieces) takeOut(piece);
      // When the page has given the node other words, those count and the pieces are the past.
      if (dataOf(node) === kept) node.data = parent === null ? original : text;
    },
  };
}

/** Whether a text lies in or right behind a mark: the page's own text node is in front of it. */
export function isPieceOfMark(text: Text): boolean {
  const parent = parentElementOf(text);
  const before = previousSiblingOf(text);
  return (parent !== null && isMark(parent)) || (before !== null && isElement(before) && isMark(before));
}

function isMark(element: Element): boolean {
  return attributeOf(element, markAttribute) !== null;
}
