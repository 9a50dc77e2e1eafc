/** One mark on a page. */
export interface MarkOnPage {
  readonly text: string;
  /** term, condition, trial or topic. */
  readonly kind: string;
  /** Where its first line lay when it was seen, in CSS pixels of the viewport. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Runs in the page: every mark painted there, in reading order. Pages share the registry of highlights with the
 * extension, and ours are named after their kind. Marks are painted near the viewport only: for those of the whole
 * page it scrolls from top to bottom and back.
 */
export async function marksOnPage(wholePage: boolean): Promise<MarkOnPage[]> {
  const names = ['term', 'condition', 'trial', 'topic'].map(
    (kind) => [`naltrexone-gloss-${kind}`, kind] as const,
  );
  const seen = new Map<Node, Map<number, { readonly range: Range; readonly mark: MarkOnPage }>>();

  const take = (): void => {
    for (const [name, kind] of names) {
      for (const { startContainer, startOffset, endContainer, endOffset } of CSS.highlights.get(name) ?? []) {
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        const { x = 0, y = 0, width = 0, height = 0 } = range.getClientRects()[0] ?? {};
        const text = range.toString().replace(/\s+/g, ' ');
        const inNode = seen.get(startContainer) ?? new Map();
        seen.set(
          startContainer,
          inNode.set(startOffset, { range, mark: { text, kind, x, y, width, height } }),
        );
      }
    }
  };
  // What came near the viewport is told after a frame, and painted in one of the next. A hidden tab has no frames.
  const frames = async (): Promise<void> => {
    for (let left = 3; left > 0; left--) {
      await new Promise((resolve) => {
        requestAnimationFrame(resolve);
        setTimeout(resolve, 60);
      });
    }
  };
  const untilPainted = async (): Promise<void> => {
    const count = (): number => names.reduce((sum, [name]) => sum + (CSS.highlights.get(name)?.size ?? 0), 0);
    for (let before = -1; before !== count(); ) {
      before = count();
      await frames();
    }
  };

  if (wholePage) {
    const start = scrollY;
    for (let y = 0; y === 0 || y < document.documentElement.scrollHeight; y += innerHeight * 0.8) {
      scrollTo({ top: y, behavior: 'instant' });
      await untilPainted();
      take();
    }
    scrollTo({ top: start, behavior: 'instant' });
  }
  await untilPainted();
  take();
  /** A node and the hosts of the shadow trees it is in, by the tree each lies in. */
  const places = (node: Node): Map<Node, Node> => {
    const found = new Map<Node, Node>();
    for (let at: Node | undefined = node; at; ) {
      const root: Node = at.getRootNode();
      found.set(root, at);
      at = root instanceof ShadowRoot ? root.host : undefined;
    }
    return found;
  };
  const order = (a: Range, b: Range): number => {
    const others = places(b.startContainer);
    for (const [root, place] of places(a.startContainer)) {
      const other = others.get(root);
      if (place === a.startContainer && other === b.startContainer)
        return a.compareBoundaryPoints(Range.START_TO_START, b);
      if (other) return place.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
    }
    return 0;
  };
  return [...seen.values()]
    .flatMap((inNode) => [...inNode.values()])
    .sort((a, b) => order(a.range, b.range))
    .map(({ mark }) => mark);
}
