import type { Occurrence } from './occurrence.ts';

/**
 * The mention before or after one, in reading order and round the ends. With none to start from: the first below the
 * top of the window, or the last above it, so that stepping starts where the reader is.
 */
export function mentionAfter(
  occurrences: readonly Occurrence[],
  direction: 'next' | 'previous',
  from: Occurrence | undefined,
  rectsOf: (occurrence: Occurrence) => readonly DOMRect[],
): Occurrence | undefined {
  const count = occurrences.length;
  if (count === 0) return undefined;
  const at = from === undefined ? -1 : occurrences.indexOf(from);
  const index = at === -1 ? fromTop(occurrences, direction, rectsOf) : at + (direction === 'next' ? 1 : -1);
  return occurrences[(index + count) % count];
}

function fromTop(
  occurrences: readonly Occurrence[],
  direction: 'next' | 'previous',
  rectsOf: (occurrence: Occurrence) => readonly DOMRect[],
): number {
  const below = occurrences.findIndex((occurrence) => (rectsOf(occurrence)[0]?.top ?? -1) >= 0);
  if (direction === 'next') return below === -1 ? 0 : below;
  return below === -1 ? occurrences.length - 1 : below - 1;
}
