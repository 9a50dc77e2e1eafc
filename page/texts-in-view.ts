import { textAt } from './text-at.ts';

/** How densely the viewport is looked at, in CSS pixels: about every second line, in two columns. */
const rowHeight = 40;
const columns = [0.3, 0.7];

/** So long it may take, in ms: where thousands of elements lie side by side each look takes its time. */
const longest = 3;

/** No screen is taller than this to us. */
const mostRows = 100;

/** The texts a reader sees now. Some may be missed: they are read with the rest of the page. */
export function* textsInView(page: Document): Generator<Text> {
  const rows = Math.min(Math.ceil(innerHeight / rowHeight), mostRows);
  const found = new Set<Text>();
  const end = performance.now() + longest;
  for (let row = 0; row < rows; row++) {
    for (const share of columns) {
      if (performance.now() > end) return;
      const text = textAt(page, { x: innerWidth * share, y: (row + 0.5) * rowHeight })?.node;
      if (!text || found.has(text)) continue;
      found.add(text);
      yield text;
    }
  }
}
