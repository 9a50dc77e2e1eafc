import Mark from 'mark.js';
import AhoCorasick from 'modern-ahocorasick';
import { createRecogniser } from '@/core/create-recogniser.ts';
import type { Lexicon } from '@/core/lexicon.ts';
import { type PackedLexicon, unpackLexicon } from '@/core/packed-lexicon.ts';
import type { Recogniser } from '@/core/recognise.ts';
import lexicon from '@/data/compiled/lexicon.json';
import { everyMention, type MarkChoice } from '@/page/choose-marks.ts';
import { createHighlightPainter } from '@/page/highlight-painter.ts';
import type { Occurrence } from '@/page/occurrence.ts';
import { createPageMemory } from '@/page/page-memory.ts';
import { readPage } from '@/page/read-page.ts';
import { createReadingQueue } from '@/page/reading-queue.ts';
import { createShadowTrees } from '@/page/shadow-trees.ts';
import { type MadeUpPage, madeUpBody, madeUpNames } from './made-up-text.ts';
import { watchOwnWork } from './own-work.ts';

/** What is run on a page, each with its result in milliseconds. */
export type Contender = 'floor' | 'ours' | 'mark' | 'markRegExp' | 'regex' | 'ahoCorasick';

/** How often what is found stands on the page, and what it took. */
export interface Measured {
  readonly ms: number;
  readonly found: number;
}

/** What the bench asks of a page, from outside. All of it runs in the isolated world, as a content script does. */
export interface BenchInPage {
  /** Makes the body anew and measures one contender on it: finding only, nothing is painted. */
  find(page: MadeUpPage, contender: Contender, count: number, use: 'occurring' | 'never'): Promise<Measured>;
  /** Reads a laid-out page as the extension does. */
  read(page: MadeUpPage): Promise<ReadingFigures>;
  /**
   * Shows 50,000 mentions, to the end of the next frame, in ms; `none` is that frame without us, `style` the one in which
   * the very first mention is painted and the browser takes up our rules.
   */
  paint(): Promise<{ readonly ms: number; readonly none: number; readonly style: number }>;
  /** Adds paragraphs of thirty words to a page of 1 MB: what our work for each took, in ms. */
  mutations(): Promise<readonly number[]>;
  /** Points at places all over a page of 1 MB: what finding out took each time, in ms. */
  hover(): Promise<{ readonly ms: readonly number[]; readonly hits: number }>;
  /** Makes the shipped lexicon ready to read with: how long it took. Cold when it is the first thing asked for. */
  load(): number;
  /** Compiles so many names: how long it took. What it built is kept until the next call. */
  compile(count: number): number;
  /** Reads a page that is made to be hard to read, as the extension does for a reader who has chosen nothing. */
  hostile(body: string, build: string): Promise<Omit<ReadingFigures, 'first'> & { readonly state: string }>;
  /** How long a frame takes, in ms, on a page that changes in every frame. */
  frames(withUs: boolean): Promise<readonly number[]>;
}

/** How the reading of a page went, in ms of our own work. */
export interface ReadingFigures {
  /** Until the first mention was painted. */
  readonly first: number;
  readonly total: number;
  readonly longest: number;
  readonly mentions: number;
}

const usualMarks: MarkChoice = { ...everyMention, density: 'section', quiet: true };

const work = watchOwnWork();
let recognisers = new Map<string, Recogniser>();
let kept: unknown;
let laidOut = '';

