import { blockAround } from './block-around.ts';
import { boxOf, parentElementOf } from './dom.ts';
import { listen } from './listen.ts';
import type { Occurrence } from './occurrence.ts';
import { addToRuns, partNearViewport } from './part-near-viewport.ts';
import { createRectsOfPlace } from './rects-of-place.ts';
import { emptyBlock, type WatchedBlock } from './watched-block.ts';

/** Which occurrences are on screen or soon will be. */
export interface NearViewport {
  add(occurrences: readonly Occurrence[]): void;
  remove(occurrences: Iterable<Occurrence>): void;
}

/** Ranges that are registered cost something in every frame in which the page changes; so many are near at most. */
const mostNear = 500;

/** A block with more than this is looked into: only its part near the viewport counts. */
const mostInBlock = 40;

/**
 * So many blocks are watched one by one: in Chromium each costs some two microseconds in every frame in which the page
 * changes. On longer pages the rest shares the block around them, and is found by height.
 */
const mostBlocks = 400;

/** So many blocks are asked themselves where they are. */
const firstBlocks = 40;

/** So long a block may have grown before it is looked into again, in ms. */
const growthDelay = 100;

/** Half a screen above and below, so that marks are there before the words are. */
const margin = 0.5;

/**
 * Tells which occurrences come near the viewport and which leave it. The browser watches their blocks, so scrolling
 * costs nothing of ours; a long block, such as a paper in one `pre`, is searched by height when it moves.
 */
