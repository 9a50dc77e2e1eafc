import { computePosition, flip, hide, offset, shift, size } from '@floating-ui/core';
import { createViewportPlatform } from './viewport-platform.ts';

/** CSS pixels between the words and the popover, and between the popover and the edge of the window. */
const gap = 8;
const margin = 8;

/** Less height than this, and header and footer scroll with the rest. */
const tight = 260;

/**
 * Puts a fixed element under the last line of some words, or above the first when there is more room: beside the
 * line, never on it, inside the window, no higher than the room there is. Says whether the words themselves have
 * scrolled out of sight. The element must be `position: fixed` in its style sheet before this is called.
 */
export async function placePopover(
  element: HTMLElement,
  lines: readonly DOMRect[],
  within: Node,
): Promise<{ readonly anchorHidden: boolean }> {
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last) return { anchorHidden: true };
  const contextElement = within instanceof Element ? within : within.parentElement;
  const top = Math.min(...lines.map((line) => line.top));
  const bottom = Math.max(...lines.map((line) => line.bottom));

  /** All lines in height, one line in width: no line is covered, and the card starts where the words do. */
  const platform = createViewportPlatform(element);
  const words = (line: DOMRect) => ({
    getBoundingClientRect: () => new DOMRect(line.left, top, line.width, bottom - top),
    ...(contextElement ? { contextElement } : {}),
  });
  const compute = (line: DOMRect, placement: 'bottom-start' | 'top-start') =>
    computePosition(words(line), element, {
      platform,
      strategy: 'fixed',
      placement,
      middleware: [
        offset(gap),
        flip({
          padding: margin,
          fallbackPlacements: [placement === 'top-start' ? 'bottom-start' : 'top-start'],
        }),
        shift({ padding: margin }),
        size({ padding: margin, apply: limit }),
        hide({ strategy: 'referenceHidden' }),
      ],
    });
  // Measured at full height first, so that a card that was cut short before can grow again; what was scrolled in it
  // would jump back meanwhile.
  const scrolled = [element, ...element.querySelectorAll('*')].filter((box) => box.scrollTop > 0);
  const tops = scrolled.map((box) => box.scrollTop);
  element.style.removeProperty('max-height');
  element.removeAttribute('data-tight');
  let placed = await compute(last, 'bottom-start');
  if (placed.placement.startsWith('top') && first !== last) placed = await compute(first, 'top-start');
  element.style.setProperty('left', `${Math.round(placed.x)}px`);
  element.style.setProperty('top', `${Math.round(placed.y)}px`);
  for (const [index, box] of scrolled.entries()) box.scrollTop = tops[index] ?? 0;
  element.dataset.side = placed.placement.startsWith('top') ? 'above' : 'below';
  return { anchorHidden: placed.middlewareData.hide?.referenceHidden ?? false };
}

function limit({
  availableHeight,
  elements,
}: {
  availableHeight: number;
  elements: { floating: HTMLElement };
}) {
  const height = Math.max(Math.floor(availableHeight), 0);
  elements.floating.style.setProperty('max-height', `${height}px`);
  elements.floating.toggleAttribute('data-tight', height < tight);
}