const bench: BenchInPage = {
  async find(page, contender, count, use) {
    const run = contenders[contender](count, use);
    document.body.style.display = 'none';
    fill(page);
    await settled();
    const start = performance.now();
    const found = run();
    return { ms: performance.now() - start, found };
  },

  async read(page) {
    laidOut = '';
    const end = await show(page);
    scrollTo(0, document.documentElement.scrollHeight / 3);
    await frame();
    await settled();
    const recogniser = recogniserOf(1000, 'occurring');
    work.reset(isPainted);
    const reading = work.measure(() => {
      const painter = createHighlightPainter(document, end.signal);
      return readPage({ document, recogniser, painter, signal: end.signal });
    });
    await reading.whenRead();
    work.stop();
    await frame();
    await frame();
    const figures = {
      first: work.untilReached() ?? Number.POSITIVE_INFINITY,
      total: work.total(),
      longest: work.longest(),
      mentions: reading.occurrences().length,
    };
    end.abort();
    return figures;
  },

  async hostile(body, build) {
    laidOut = '';
    document.body.style.display = '';
    document.body.innerHTML = body;
    new Function(build)();
    await frame();
    await settled();
    const end = new AbortController();
    const recogniser = createRecogniser(unpackLexicon(lexicon as unknown as PackedLexicon));
    work.reset();
    const reading = work.measure(() => {
      const painter = createHighlightPainter(document, end.signal);
      return readPage({ document, recogniser, painter, choice: usualMarks, signal: end.signal });
    });
    await reading.whenRead();
    work.stop();
    await frame();
    await frame();
    const figures = { longest: work.longest(), total: work.total(), state: reading.state() };
    const mentions = reading.occurrences().length;
    end.abort();
    document.body.replaceChildren();
    return { ...figures, mentions };
  },

  async paint() {
    const end = await show({ kind: 'article', size: 10_000_000 });
    const occurrences = occurrencesOf(50_000);
    await settled();
    const empty = performance.now();
    await frame();
    const none = performance.now() - empty;
    const painter = createHighlightPainter(document, end.signal);
    await settled();
    const first = performance.now();
    painter.paint(occurrences.slice(0, 1));
    await frame();
    const style = performance.now() - first;
    await frame();
    const start = performance.now();
    painter.paint(occurrences.slice(1));
    await frame();
    const ms = performance.now() - start;
    end.abort();
    return { ms, none, style };
  },

  async mutations() {
    const end = await show({ kind: 'article', size: 1_000_000 });
    const painter = createHighlightPainter(document, end.signal);
    const recogniser = recogniserOf(1000, 'occurring');
    const reading = readPage({ document, recogniser, painter, signal: end.signal });
    await reading.whenRead();
    const names = madeUpNames(100, 'occurring');
    const article = document.querySelector('article');
    const took: number[] = [];
    for (let round = 0; round < 300; round++) {
      const text = Array.from({ length: 30 }, (_, i) =>
        i % 8 === 3 ? names[(round + i) % 100] : 'the',
      ).join(' ');
      await frame();
      work.reset();
      const paragraph = document.createElement('p');
      paragraph.textContent = text;
      article?.append(paragraph);
      await work.measure(() => reading.whenRead());
      await frame();
      took.push(work.total());
    }
    end.abort();
    return took;
  },

  async hover() {
    const end = await show({ kind: 'article', size: 1_000_000 });
    const painter = createHighlightPainter(document, end.signal);
    const recogniser = recogniserOf(1000, 'occurring');
    await readPage({ document, recogniser, painter, signal: end.signal }).whenRead();
    await frame();
    await frame();
    const ms: number[] = [];
    let hits = 0;
    for (let screen = 0; screen < 20; screen++) {
      scrollTo(0, ((screen + 1) * document.documentElement.scrollHeight) / 22);
      await frame();
      await frame();
      for (let i = 0; i < 100; i++) {
        const point = { x: innerWidth * (((i * 37) % 100) / 100), y: innerHeight * (((i * 61) % 100) / 100) };
        const start = performance.now();
        const found = painter.occurrenceAt(point);
        ms.push(performance.now() - start);
        if (found) hits++;
      }
    }
    end.abort();
    return { ms, hits };
  },

  load() {
    const start = performance.now();
    kept = createRecogniser(unpackLexicon(lexicon as unknown as PackedLexicon));
    return kept === undefined ? 0 : performance.now() - start;
  },

  compile(count) {
    kept = undefined;
    const lexicon = lexiconOf(count, 'occurring');
    const start = performance.now();
    kept = createRecogniser(lexicon);
    return kept === undefined ? 0 : performance.now() - start;
  },

  async frames(withUs) {
    const end = await show({ kind: 'article', size: 1_000_000 });
    if (withUs) {
      const painter = createHighlightPainter(document, end.signal);
      const recogniser = recogniserOf(1000, 'occurring');
      await readPage({ document, recogniser, painter, signal: end.signal }).whenRead();
    }
    const first = document.querySelector('article');
    await frame();
    const took: number[] = [];
    for (let round = 0; round < 120; round++) {
      const start = performance.now();
      const paragraph = document.createElement('p');
      paragraph.textContent = 'one more paragraph of this page, and nothing in it';
      first?.append(paragraph);
      await frame();
      took.push(performance.now() - start);
    }
    end.abort();
    return took;
  },
};

Object.assign(globalThis, { bench });

