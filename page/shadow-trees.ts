import {
  allInside,
  childNodesOf,
  elementsIn,
  firstChildOf,
  firstElementOf,
  isElement,
  localNameOf,
  nextElementOf,
  openRootOf,
} from './dom.ts';
import { popoverHostName } from './popover-host.ts';

/** Gives the shadow root of an element, closed ones too where the browser shows them to us; `null` when it has none. */
export type RootOf = (element: Element) => ShadowRoot | null;

/** The shadow trees of a page, as far as they have been found. */
export interface ShadowTrees {
  /** There may be some in this node: they are looked for by the next steps. */
  search(node: Node): void;
  /**
   * Looks for them all over again, where some may have come without a word: gives a function that looks at so many elements
   * more each time, and gives the roots that were not known, or `undefined` when all has been looked at.
   */
  searchAgain(page: Node): (count: number) => ShadowRoot[] | undefined;
  /** Whether all has been looked at that is likely to hold one. */
  isSearched(): boolean;
  /** Whether all has been looked at. */
  isSearchedClosely(): boolean;
  /** Looks at some elements, the likely ones first, and gives the roots that were not known. */
  step(): ShadowRoot[];
  /** Looks at these elements before any others. */
  lookAt(elements: Iterable<Element>): void;
  /** The known roots inside a node of the page, and in each other; they are forgotten. */
  forgetIn(node: Node): ShadowRoot[];
  clear(): void;
}

/** Elements that are looked at in one step. */
const stepLength = 100;

/** The elements of HTML that can have one, frequent ones first; of other names those with a hyphen. */
const hostNames = new Set(
  'span div p section h2 h3 h4 article header footer nav main aside h1 h5 h6 blockquote body'.split(' '),
);

/** Others that pages are full of. The browser goes through these lists by itself, name after name: frequent ones come first. */
const ordinary = 'a,li,td,b,i,em,sup,tr,strong,code,th,ul,dd,dt,sub,dl,ol,button,table,tbody,form';
/** What can have one, and a few more. */
const possibleSelector = `:not(${ordinary})`;
/** What is likely to have one: elements of the page's own making, and empty ones. */
const likelySelector = `:empty,:not(span,div,p,${ordinary},${[...hostNames].join()})`;

/** In so many elements they are sought at once. */
const mostAtOnce = 2_000;
/** Deeper down in however many. */
const deepestSearch = 50;

/**
 * Nothing tells which elements have a shadow root, each is to be asked, and to a script each costs a microsecond just to
 * look at; closed roots are asked for by a dear way (some 4 µs in Chromium). So the likely ones come first, without the others.
 */
export function createShadowTrees(rootOf: RootOf = openRootOf): ShadowTrees {
  const known = new Map<Element, ShadowRoot>();
  let likely: Search[] = [];
  let unlikely: Search[] = [];
  /** Elements that are looked at whatever they are like. */
  let closely: Element[] = [];

  const found = (element: Element, root: ShadowRoot | null): ShadowRoot[] => {
    if (root === null || known.get(element) === root) return [];
    known.set(element, root);
    return [root];
  };

  const look = (element: Element): ShadowRoot[] =>
    known.has(element) || !canHost(element) ? [] : found(element, rootOf(element));

  const lookLikely = (element: Element): ShadowRoot[] => {
    if (known.has(element) || !canHost(element)) return [];
    const isLikely = localNameOf(element).includes('-') || firstChildOf(element) === null;
    return found(element, isLikely ? rootOf(element) : openRootOf(element));
  };

  return {
    search(node) {
      likely.push(searchIn(node, likelySelector));
      unlikely.push(searchIn(node, possibleSelector));
    },
    searchAgain(page) {
      const searches = [page, ...known.values()].map((node) => searchIn(node, possibleSelector));
      return (count) => (searches.length === 0 ? undefined : lookOn(searches, lookLikely, count));
    },
    isSearched: () => likely.length + closely.length === 0,
    isSearchedClosely: () => likely.length + closely.length + unlikely.length === 0,
    step() {
      if (closely.length > 0) return closely.splice(0, stepLength).flatMap(look);
      return likely.length > 0 ? lookOn(likely, lookLikely, stepLength) : lookOn(unlikely, look, stepLength);
    },
    lookAt(elements) {
      closely.push(...elements);
    },
    forgetIn(node) {
      if (known.size === 0 || !isElement(node)) return [];
      const roots: ShadowRoot[] = [];
      const forget = (element: Element): void => {
        const root = known.get(element);
        if (!root) return;
        known.delete(element);
        roots.push(root);
      };
      const forgetAll = (around: Node): void => {
        for (const element of searchIn(around, possibleSelector)) forget(element);
      };
      forgetAll(node);
      for (const root of roots) forgetAll(root);
      return roots;
    },
    clear() {
      known.clear();
      likely = [];
      unlikely = [];
      closely = [];
    },
  };
}

/** Looks at so many elements of the first search, or at what is left of it. */
function lookOn(
  searches: Search[],
  look: (element: Element) => readonly ShadowRoot[],
  count: number,
): ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  for (let left = count; left > 0; left--) {
    const element = searches[0]?.next().value;
    if (!element) {
      searches.shift();
      break;
    }
    roots.push(...look(element));
  }
  return roots;
}

type Search = Generator<Element, undefined>;

/**
 * Goes through a node and what the selector finds in it. The page may change in between: what it moves can be missed, and what
 * is new has been announced.
 */
function* searchIn(node: Node, selector: string, depth = 0): Search {
  if (!isElement(node)) {
    for (const top of [...childNodesOf(node)].filter(isElement)) yield* searchIn(top, selector);
    return;
  }
  yield node;
  if (depth < deepestSearch && elementsIn(node)[mostAtOnce]) {
    for (let child = firstElementOf(node); child; ) {
      const after = nextElementOf(child);
      yield* searchIn(child, selector, depth + 1);
      child = after;
    }
    return;
  }
  // By number, of which each has an element: iterators of lists keep nodes that have left the page through collections of
  // Chromium's heap.
  const found = allInside(node, selector);
  for (let index = 0; index < found.length; index++) yield found[index] as Element;
}

function canHost(element: Element): boolean {
  const name = localNameOf(element);
  return (
    (hostNames.has(name) || (name.includes('-') && name !== popoverHostName)) &&
    element instanceof HTMLElement
  );
}
