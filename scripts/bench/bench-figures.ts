import { hostileShapes } from './hostile-shapes.ts';
import type { Contender } from './in-page.ts';
import type { MadeUpPage } from './made-up-text.ts';
import { type BenchPage, openBench } from './open-bench.ts';

/** The pages that are read. */
export type PageName = '50kB' | '1MB' | '10MB' | 'tiny';

/** One contender on one page with so many patterns, as a multiple of the floor of the same rounds. */
export interface FindFigure {
  readonly page: PageName;
  readonly patterns: number;
  /** Ratio of the medians. */
  readonly ratio: number;
  /** Ratio of the shortest times, which other work on the machine disturbs less. */
  readonly least: number;
  /** The shortest time, in ms. */
  readonly ms: number;
  readonly found: number;
}

/** All that was measured. Times are in ms. */
export interface Figures {
  readonly find: readonly FindFigure[];
  readonly peers: readonly (FindFigure & { readonly name: Contender })[];
  /** The floor itself, on each page. */
  readonly floor: readonly { readonly page: PageName; readonly ms: number }[];
  /** How time grows with the page, 50 kB to 10 MB: the slope of log time over log size, ours minus the floor's. */
  readonly slopeOverFloor: number;
  /** 100,000 patterns that never occur, as a multiple of 100 such, on 1 MB. */
  readonly neverOccurring: number;
  readonly first50kB: number;
  readonly first1MB: number;
  readonly first10MB: number;
  readonly longest1MB: number;
  readonly longest10MB: number;
  /** Painting 50,000 mentions, the next frame included; and that frame without us. */
  readonly paint: number;
  readonly paintNone: number;
  /** The frame of the very first mention on that page of 10 MB: the browser takes up the rules of our marks. */
  readonly paintStyle: number;
  readonly mutationP95: number;
  readonly hoverP95: number;
  /** Median frame of a page that changes in every frame, and without us. */
  readonly frame: number;
  readonly frameNone: number;
  /** The shipped lexicon, the first time in a fresh page. */
  readonly load: number;
  readonly compile: number;
  readonly compileMB: number;
  readonly hostile: readonly HostileFigure[];
}

/** A page made to be hard to read: our longest task on it and all our work, in ms. */
interface HostileFigure {
  readonly name: string;
  readonly longest: number;
  readonly total: number;
  readonly mentions: number;
  readonly state: string;
}

const pages: Readonly<Record<PageName, MadeUpPage>> = {
  '50kB': { kind: 'article', size: 50_000 },
  '1MB': { kind: 'article', size: 1_000_000 },
  '10MB': { kind: 'article', size: 10_000_000 },
  tiny: { kind: 'tiny', size: 200_000 },
};
const pageNames: readonly PageName[] = ['50kB', '1MB', '10MB', 'tiny'];
const rounds: Readonly<Record<PageName, number>> = { '50kB': 31, '1MB': 11, '10MB': 3, tiny: 5 };

/** What others do with the same, where it ends within seconds. */
const peerCells: readonly (readonly [Contender, PageName, number, rounds: number])[] = [
  ['regex', '50kB', 100, 9],
  ['regex', '50kB', 1000, 5],
  ['regex', '1MB', 100, 5],
  ['regex', '1MB', 1000, 3],
  ['ahoCorasick', '50kB', 1000, 9],
  ['ahoCorasick', '1MB', 100, 5],
  ['ahoCorasick', '1MB', 1000, 5],
  ['ahoCorasick', '1MB', 100_000, 3],
  ['markRegExp', '50kB', 100, 5],
  ['markRegExp', '1MB', 100, 3],
  ['mark', '50kB', 100, 3],
];

/** Measures everything, in about five minutes; `quick` in one. */
export async function benchFigures(how: {
  readonly quick: boolean;
  readonly say: (what: string) => void;
}): Promise<Figures> {
  const { quick, say } = how;
  const find: FindFigure[] = [];
  const peers: (FindFigure & { readonly name: Contender })[] = [];
  const floor = new Map<PageName, number>();
  let neverOccurring = 0;

  for (const page of pageNames.filter((name) => !quick || name !== '10MB')) {
    for (const patterns of [100, 1000, 100_000]) {
      say(`${page}, ${patterns} patterns`);
      const mine = peerCells.filter(([, where, count]) => where === page && count === patterns);
      const bench = await openBench();
      const times = await takeTurns(bench, page, [
        ['floor', patterns, quick ? 5 : rounds[page]],
        ['ours', patterns, quick ? 5 : rounds[page]],
        ...mine.map(([name, , count, many]) => [name, count, quick ? 1 : many] as const),
      ]);
      await bench.close();
      const [ofFloor, ours, ...others] = times;
      if (!ofFloor || !ours) continue;
      floor.set(page, Math.min(...ofFloor.ms, floor.get(page) ?? Number.POSITIVE_INFINITY));
      find.push(figureOf(page, patterns, ours, ofFloor));
      others.forEach((other, index) => {
        peers.push({ name: mine[index]?.[0] ?? 'ours', ...figureOf(page, patterns, other, ofFloor) });
      });
    }
  }

  say('patterns that never occur');
  {
    const few = await openBench();
    const many = await openBench();
    const [a, b]: [number[], number[]] = [[], []];
    for (let round = 0; round < (quick ? 5 : 15); round++) {
      a.push((await few.call('find', pages['1MB'], 'ours', 100, 'never')).ms);
      b.push((await many.call('find', pages['1MB'], 'ours', 100_000, 'never')).ms);
    }
    neverOccurring = median(b.slice(2)) / median(a.slice(2));
    await few.close();
    await many.close();
  }

  const slope = (ms: (page: PageName) => number): number =>
    Math.log(ms(quick ? '1MB' : '10MB') / ms('50kB')) / Math.log(quick ? 20 : 200);
  const mine = (page: PageName): number =>
    find.find((figure) => figure.page === page && figure.patterns === 1000)?.ms ?? Number.NaN;

  return {
    find,
    peers,
    floor: [...floor].map(([page, ms]) => ({ page, ms: rounded(ms) })),
    slopeOverFloor: rounded(slope(mine) - slope((page) => floor.get(page) ?? Number.NaN), 3),
    neverOccurring: rounded(neverOccurring),
    ...(await readingFigures(quick, say)),
    ...(await pageFigures(say)),
    ...(await lexiconFigures(say)),
    hostile: await hostileFigures(say),
  };
}

