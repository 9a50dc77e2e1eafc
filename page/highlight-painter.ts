import type { Settings } from '@/core/settings.ts';
import { adoptStyle } from './adopt-style.ts';
import { openRootOf, shadowRootAround } from './dom.ts';
import { kindOf } from './kind-of.ts';
import { highlightNames, highlightRules, markName } from './mark-style.ts';
import { watchNearViewport } from './near-viewport.ts';
import type { Occurrence } from './occurrence.ts';
import type { Painter } from './painter.ts';
import { createPlaceIndex } from './place-index.ts';
import { createRectsOfPlace } from './rects-of-place.ts';
import type { RootOf } from './shadow-trees.ts';
import { textAt } from './text-at.ts';

/** How far beside its words a pointer may be, in CSS pixels. */
const tolerance = 2;

/** Whether the browser can mark text without touching the page. */
export function canHighlight(): boolean {
  return typeof Highlight === 'function' && 'highlights' in CSS;
}

/** Paints with the CSS Custom Highlight API: the page's own tree stays exactly as it is. Everything goes with the signal. */
export function createHighlightPainter(
  page: Document,
  signal: AbortSignal,
  underline: Settings['underline'] = 'forms',
  rootOf: RootOf = openRootOf,
): Painter {
  const highlights = new Map(highlightNames.map((name) => [name, new Highlight()]));
  const ranges = new Map<Occurrence, StaticRange>();
  const known = createPlaceIndex();
  const rectsOf = createRectsOfPlace(page);
  // Firefox alone knows this property.
  const inherits = !CSS.supports('-moz-appearance: none');
  const style = adoptStyle(page, highlightRules(underline, inherits), signal);
  /** Pages without a mark in a shadow tree are pointed at without looking for one. */
  let isInTrees = false;

  const names = [...highlights].map(
    ([name, highlight], priority) => [`${markName}-${name}`, highlight, priority] as const,
  );
  /** The page shares the registry and may clear it, as it may the style sheets. */
  const register = (): void => {
    for (const [name, highlight, priority] of names) {
      if (CSS.highlights.get(name) === highlight) continue;
      highlight.priority = priority;
      CSS.highlights.set(name, highlight);
    }
    style.renew();
  };

  const near = watchNearViewport(
    page,
    (come, gone) => {
      for (const occurrence of gone) {
        const range = ranges.get(occurrence);
        if (range) highlights.get(kindOf(occurrence))?.delete(range);
        ranges.delete(occurrence);
      }
      for (const occurrence of come) {
        if (ranges.has(occurrence)) continue;
        const range = rangeOf(occurrence);
        ranges.set(occurrence, range);
        highlights.get(kindOf(occurrence))?.add(range);
        const root = shadowRootAround(occurrence.place.start.node);
        if (!root) continue;
        isInTrees = true;
        style.reach(root);
      }
      if (come.length > 0) register();
    },
    signal,
  );

  signal.addEventListener(
    'abort',
    () => {
      for (const [name, highlight] of names) {
        highlight.clear();
        if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
      }
      ranges.clear();
      known.clear();
    },
    { once: true },
  );

  return {
    paint(occurrences) {
      if (signal.aborted) return;
      known.add(occurrences);
      near.add(occurrences);
      if (ranges.size > 0) register();
    },
    erase(occurrences) {
      const gone = [...occurrences];
      near.remove(gone);
      for (const occurrence of gone) known.remove(occurrence);
    },
    occurrenceAt(point) {
      const boundary = textAt(page, point, isInTrees ? rootOf : undefined);
      if (!boundary) return undefined;
      return known
        .touching(boundary)
        .find(({ place }) => rectsOf(place).some((rect) => isOn(rect, point.x, point.y)));
    },
    rectsOf: ({ place }) => rectsOf(place),
    showDiffering(occurrences) {
      const differing = highlights.get('differing');
      differing?.clear();
      if (signal.aborted) return;
      for (const occurrence of occurrences) differing?.add(rangeOf(occurrence));
      if (occurrences.size > 0) register();
    },
    showCurrent(occurrence) {
      const current = highlights.get('current');
      current?.clear();
      if (!occurrence || signal.aborted) return;
      current?.add(rangeOf(occurrence));
      register();
    },
  };
}

function rangeOf({ place: { start, end } }: Occurrence): StaticRange {
  return new StaticRange({
    startContainer: start.node,
    startOffset: start.offset,
    endContainer: end.node,
    endOffset: end.offset,
  });
}

function isOn(rect: DOMRect, x: number, y: number): boolean {
  return (
    x >= rect.left - tolerance &&
    x <= rect.right + tolerance &&
    y >= rect.top - tolerance &&
    y <= rect.bottom + tolerance
  );
}