const contenders: Record<Contender, (count: number, use: 'occurring' | 'never') => () => number> = {
  floor: () => () => {
    let sum = 0;
    // Written out: whoever reads a page reads at least each of its text nodes.
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const data = node.nodeValue ?? '';
      for (let i = 0; i < data.length; i++) sum += data.charCodeAt(i);
    }
    return sum;
  },

  ours(count, use) {
    const recogniser = recogniserOf(count, use);
    return () => {
      const memory = createPageMemory(recogniser);
      const queue = createReadingQueue(recogniser, memory, { keep: memory.keep, outdated: () => undefined });
      const trees = createShadowTrees();
      queue.addTree(document);
      trees.search(document);
      while (!queue.isEmpty() || !trees.isSearched()) {
        if (!queue.isEmpty()) queue.step();
        else {
          for (const root of trees.step()) {
            queue.addTree(root);
            trees.search(root);
          }
        }
      }
      memory.settle();
      return memory.count();
    };
  },

  mark(count, use) {
    const names = madeUpNames(count, use);
    return () => {
      let found = 0;
      new Mark(document.body).mark(names, {
        separateWordSearch: false,
        accuracy: 'exactly',
        done: (total) => {
          found = total;
        },
      });
      return found;
    };
  },

  markRegExp(count, use) {
    const regex = alternation(madeUpNames(count, use));
    return () => {
      let found = 0;
      new Mark(document.body).markRegExp(regex, {
        done: (total) => {
          found = total;
        },
      });
      return found;
    };
  },

  regex(count, use) {
    const regex = alternation(madeUpNames(count, use));
    return () => {
      let found = 0;
      for (const data of texts()) for (const _ of data.matchAll(regex)) found++;
      return found;
    };
  },

  ahoCorasick(count, use) {
    const automaton = automatonOf(count, use);
    return () => {
      let found = 0;
      for (const data of texts())
        found += automaton.search(data.toLowerCase(), { strategy: 'leftmost-longest' }).length;
      return found;
    };
  },
};

let automaton: { readonly key: string; readonly made: AhoCorasick } | undefined;
function automatonOf(count: number, use: 'occurring' | 'never'): AhoCorasick {
  const key = `${count} ${use}`;
  if (automaton?.key !== key)
    automaton = { key, made: new AhoCorasick(madeUpNames(count, use), { boundary: 'ascii' }) };
  return automaton.made;
}

function alternation(names: readonly string[]): RegExp {
  const sorted = [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[- ]/g, '[-\\s]'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${sorted.join('|')})s?(?![\\p{L}\\p{N}])`, 'giu');
}

function* texts(): Generator<string> {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) yield node.nodeValue ?? '';
}

function lexiconOf(count: number, use: 'occurring' | 'never'): Lexicon {
  return {
    compiled: '2026-11-23',
    names: madeUpNames(count, use).map((text, index) => ({
      text,
      entryId: `term:${Math.floor(index / 3)}`,
      exactCase: false,
      ambiguous: false,
      longForms: [],
    })),
  };
}

function recogniserOf(count: number, use: 'occurring' | 'never'): Recogniser {
  const key = `${count} ${use}`;
  const known = recognisers.get(key);
  if (known) return known;
  recognisers = new Map([[key, createRecogniser(lexiconOf(count, use))]]);
  return recogniserOf(count, use);
}

let body = { key: '', html: '' };
function fill(page: MadeUpPage): void {
  const key = `${page.kind} ${page.size}`;
  if (body.key !== key) body = { key, html: madeUpBody(page) };
  document.body.innerHTML = body.html;
  const [name] = madeUpNames(1, 'occurring');
  for (const host of document.querySelectorAll('shadow-host')) {
    host.attachShadow({ mode: 'open' }).innerHTML = `<p>of and <b>${name}</b> to in a is</p>`;
  }
}

/** Lays a page out, once for all measures that need the same. */
async function show(page: MadeUpPage): Promise<AbortController> {
  document.body.style.display = '';
  const key = `${page.kind} ${page.size}`;
  if (laidOut !== key) fill(page);
  laidOut = page.size > 1_000_000 ? key : '';
  scrollTo(0, 0);
  document.body.getBoundingClientRect();
  await frame();
  return new AbortController();
}

function occurrencesOf(count: number): Occurrence[] {
  const memory = createPageMemory(recogniserOf(1000, 'occurring'));
  const recogniser = recogniserOf(1000, 'occurring');
  const queue = createReadingQueue(recogniser, memory, { keep: memory.keep, outdated: () => undefined });
  queue.addTree(document);
  while (!queue.isEmpty() && memory.count() < count) queue.step();
  return memory.occurrences().slice(0, count);
}

function highlights(): number {
  let sum = 0;
  for (const highlight of CSS.highlights.values()) sum += highlight.size;
  return sum;
}

const isPainted = (): boolean => highlights() > 0;

const frame = (): Promise<void> => work.frame();

async function settled(): Promise<void> {
  (globalThis as { gc?: () => void }).gc?.();
  await work.wait(10);
}
