import { parentElementOf } from './dom.ts';
import { listen } from './listen.ts';
import { createShadowTrees, type RootOf } from './shadow-trees.ts';
import { workInSlices } from './work-in-slices.ts';

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
const lookAfter = 300;
/** And no more often than this many times as long as looking took. */
const lookRarely = 100;
/** So many elements are looked at again at once, in a fraction of a millisecond, and so far apart, in ms. */
const piece = 400;
const pieceEvery = 4;

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
  /** Found where nothing was new. */
  const late: ShadowRoot[] = [];

  /** While all are looked at again. */
  let look: ReturnType<typeof trees.searchAgain> | undefined;
  let isWantedAgain = false;

  const lookOn = workInSlices(
    page,
    {
      slice() {
        const start = performance.now();
        const roots = look?.(piece);
        took += performance.now() - start;
        if (roots) {
          late.push(...roots);
          if (roots.length > 0) wake();
          return 'more';
        }
        look = undefined;
        if (isWantedAgain) lookLater();
        return 'done';
      },
    },
    signal,
    () => new Promise((resolve) => setTimeout(resolve, pieceEvery)),
  );
  const lookAgain = (): void => {
    timer = undefined;
    took = 0;
    isWantedAgain = false;
    look = trees.searchAgain(page);
    lookOn();
    if (!(pointedAt instanceof Element)) return;
    trees.lookAt(ancestorsOf(pointedAt));
    pointedAt = undefined;
    wake();
  };
  const lookLater = (): void => {
    isWantedAgain = true;
    if (look || signal.aborted) return;
    timer ??= setTimeout(lookAgain, Math.max(lookAfter, lookRarely * took));
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
    isSearched: () => late.length === 0 && trees.isSearched(),
    isSearchedClosely: () => late.length === 0 && trees.isSearchedClosely(),
    step: () => (late.length > 0 ? late.splice(0) : trees.step()),
  };
}

function* ancestorsOf(node: Element): Generator<Element> {
  for (let element: Element | null = node; element; element = parentElementOf(element)) yield element;
}
