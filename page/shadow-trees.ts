import { childNodesOf, elementsIn, firstChildOf, isElement, localNameOf, openRootOf } from './dom.ts';
import { popoverHostName } from './popover-host.ts';

/** Gives the shadow root of an element, closed ones too where the browser shows them to us; `null` when it has none. */
export type RootOf = (element: Element) => ShadowRoot | null;

/** The shadow trees of a page, as far as they have been found. */
export interface ShadowTrees {
  /** There may be some in this node: they are looked for by the next steps. */
  search(node: Node): void;
  /** They are looked for all over again, where some may have come without a word. */
  searchAgain(page: Node): void;
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
 * Nothing tells which elements have a shadow root, each is to be asked. Whether it is open costs next to nothing; closed
 * ones are asked for by a dear way (some 4 µs in Chromium), so elements of the page's own making and empty ones come first.
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
      likely.push(searchIn(node));
      unlikely.push(searchIn(node));
    },
    searchAgain(page) {
      likely = [searchIn(page), ...[...known.values()].map(searchIn)];
    },
    isSearched: () => likely.length + closely.length === 0,
    isSearchedClosely: () => likely.length + closely.length + unlikely.length === 0,
    step() {
      if (closely.length > 0) return closely.splice(0, stepLength).flatMap(look);
      const isFirst = likely.length > 0;
      const searches = isFirst ? likely : unlikely;
      const [search] = searches;
      if (!search) return [];
      const roots: ShadowRoot[] = [];
      for (let count = 0; count < stepLength; count++) {
        const element = search.next();
        if (!element) {
          searches.shift();
          break;
        }
        roots.push(...(isFirst ? lookLikely(element) : look(element)));
      }
      return roots;
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

function canHost(element: Element): boolean {
  const name = localNameOf(element);
  return (
    (hostNames.has(name) || (name.includes('-') && name !== popoverHostName)) &&
    element instanceof HTMLElement
  );
}
