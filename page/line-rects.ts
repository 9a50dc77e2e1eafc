/** Joins the rectangles of pieces of text to one a line; pieces that are not rendered are left out. */
export function lineRects(pieces: Iterable<DOMRect>): DOMRect[] {
  const lines: DOMRect[] = [];
  for (const rect of pieces) {
    if (rect.width === 0 || rect.height === 0) continue;
    const line = lines.at(-1);
    if (line && isSameLine(line, rect)) lines[lines.length - 1] = around(line, rect);
    else lines.push(rect);
  }
  return lines;
}

function isSameLine(line: DOMRect, rect: DOMRect): boolean {
  const shared = Math.min(line.bottom, rect.bottom) - Math.max(line.top, rect.top);
  const gap = Math.max(rect.left - line.right, line.left - rect.right);
  return shared > Math.min(line.height, rect.height) / 2 && gap < line.height;
}

function around(a: DOMRect, b: DOMRect): DOMRect {
  const left = Math.min(a.left, b.left);
  const top = Math.min(a.top, b.top);
  return new DOMRect(left, top, Math.max(a.right, b.right) - left, Math.max(a.bottom, b.bottom) - top);
}
