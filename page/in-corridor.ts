import type { Point } from './painter.ts';

/** How far from the way a hand may stray, in CSS pixels. */
const stray = 4;

/**
 * Whether a point is on the way from the words to the card: in the gap between the nearest line and the card, no
 * further left or right than the two together. On the words or on the card is not between them.
 */
export function inCorridor(point: Point, lines: readonly DOMRect[], card: DOMRect): boolean {
  const above = card.bottom <= Math.min(...lines.map((line) => line.top));
  const line = above ? lines[0] : lines.at(-1);
  if (!line) return false;
  const [from, to] = above ? [card.bottom, line.top] : [line.bottom, card.top];
  if (point.y < from || point.y > to || to <= from) return false;
  // The way narrows towards the words: a pointer that runs along the next line of text is not on it.
  const share = (point.y - from) / (to - from);
  const nearCard = above ? 1 - share : share;
  const left = line.left + (card.left - line.left) * nearCard;
  const right = line.right + (card.right - line.right) * nearCard;
  return point.x >= left - stray && point.x <= right + stray;
}
