import type { Settings } from '@/core/settings.ts';
import { adoptStyle } from './adopt-style.ts';
import { blockAround } from './block-around.ts';
import { isText } from './dom.ts';
import { dressMark, isInControl } from './dress-mark.ts';
import { createFirstOfName } from './first-of-name.ts';
import { isWrappable } from './is-wrappable.ts';
import { lineRects } from './line-rects.ts';
import { elementRules } from './mark-style.ts';
import { type MarkedText, markAttribute, markText, type Segment } from './marked-text.ts';
import type { Occurrence } from './occurrence.ts';
import type { Painter } from './painter.ts';
import { nodesOf } from './place-index.ts';

/** A part of an occurrence that lies in one text. */
interface Part extends Segment {
  readonly occurrence: Occurrence;
  readonly isFirst: boolean;
  readonly isOnly: boolean;
}

/** A page with more marks than this would be slower for it; the rest is left to the other painter. */
const mostMarks = 5_000;

/**
 * Paints with mark elements, which can take the focus. What must not be wrapped, and what stands where the page has
 * rewritten marked text, is given to the `other` painter. Everything goes with the signal, and the page has its texts back.
 */
export function createElementPainter(
  page: Document,
  other: Painter | undefined,
  signal: AbortSignal,
  underline: Settings['underline'] = 'forms',
): Painter {
  const partsIn = new Map<Text, Part[]>();
  const marked = new Map<Text, MarkedText>();
  const textsOf = new Map<Occurrence, readonly Text[]>();
  const ownerOf = new WeakMap<Node, { readonly text: Text; readonly occurrence?: Occurrence }>();
  /** Blocks in which the page rewrote marked text: it looks after that text itself. */
  const rewritten = new WeakSet<Element>();
  const style = adoptStyle(page, elementRules(underline), signal);
  /** Of the mentions of a name the first is a button: one stop for each name is enough for whoever goes on by Tab. */
  const buttons = createFirstOfName();
  let current: Occurrence | undefined;
  let differing: ReadonlySet<Occurrence> = new Set();

  const observer = new MutationObserver((records) => withdraw(records));
  if (!signal.aborted) observer.observe(page, { subtree: true, childList: true, characterData: true });

  /** Does something to the page that is not the page's doing. */
  const quietly = (work: () => void): void => {
    withdraw(observer.takeRecords());
    work();
    observer.takeRecords();
  };

  const withdraw = (records: readonly MutationRecord[]): void => {
    for (const { target, removedNodes } of records) {
      for (const node of [target, ...removedNodes]) {
        const text = isText(node) && marked.has(node) ? node : ownerOf.get(node)?.text;
        if (!text || !marked.has(text)) continue;
        const block = blockAround(target);
        if (block) rewritten.add(block);
        const lost = (partsIn.get(text) ?? []).map(({ occurrence }) => occurrence);
        eraseNow(lost);
      }
    }
    if (records.length > 0) observer.takeRecords();
  };

  const eraseNow = (occurrences: Iterable<Occurrence>): void => {
    const touched = new Set<Text>();
    const dressed = new Set<Occurrence>();
    for (const occurrence of occurrences) {
      for (const text of textsOf.get(occurrence) ?? []) {
        const parts = partsIn.get(text)?.filter((part) => part.occurrence !== occurrence) ?? [];
        partsIn.set(text, parts);
        touched.add(text);
      }
      textsOf.delete(occurrence);
      const next = buttons.remove(occurrence);
      if (next) dressed.add(next);
    }
    for (const text of touched) restore(text);
    for (const text of touched) markAgain(text);
    for (const occurrence of dressed) dress(occurrence);
  };

  /** Dresses the marks of an occurrence as they are to be now. */
  const dress = (occurrence: Occurrence): void => {
    for (const text of textsOf.get(occurrence) ?? []) {
      for (const part of partsIn.get(text) ?? []) {
        const mark = marked.get(text)?.marks.get(part);
        if (mark && part.occurrence === occurrence) dressPart(mark, part);
      }
    }
  };

  const dressPart = (mark: HTMLElement, { occurrence, isFirst, isOnly }: Part): void =>
    dressMark(mark, occurrence, { isButton: isFirst && buttons.has(occurrence), isWhole: isOnly });

  const restore = (text: Text): void => {
    marked.get(text)?.restore();
    marked.delete(text);
  };

  const markAgain = (text: Text): void => {
    const parts = partsIn.get(text) ?? [];
    if (parts.length === 0) {
      partsIn.delete(text);
      return;
    }
    const result = markText(text, parts);
    marked.set(text, result);
    for (const piece of result.pieces) ownerOf.set(piece, { text });
    for (const part of parts) {
      const mark = result.marks.get(part);
      if (!mark) continue;
      dressPart(mark, part);
      mark.toggleAttribute(`${markAttribute}-current`, part.occurrence === current);
      mark.toggleAttribute(`${markAttribute}-differing`, differing.has(part.occurrence));
      ownerOf.set(mark, { text, occurrence: part.occurrence });
    }
  };

  const paintNow = (occurrences: readonly Occurrence[]): void => {
    const touched = new Set<Text>();
    const dressed = new Set<Occurrence>();
    for (const occurrence of occurrences) {
      const { start, end } = occurrence.place;
      // A place counts in the page's own texts.
      for (const text of [start.node, end.node]) restore(text);
      const texts = nodesOf(occurrence.place);
      textsOf.set(occurrence, texts);
      const before = isInControl(start.node) ? undefined : buttons.add(occurrence);
      if (before) dressed.add(before);
      texts.forEach((text, index) => {
        const part: Part = {
          occurrence,
          start: text === start.node ? start.offset : 0,
          end: text === end.node ? end.offset : text.data.length,
          isFirst: index === 0,
          isOnly: texts.length === 1,
        };
        const parts = partsIn.get(text) ?? [];
        parts.push(part);
        partsIn.set(text, parts);
        touched.add(text);
      });
    }
    for (const text of touched) markAgain(text);
    for (const occurrence of dressed) dress(occurrence);
  };

  const isOurs = (occurrence: Occurrence): boolean => {
    const block = blockAround(occurrence.place.start.node);
    if (textsOf.size >= mostMarks || (block && rewritten.has(block))) return false;
    return isWrappable(occurrence.place.start.node) && isWrappable(occurrence.place.end.node);
  };

  /** What is not marked may stand in a text that is in pieces. */
  const whereNow = (occurrence: Occurrence): Occurrence => {
    const { start, end } = occurrence.place;
    const [first, last] = [marked.get(start.node), marked.get(end.node)];
    if (!first && !last) return occurrence;
    const place = {
      start: first?.boundaryAt(start.offset, 'start') ?? start,
      end: last?.boundaryAt(end.offset, 'end') ?? end,
    };
    return { ...occurrence, place };
  };

  const marksOf = (occurrence: Occurrence): HTMLElement[] =>
    (textsOf.get(occurrence) ?? []).flatMap((text) =>
      (partsIn.get(text) ?? [])
        .filter((part) => part.occurrence === occurrence)
        .flatMap((part) => marked.get(text)?.marks.get(part) ?? []),
    );

  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      for (const text of marked.values()) text.restore();
      // Copies the page has made of its own text, marks and all.
      for (const copy of page.querySelectorAll(`mark[${markAttribute}]`)) copy.replaceWith(copy.textContent);
      for (const map of [marked, partsIn, textsOf, buttons]) map.clear();
    },
    { once: true },
  );

  return {
    paint(occurrences) {
      if (signal.aborted) return;
      quietly(() => {
        const ours: Occurrence[] = [];
        const others: Occurrence[] = [];
        for (const occurrence of occurrences) (isOurs(occurrence) ? ours : others).push(occurrence);
        paintNow(ours);
        other?.paint(others);
      });
      style.renew();
    },
    erase(occurrences) {
      const gone = [...occurrences];
      quietly(() => eraseNow(gone));
      other?.erase(gone);
    },
    occurrenceAt(point) {
      const element = page.elementFromPoint(point.x, point.y);
      return (element && ownerOf.get(element)?.occurrence) ?? other?.occurrenceAt(point);
    },
    rectsOf(occurrence) {
      if (!textsOf.has(occurrence)) return other?.rectsOf(whereNow(occurrence)) ?? [];
      return lineRects(marksOf(occurrence).flatMap((mark) => [...mark.getClientRects()]));
    },
    showDiffering(occurrences) {
      const before = differing;
      differing = occurrences;
      for (const occurrence of new Set([...before, ...occurrences])) {
        for (const mark of marksOf(occurrence))
          mark.toggleAttribute(`${markAttribute}-differing`, differing.has(occurrence));
      }
      other?.showDiffering(new Set([...occurrences].filter((occurrence) => !textsOf.has(occurrence))));
    },
    showCurrent(occurrence) {
      const before = current ? marksOf(current) : [];
      current = occurrence;
      const now = occurrence ? marksOf(occurrence) : [];
      for (const mark of before) mark.removeAttribute(`${markAttribute}-current`);
      for (const mark of now) mark.setAttribute(`${markAttribute}-current`, '');
      other?.showCurrent(now.length > 0 ? undefined : occurrence);
    },
  };
}
