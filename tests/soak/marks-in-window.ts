/**
 * Runs in the page: scrolls down by so many pixels, or back to its beginning where nothing is marked, and gives where the
 * marks in the window lie, painted or inserted, as points a pointer can be put on; none after ten seconds.
 */
export async function marksInWindow(by: number): Promise<[x: number, y: number][]> {
  const places = (): [number, number][] => {
    const painted = ['term', 'condition', 'trial', 'topic'].flatMap((kind) =>
      [...(CSS.highlights.get(`naltrexone-gloss-${kind}`) ?? [])].map(
        ({ startContainer, startOffset, endContainer, endOffset }) => {
          const range = document.createRange();
          range.setStart(startContainer, startOffset);
          range.setEnd(endContainer, endOffset);
          return range;
        },
      ),
    );
    const inserted = [...document.querySelectorAll('mark[data-naltrexone-gloss]')];
    return [...painted, ...inserted].flatMap((place): [number, number][] => {
      const [line] = place.getClientRects();
      if (!line || line.width === 0) return [];
      const x = line.x + Math.min(line.width / 2, 10);
      const y = line.y + line.height / 2;
      return x > 0 && y > 0 && x < innerWidth && y < innerHeight ? [[x, y]] : [];
    });
  };
  const before = scrollY;
  scrollBy({ top: by, behavior: 'instant' });
  for (let looks = 0; looks < 500; looks += 1) {
    const found = places();
    if (found.length > 0) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
    // There is nothing more, or nothing is marked there.
    if (by > 0 && (scrollY === before || looks === 3)) scrollTo({ top: 0, behavior: 'instant' });
  }
  return [];
}