/** Several contenders on one page, round by round in turns. */
async function takeTurns(
  bench: BenchPage,
  page: PageName,
  contenders: readonly (readonly [name: Contender, patterns: number, rounds: number])[],
): Promise<{ readonly ms: number[]; found: number }[]> {
  const results = contenders.map(() => ({ ms: [] as number[], found: 0 }));
  const most = Math.max(...contenders.map(([, , many]) => many));
  // The first two rounds warm up: pages are read again and again in one session, and a cold first one has its own figure.
  for (let round = -2; round < most; round++) {
    for (const [index, [name, patterns, many]] of contenders.entries()) {
      const result = results[index];
      if (!result || round >= many || (round < 0 && index > 1)) continue;
      const { ms, found } = await bench.call('find', pages[page], name, patterns, 'occurring');
      if (round >= 0) result.ms.push(ms);
      result.found = found;
    }
  }
  return results;
}

function figureOf(
  page: PageName,
  patterns: number,
  { ms, found }: { readonly ms: readonly number[]; readonly found: number },
  floor: { readonly ms: readonly number[] },
): FindFigure {
  return {
    ...{ page, patterns, found },
    ratio: rounded(median(ms) / median(floor.ms)),
    least: rounded(Math.min(...ms) / Math.min(...floor.ms)),
    ms: rounded(Math.min(...ms)),
  };
}

async function readingFigures(quick: boolean, say: (what: string) => void) {
  const figures = { first: [] as number[], longest: [] as number[] };
  for (const page of ['50kB', '1MB', '10MB'] as const) {
    say(`reading ${page} as the extension does`);
    const [first, longest]: [number[], number[]] = [[], []];
    for (let round = 0; round < (quick || page === '10MB' ? 1 : 5); round++) {
      // A fresh browser each time: readers see every page for the first time.
      const bench = await openBench();
      const read = await bench.call('read', pages[page]);
      first.push(read.first);
      longest.push(read.longest);
      await bench.close();
    }
    figures.first.push(rounded(median(first)));
    figures.longest.push(rounded(median(longest)));
  }
  const [first50kB = 0, first1MB = 0, first10MB = 0] = figures.first;
  const [, longest1MB = 0, longest10MB = 0] = figures.longest;
  return { first50kB, first1MB, first10MB, longest1MB, longest10MB };
}

async function pageFigures(say: (what: string) => void) {
  say('painting, changes, pointing');
  const bench = await openBench();
  const mutations = await bench.call('mutations');
  const hover = await bench.call('hover');
  const without = await bench.call('frames', false);
  const withUs = await bench.call('frames', true);
  const painted = await bench.call('paint');
  await bench.close();
  return {
    paint: rounded(painted.ms),
    paintNone: rounded(painted.none),
    paintStyle: rounded(painted.style),
    mutationP95: rounded(quantile(mutations.slice(50), 0.95), 3),
    hoverP95: rounded(quantile(hover.ms, 0.95), 3),
    frame: rounded(median(withUs)),
    frameNone: rounded(median(without)),
  };
}

async function hostileFigures(say: (what: string) => void): Promise<HostileFigure[]> {
  const figures: HostileFigure[] = [];
  for (const { name, body, build, isInFrames } of hostileShapes) {
    // What is in frames is read by the script of each frame.
    if (isInFrames) continue;
    say(`hostile: ${name}`);
    const bench = await openBench();
    const { longest, total, mentions, state } = await bench.call('hostile', body, build);
    await bench.close();
    figures.push({ name, longest: rounded(longest), total: rounded(total), mentions, state });
  }
  return figures;
}

async function lexiconFigures(say: (what: string) => void) {
  say('lexicon');
  const bench = await openBench();
  const load = await bench.call('load');
  const before = await bench.heap();
  const compile = await bench.call('compile', 100_000);
  const after = await bench.heap();
  await bench.close();
  return {
    load: rounded(load),
    compile: rounded(compile),
    compileMB: rounded((after - before) / 1_000_000),
  };
}

const median = (values: readonly number[]): number => quantile(values, 0.5);

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function rounded(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}
