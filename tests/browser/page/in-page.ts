import { createRecogniser } from '@/core/create-recogniser.ts';
import type { Settings } from '@/core/settings.ts';
import { everyMention } from '@/page/choose-marks.ts';
import { choosePainter } from '@/page/choose-painter.ts';
import { kindOf } from '@/page/kind-of.ts';
import type { Occurrence } from '@/page/occurrence.ts';
import type { Painter } from '@/page/painter.ts';
import type { Passage } from '@/page/passage.ts';
import { type PageReading, readPage } from '@/page/read-page.ts';
import { readPassages, walkPassages } from '@/page/read-passages.ts';
import { removeLeftovers } from '@/page/remove-leftovers.ts';
import { createSections } from '@/page/sections.ts';
import { smallLexicon } from './small-lexicon.ts';

/** Runs `page/` inside a real page, and tells a test what came of it. A test reaches it as `window.gloss`. */
export interface InPage {
  /** The texts of all passages; a link to a trial's record in brackets, with the trial. */
  passages(): string[];
  /** The same, found by going from node to node. */
  walked(): string[];
  /** Begins to read the page and to mark it, every mention unless told otherwise, and waits until both are done. */
  start(marks: Settings['marks'], density?: Settings['density']): Promise<void>;
  stop(): void;
  /** What a new version does first: takes away what a run left that was ended from outside. */
  removeLeftovers(): Promise<void>;
  /** Waits until everything has been read and what is near the viewport is painted. */
  settle(): Promise<void>;
  /** What the page was found to say: `kind:words`. */
  found(): string[];
  /** The same, each with whether it is chosen to be marked. */
  chosen(): string[];
  /** What is painted now, in document order: `kind:words`. */
  painted(): string[];
  /** How many passages were recognised since the last time this was asked. */
  recognised(): string[];
  /** Of each element the number of the heading of its section among all elements, -1 for none: asked twice for each. */
  sections(): readonly [number[], number[]];
  reading(): PageReading;
  painter(): Painter;
}

let controller = new AbortController();
let reading: PageReading | undefined;
let painter: Painter | undefined;
let recognised: string[] = [];

const recogniser = createRecogniser(smallLexicon);
const watched = {
  ...recogniser,
  recognise(text: string) {
    recognised.push(text);
    return recogniser.recognise(text);
  },
};

/** A passage's text, with its links; how much space is at the ends of one does not matter. */
function linked({ text, links }: Passage): string {
  return links.reduceRight((said, { start, end, trialId }) => {
    const words = said.slice(start, end);
    if (words.trim() === '') return said;
    return `${said.slice(0, start)}${words.replace(words.trim(), (inside) => `[${inside}: ${trialId}]`)}${said.slice(end)}`;
  }, text);
}

const gloss: InPage = {
  passages: () => [...readPassages(document)].flatMap((passage) => (passage ? linked(passage) : [])),
  walked: () => [...walkPassages(document)].map(linked),
  async start(marks, density = 'every') {
    gloss.stop();
    recognised = [];
    controller = new AbortController();
    painter = choosePainter(document, marks, controller.signal);
    const choice = { ...everyMention, density };
    reading = readPage({ document, recogniser: watched, painter, choice, signal: controller.signal });
    await gloss.settle();
  },
  stop() {
    controller.abort();
  },
  removeLeftovers: () => removeLeftovers(document),
  async settle() {
    await reading?.whenRead();
    // The browser says what is near the viewport after a frame, and a long block is searched in the next.
    for (let frames = 0; frames < 3; frames++) await frame();
  },
  found: () => gloss.reading().occurrences().map(named),
  chosen: () => {
    const { occurrences, isMarked } = gloss.reading();
    return occurrences().map((occurrence) => `${named(occurrence)} ${isMarked(occurrence)}`);
  },
  painted: () => [...highlighted(), ...wrapped()].sort(byPlace).map(({ name }) => name),
  recognised() {
    const texts = recognised;
    recognised = [];
    return texts;
  },
  sections() {
    const sections = createSections(document);
    const all = [...document.querySelectorAll('*')];
    const asked = (): number[] =>
      all.map((element) => {
        const heading = sections.of(element);
        return heading ? all.indexOf(heading) : -1;
      });
    return [asked(), asked()];
  },
  reading() {
    if (!reading) throw new Error('Not started');
    return reading;
  },
  painter() {
    if (!painter) throw new Error('Not started');
    return painter;
  },
};

Object.assign(globalThis, { gloss });

interface Painted {
  readonly node: Node;
  readonly offset: number;
  readonly name: string;
}

function* highlighted(): Generator<Painted> {
  for (const kind of ['term', 'condition', 'trial', 'topic']) {
    for (const { startContainer, startOffset, endContainer, endOffset } of CSS.highlights?.get(
      `naltrexone-gloss-${kind}`,
    ) ?? []) {
      const range = document.createRange();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      yield { node: startContainer, offset: startOffset, name: `${kind}:${range}` };
    }
  }
}

function* wrapped(): Generator<Painted> {
  for (const mark of document.querySelectorAll('mark[data-naltrexone-gloss]')) {
    yield {
      node: mark,
      offset: 0,
      name: `${mark.getAttribute('data-naltrexone-gloss')}:${mark.textContent}`,
    };
  }
}

function byPlace(a: Painted, b: Painted): number {
  if (a.node === b.node) return a.offset - b.offset;
  return a.node.compareDocumentPosition(b.node) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

function named(occurrence: Occurrence): string {
  return `${kindOf(occurrence)}:${occurrence.text}`;
}

function frame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
