import type { Point } from './painter.ts';

/** How far from the way a hand may stray, in CSS pixels. */
const stray = 4;

/**
 * Whether a point is on the way from the words to the card: in the gap between the nearest line and the card, no
 * further to either side than the two together. On the words or on the card is not between them.
 */
export function inCorridor(point: Point, lines: readonly DOMRect[], card: DOMRect): boolean {
  const isAbove = card.bottom <= Math.min(...lines.map((line) => line.top));
  const isBelow = card.top >= Math.max(...lines.map((line) => line.bottom));
  if (isAbove || isBelow) return inColumn(point, lines, card, isAbove);
  // Beside vertical text: the same, seen with the head tilted.
  const isLeft = card.right <= Math.min(...lines.map((line) => line.left));
  return inColumn({ x: point.y, y: point.x }, lines.map(tilted), tilted(card), isLeft);
}

function inColumn(point: Point, lines: readonly DOMRect[], card: DOMRect, above: boolean): boolean {
  const nearest = lines.reduce<DOMRect | undefined>((best, line) => {
    if (!best) return line;
    return (above ? line.top < best.top : line.bottom > best.bottom) ? line : best;
  }, undefined);
  if (!nearest) return false;
  const [from, to] = above ? [card.bottom, nearest.top] : [nearest.bottom, card.top];
  if (point.y < from || point.y > to || to <= from) return false;
  // The way narrows towards the words: a pointer that runs along the next line of text is not on it.
  const share = (point.y - from) / (to - from);
  const nearCard = above ? 1 - share : share;
  const left = nearest.left + (card.left - nearest.left) * nearCard;
  const right = nearest.right + (card.right - nearest.right) * nearCard;
  return point.x >= left - stray && point.x <= right + stray;
}

function tilted({ x, y, width, height }: DOMRect): DOMRect {
  return new DOMRect(y, x, height, width);
}