export function watchNearViewport(
  page: Document,
  report: (come: readonly Occurrence[], gone: readonly Occurrence[]) => void,
  signal: AbortSignal,
): NearViewport {
  const blocks = new Map<Element, WatchedBlock>();
  // Not weak: such a map grows with all that a page has thrown away since the last collection, and never shrinks.
  const homes = new Map<Element, Home>();
  const homeOf = new Map<Occurrence, Home>();
  const long = new Set<WatchedBlock>();
  /** Blocks for which there was no room. */
  const waiting = new Set<WatchedBlock>();
  const rectsOf = createRectsOfPlace(page);
  let count = 0;
  let isFirst = true;
  let later = 0;

  const settle = (block: WatchedBlock, changes: Changes, isLaidOut: boolean): void => {
    const isLong = block.isBoxless || (block.isNear && block.occurrences.size > mostInBlock);
    follow(block, isLong);
    if (isLong && !isLaidOut) {
      lookAgain();
      return;
    }
    const wanted = isLong ? linesNear(block) : block.isNear ? [...block.occurrences] : [];
    const near = new Set(wanted.slice(0, mostNear - count + block.near.size));
    if (near.size < wanted.length) waiting.add(block);
    else waiting.delete(block);
    for (const occurrence of near) if (!block.near.has(occurrence)) changes.come.push(occurrence);
    for (const occurrence of block.near) if (!near.has(occurrence)) changes.gone.push(occurrence);
    count += near.size - block.near.size;
    block.near = near;
  };

  const settled = (
    some: Iterable<WatchedBlock>,
    isLaidOut: boolean,
    gone: readonly Occurrence[] = [],
  ): Changes => {
    const before = count + gone.length;
    const changes: Changes = { come: [], gone: [...gone] };
    for (const block of some) settle(block, changes, isLaidOut);
    if (count < before) for (const block of [...waiting]) settle(block, changes, isLaidOut);
    return changes;
  };
  /** First all questions about the page's layout, then all that is painted: what is painted makes the layout anew. */
  const settleAll = (some: Iterable<WatchedBlock>, without: readonly Occurrence[] = []): void => {
    const { come, gone } = settled(some, false, without);
    if (come.length + gone.length > 0) report(come, gone);
  };

  const linesNear = (block: WatchedBlock): readonly Occurrence[] => {
    return runsOf(block).flatMap((run) =>
      partNearViewport(run, rectsOf, [-margin * innerHeight, (1 + margin) * innerHeight]),
    );
  };

  /** Long blocks are looked at again when something moves. */
  const follow = (block: WatchedBlock, isLong: boolean): void => {
    if (isLong === long.has(block)) return;
    if (isLong) {
      long.add(block);
      resized.observe(block.element);
    } else {
      long.delete(block);
      resized.unobserve(block.element);
    }
  };
  /**
   * In the next frame, when the browser has laid the page out and has not to do it for us: then it tells how large things
   * are, of which the root always has a size. What is found is painted when the frame is over.
   */
  const lookAgain = (): void => {
    if (long.size > 0 && !signal.aborted) laidOut.observe(page.documentElement);
  };
  const laidOut = new ResizeObserver(() => {
    laidOut.disconnect();
    const { come, gone } = settled(long, true);
    window.setTimeout(() => {
      // Meanwhile they may have gone, or come back.
      if (!signal.aborted)
        report(
          come.filter(isNear),
          gone.filter((each) => !isNear(each)),
        );
    });
  });
  const isNear = (occurrence: Occurrence): boolean =>
    homeOf.get(occurrence)?.block.near.has(occurrence) ?? false;
  /** A block that grows moves what is painted along; what comes near by it can wait a moment. */
  const lookLater = (): void => {
    later ||= window.setTimeout(() => {
      later = 0;
      lookAgain();
    }, growthDelay);
  };

  const resized = new ResizeObserver(lookLater);
  const percent = `${margin * 100}%`;
  const seen = new IntersectionObserver(
    (entries) => {
      const moved: WatchedBlock[] = [];
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
    clearTimeout(later);
    laidOut.disconnect();
    seen.disconnect();
    resized.disconnect();
  };
  signal.addEventListener('abort', end, { once: true });

  const homeFor = (occurrence: Occurrence): Home | undefined => {
    const around = blockAround(occurrence.place.start.node);
    const before = around && homes.get(around);
    if (before) return before;
    let element = around;
    while (element && blocks.size >= mostBlocks && !blocks.has(element) && element !== page.body) {
      element = parentElementOf(element);
    }
    if (!around || !element) return undefined;
    let block = blocks.get(element);
    if (!block) {
      block = emptyBlock(element);
      // The first are those in view, and the page has just been laid out to find them: they need not wait for the browser.
      if (isFirst && blocks.size < firstBlocks) block.isNear = isNearNow(element);
      blocks.set(element, block);
      seen.observe(element);
    }
    const home = { element: around, block, count: 0 };
    homes.set(around, home);
    return home;
  };

  const dropEmpty = (block: WatchedBlock): void => {
    if (block.occurrences.size > 0) return;
    follow(block, false);
    waiting.delete(block);
    blocks.delete(block.element);
    seen.unobserve(block.element);
  };

  return {
    add(occurrences) {
      if (signal.aborted) return;
      const grown = new Set<WatchedBlock>();
      let isInLong = false;
      let node: Text | undefined;
      let home: Home | undefined;
      for (const occurrence of occurrences) {
        // Most come in the order of the page, several of them in one text.
        if (occurrence.place.start.node !== node) {
          node = occurrence.place.start.node;
          home = homeFor(occurrence);
        }
        if (!home) continue;
        const { block } = home;
        home.count++;
        homeOf.set(occurrence, home);
        block.occurrences.add(occurrence);
        if (block.runs) addToRuns(block.runs, occurrence);
        // Bit by bit, as they come: all at once it can take a while.
        else if (block.occurrences.size > mostInBlock) runsOf(block);
        if (long.has(block)) isInLong = true;
        else if (block.isNear) grown.add(block);
      }
      isFirst = false;
      if (grown.size > 0) settleAll(grown);
      if (isInLong) lookLater();
    },
    remove(occurrences) {
      const gone: Occurrence[] = [];
      const shrunk = new Set<WatchedBlock>();
      for (const occurrence of occurrences) {
        const home = homeOf.get(occurrence);
        if (!home) continue;
        const { block } = home;
        homeOf.delete(occurrence);
        if (--home.count === 0) homes.delete(home.element);
        block.occurrences.delete(occurrence);
        if (block.near.delete(occurrence)) gone.push(occurrence);
        shrunk.add(block);
      }
      count -= gone.length;
      for (const block of shrunk) {
        block.runs = block.runs
          ?.map((run) => run.filter((occurrence) => block.occurrences.has(occurrence)))
          .filter((run) => run.length);
        dropEmpty(block);
      }
      settleAll([], gone);
      lookLater();
    },
  };
}

function runsOf(block: WatchedBlock): readonly (readonly Occurrence[])[] {
  if (!block.runs) {
    block.runs = [];
    for (const occurrence of block.occurrences) addToRuns(block.runs, occurrence);
  }
  return block.runs;
}

function isNearNow(element: Element): boolean {
  const { top, bottom, height } = boxOf(element);
  return height > 0 && bottom >= -margin * innerHeight && top <= (1 + margin) * innerHeight;
}

/** The element in which occurrences are, and the block that is watched for it: itself, or one around it. */
interface Home {
  readonly element: Element;
  readonly block: WatchedBlock;
  /** Of so many occurrences. */
  count: number;
}

interface Changes {
  readonly come: Occurrence[];
  readonly gone: Occurrence[];
}
