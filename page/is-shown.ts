import { attributeOf, boxOf, isRendered, localNameOf, parentElementOf } from './dom.ts';
import type { Occurrence } from './occurrence.ts';

/** Elements around the words that are looked at: text for screen readers alone is hidden by the one right around it. */
const looked = 4;

/**
 * Whether a reader can see the words once they are scrolled to: laid out, visible, not moved out of the page and not in
 * a box of a pixel, as text for screen readers is.
 */
export function isShown({ place }: Occurrence, rects: readonly DOMRect[]): boolean {
  let element = parentElementOf(place.start.node);
  if (!element || rects.length === 0 || !isRendered(element)) return false;
  // What is directly in closed details has no element of its own that would say that it is not shown.
  if (localNameOf(element) === 'details' && attributeOf(element, 'open') === null) return false;
  if (rects.every(({ right, bottom }) => right + scrollX <= 0 || bottom + scrollY <= 0)) return false;
  for (let step = 0; step < looked && element; step++) {
    const { width, height } = boxOf(element);
    const isTiny = width <= 1 && height <= 1 && (width > 0 || height > 0);
    if (isTiny || isClippedAway(element)) return false;
    element = parentElementOf(element);
  }
  return true;
}

function isClippedAway(element: Element): boolean {
  const { clip, clipPath, position } = getComputedStyle(element);
  const isOutOfFlow = position === 'absolute' || position === 'fixed';
  return (
    (isOutOfFlow && /^rect\(0(px)?,? 0(px)?,? 0(px)?,? 0(px)?\)$/.test(clip)) || clipPath === 'inset(50%)'
  );
}
