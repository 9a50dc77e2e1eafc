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

/** The elements of HTML that can have one; of other names those with a hyphen. */
const hostNames = new Set(
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(' '),
);

/**
 * What is likely to have one: elements of the page's own making, and empty ones. The browser finds them by itself; names
 * that are left out here are only looked at in vain.
 */
const likelySelector = `:empty,:not(${[...hostNames].join()},a,li,td,b,i,em,strong,sup,sub,small,tr,th,ul,ol,table,tbody,dl,dt,dd,label,button,code,form)`;

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
      likely.push(likelyIn(node));
      unlikely.push(searchIn(node));
    },
    searchAgain(page) {
      const searches = [searchIn(page), ...[...known.values()].map(searchIn)];
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
      const forgetAll = (search: Search): void => {
        for (let element = search.next(); element; element = search.next()) forget(element);
      };
      forgetAll(searchIn(node));
      for (const root of roots) forgetAll(searchIn(root));
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
    const element = searches[0]?.next();
    if (!element) {
      searches.shift();
      break;
    }
    roots.push(...look(element));
  }
  return roots;
}

interface Search {
  next(): Element | undefined;
}

/** Goes through a node and the elements in it. The page may change in between: what it moves can be missed, and what is new has been announced. */
function searchIn(node: Node): Search {
  const tops = isElement(node) ? [node] : [...childNodesOf(node)].filter(isElement);
  let inside: HTMLCollectionOf<Element> | undefined;
  let index = 0;
  return {
    next() {
      const element = inside?.[index++];
      if (element) return element;
      const top = tops.shift();
      if (!top) return undefined;
      inside = elementsIn(top);
      index = 0;
      return top;
    },
  };
}

/** Goes through what is likely in a node. The page may change in between: then all are looked at again. */
function likelyIn(node: Node): Search {
  const tops = isElement(node) ? [node] : [...childNodesOf(node)].filter(isElement);
  /** The children that are next in elements that are gone through one by one, and how deep they are. */
  const levels: (readonly [Element, number])[] = [];
  /** Gone through by number: iterators of lists keep nodes that have left the page through collections of Chromium's heap. */
  let found: ReturnType<typeof allInside> | undefined;
  let index = 0;
  const nextTop = (): readonly [Element, number] | undefined => {
    const next = levels.pop();
    if (!next) {
      const top = tops.shift();
      return top && [top, 0];
    }
    const [element, depth] = next;
    const after = nextElementOf(element);
    if (after) levels.push([after, depth]);
    return next;
  };
  return {
    next() {
      const element = found?.[index++];
      if (element) return element;
      found = undefined;
      index = 0;
      const next = nextTop();
      if (!next) return undefined;
      const [top, depth] = next;
      const isMany = depth < deepestSearch && elementsIn(top)[mostAtOnce] !== undefined;
      const first = isMany ? firstElementOf(top) : null;
      if (first) levels.push([first, depth + 1]);
      else found = allInside(top, likelySelector);
      return top;
    },
  };
}

function canHost(element: Element): boolean {
  const name = localNameOf(element);
  return (
    (hostNames.has(name) || (name.includes('-') && name !== popoverHostName)) &&
    element instanceof HTMLElement
  );
}
