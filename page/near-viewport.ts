import { blockAround } from './block-around.ts';
import { listen } from './listen.ts';
import type { Occurrence } from './occurrence.ts';
import { inDocumentOrder, partNearViewport } from './part-near-viewport.ts';
import { createRectsOfPlace } from './rects-of-place.ts';

/** Which occurrences are on screen or soon will be. */
export interface NearViewport {
  add(occurrences: readonly Occurrence[]): void;
  remove(occurrences: Iterable<Occurrence>): void;
}

/** Ranges that are registered cost something in every frame in which the page changes; so many are near at most. */
const mostNear = 500;

/** A block with more than this is looked into: only its part near the viewport counts. */
const mostInBlock = 40;

/** Half a screen above and below, so that marks are there before the words are. */
const margin = 0.5;

/** A block element and the occurrences in it. */
interface Block {
  readonly element: Element;
  readonly occurrences: Set<Occurrence>;
  /** In document order, once that was needed. */
  sorted: readonly Occurrence[] | undefined;
  near: ReadonlySet<Occurrence>;
  isNear: boolean;
  /** It has no box of its own (`display: contents`), so only its lines tell where it is. */
  isBoxless: boolean;
}

/**
 * Tells which occurrences come near the viewport and which leave it. The browser watches their blocks, so scrolling
 * costs nothing of ours; a long block, such as a paper in one `pre`, is searched by height when it moves.
 */
export function watchNearViewport(
  page: Document,
  report: (come: readonly Occurrence[], gone: readonly Occurrence[]) => void,
  signal: AbortSignal,
): NearViewport {
  const blocks = new Map<Element, Block>();
  const blockOf = new Map<Occurrence, Block>();
  const long = new Set<Block>();
  /** Blocks for which there was no room. */
  const waiting = new Set<Block>();
  const rectsOf = createRectsOfPlace(page);
  let count = 0;
  let frame = 0;

  const settle = (block: Block): void => {
    const isLong = block.isBoxless || (block.isNear && block.occurrences.size > mostInBlock);
    follow(block, isLong);
    const wanted = isLong ? linesNear(block) : block.isNear ? [...block.occurrences] : [];
    const near = new Set(wanted.slice(0, mostNear - count + block.near.size));
    if (near.size < wanted.length) waiting.add(block);
    else waiting.delete(block);
    const come = [...near].filter((occurrence) => !block.near.has(occurrence));
    const gone = [...block.near].filter((occurrence) => !near.has(occurrence));
    count += near.size - block.near.size;
    block.near = near;
    if (come.length + gone.length > 0) report(come, gone);
  };

  const settleAll = (some: Iterable<Block>): void => {
    const before = count;
    for (const block of some) settle(block);
    if (count < before) for (const block of [...waiting]) settle(block);
  };

  const linesNear = (block: Block): readonly Occurrence[] => {
    block.sorted ??= inDocumentOrder(block.occurrences);
    return partNearViewport(block.sorted, rectsOf, [-margin * innerHeight, (1 + margin) * innerHeight]);
  };

  /** Long blocks are looked at again when something moves. */
  const follow = (block: Block, isLong: boolean): void => {
    if (isLong === long.has(block)) return;
    if (isLong) {
      long.add(block);
      resized.observe(block.element);
    } else {
      long.delete(block);
      resized.unobserve(block.element);
    }
  };
  const lookAgain = (): void => {
    if (long.size === 0) return;
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      settleAll(long);
    });
  };

  const resized = new ResizeObserver(lookAgain);
  const percent = `${margin * 100}%`;
  const seen = new IntersectionObserver(
    (entries) => {
      const moved: Block[] = [];
      for (const { target, isIntersecting, boundingClientRect: box } of entries) {
        const block = blocks.get(target);
        if (!block) continue;
        block.isNear = isIntersecting;
        block.isBoxless = box.height === 0 && getComputedStyle(target).display === 'contents';
        moved.push(block);
      }
      // Those that leave make room for those that come.
      settleAll(moved.sort((a, b) => Number(a.isNear) - Number(b.isNear)));
    },
    // Inner scrollers need a margin of their own; a browser that does not know the word ignores it.
    { root: page, rootMargin: percent, ...{ scrollMargin: percent } },
  );

  listen(page, 'scroll', lookAgain, signal);
  listen(window, 'resize', lookAgain, signal);
  const end = (): void => {
    cancelAnimationFrame(frame);
    seen.disconnect();
    resized.disconnect();
  };
  signal.addEventListener('abort', end, { once: true });

  return {
    add(occurrences) {
      if (signal.aborted) return;
      const grown = new Set<Block>();
      for (const occurrence of occurrences) {
        const element = blockAround(occurrence.place.start.node);
        if (!element) continue;
        let block = blocks.get(element);
        if (!block) {
          block = emptyBlock(element);
          blocks.set(element, block);
          seen.observe(element);
        }
        block.occurrences.add(occurrence);
        block.sorted = undefined;
        blockOf.set(occurrence, block);
        if (block.isNear || block.isBoxless) grown.add(block);
      }
      settleAll(grown);
    },
    remove(occurrences) {
      const shrunk = new Set<Block>();
      for (const occurrence of occurrences) {
        const block = blockOf.get(occurrence);
        if (!block) continue;
        blockOf.delete(occurrence);
        block.occurrences.delete(occurrence);
        block.sorted = undefined;
        shrunk.add(block);
      }
      settleAll(shrunk);
      for (const block of shrunk) {
        if (block.occurrences.size > 0) continue;
        follow(block, false);
        waiting.delete(block);
        blocks.delete(block.element);
        seen.unobserve(block.element);
      }
    },
  };
}

function emptyBlock(element: Element): Block {
  return {
    element,
    occurrences: new Set(),
    sorted: undefined,
    near: new Set(),
    isNear: false,
    isBoxless: false,
  };
}
