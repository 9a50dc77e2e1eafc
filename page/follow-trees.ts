import { parentElementOf } from './dom.ts';
import { listen } from './listen.ts';
import { createShadowTrees, type RootOf } from './shadow-trees.ts';

/** The shadow trees of a page, found as they come. */
export interface TreeFollower {
  /** Forgets all, and begins with this node. */
  restart(node: Node): void;
  /** This node is new. */
  search(node: Node): void;
  /** The known roots in a node that is gone. */
  forgetIn(node: Node): ShadowRoot[];
  /** Something changed: elements may have got a tree without a word. */
  lookLater(): void;
  isSearched(): boolean;
  /** Whether the last, unlikely elements have been looked at too. */
  isSearchedClosely(): boolean;
  /** Looks at a few elements, and gives the roots that are new. */
  step(): ShadowRoot[];
}

/** So long after a change, or a move of the pointer, elements are looked at again, in ms. */
const lookAfter = 500;
/** And no more often than this many times as long as looking took. */
const lookRarely = 100;

/**
 * Finds shadow trees in what is new; and, as an element can get one without a word, again after a change of the page and
 * where the reader points. `wake` is called when there is something to look at.
 */
export function followTrees(
  page: Document,
  rootOf: RootOf | undefined,
  wake: () => void,
  signal: AbortSignal,
): TreeFollower {
  const trees = createShadowTrees(rootOf);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let took = 0;
  let pointedAt: EventTarget | undefined;

  const lookAgain = (): void => {
    timer = undefined;
    took = 0;
    trees.searchAgain(page);
    if (pointedAt instanceof Element) trees.lookAt(ancestorsOf(pointedAt));
    pointedAt = undefined;
    wake();
  };
  const lookLater = (): void => {
    if (!signal.aborted) timer ??= setTimeout(lookAgain, Math.max(lookAfter, lookRarely * took));
  };

  listen(
    page,
    'pointerover',
    (event) => {
      pointedAt = event.composedPath()[0];
      lookLater();
    },
    signal,
  );
  signal.addEventListener(
    'abort',
    () => {
      clearTimeout(timer);
      trees.clear();
    },
    { once: true },
  );

  return {
    restart(node) {
      trees.clear();
      trees.search(node);
    },
    search: trees.search,
    forgetIn: trees.forgetIn,
    lookLater,
    isSearched: trees.isSearched,
    isSearchedClosely: trees.isSearchedClosely,
    step() {
      const start = performance.now();
      const roots = trees.step();
      took += performance.now() - start;
      return roots;
    },
  };
}

function* ancestorsOf(node: Element): Generator<Element> {
  for (let element: Element | null = node; element; element = parentElementOf(element)) yield element;
}
