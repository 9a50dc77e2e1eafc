import type { Settings } from '@/core/settings.ts';
import { openRootOf } from './dom.ts';
import { createElementPainter } from './element-painter.ts';
import { canHighlight, createHighlightPainter } from './highlight-painter.ts';
import type { Painter } from './painter.ts';
import type { RootOf } from './shadow-trees.ts';

/** Highlights, which leave the page as it is; mark elements where the reader wants them or the browser has no highlights. */
export function choosePainter(
  page: Document,
  marks: Settings['marks'],
  signal: AbortSignal,
  underline: Settings['underline'] = 'forms',
  rootOf: RootOf = openRootOf,
): Painter {
  const highlights = canHighlight() ? createHighlightPainter(page, signal, underline, rootOf) : undefined;
  if (highlights && marks === 'highlight') return highlights;
  return createElementPainter(page, highlights, signal, underline);
}
