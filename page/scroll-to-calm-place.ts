/** Between these shares of the window's height, words stand where a reader looks anyway. */
const calm = { from: 0.15, to: 0.6 };
/** Where words come to stand that had to be fetched. */
const rest = 0.33;

/** Brings words to where they can be read with room for a card, and leaves the page alone if they are there already. */
export function scrollToCalmPlace(node: Node, rects: () => readonly DOMRect[], window: Window): void {
  const isCalm = (): boolean => {
    const rect = rects()[0];
    if (!rect) return false;
    const { innerHeight, innerWidth } = window;
    return (
      rect.top >= calm.from * innerHeight &&
      rect.bottom <= calm.to * innerHeight &&
      rect.left >= 0 &&
      rect.right <= innerWidth
    );
  };
  if (isCalm()) return;
  // Scrolling boxes inside the page first (only the browser knows them all), then the page by what is still missing.
  node.parentElement?.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  const rect = rects()[0];
  if (!rect || isCalm()) return;
  window.scrollBy({ top: rect.top - rest * window.innerHeight, behavior: 'instant' });
}
