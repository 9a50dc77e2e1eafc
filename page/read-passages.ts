import { allInside, documentOf, isConnected, isElement, isText } from './dom.ts';
import { roleOf, standsApart } from './element-role.ts';
import type { Passage } from './passage.ts';
import { type Cursor, passagesAlong } from './passages-along.ts';
import { startOfRun } from './start-of-run.ts';
import { editableSelector, isEditable, trailTo } from './trail.ts';

const seen = NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION;

/**
 * The passages in a node, in document order, one walk for all. May be taken in slices: the page can change between two,
 * the walk goes on behind what it has passed. A run that may go on outside the node (an inline element's first and
 * last) is left to `readPassagesAt`.
 */
export function* readPassages(root: Node): Generator<Passage> {
  const page = documentOf(root);
  if (page.designMode === 'on') return;
  const editable = new Set(allInside(root, editableSelector));
  // Unlike a tree walker a node iterator keeps its place when the page takes away the node it stands on.
  const nodes = page.createNodeIterator(root, seen);
  const isWhole = isText(root) ? false : !isElement(root) || standsApart(roleOf(root));
  yield* passagesAlong({
    cursor: nodes,
    trail: trailTo(root),
    isEditable: (element) => (editable.has(element) || element === root) && isEditable(element),
    edges: isWhole ? 'whole' : 'cut',
  });
}

/** The passages of the run that holds a text: from the last thing that stands apart before it to the first one after. */
export function* readPassagesAt(text: Text): Generator<Passage> {
  const page = documentOf(text);
  if (!isConnected(text) || page.designMode === 'on') return;
  const start = startOfRun(text);
  yield* passagesAlong({
    cursor: from(start, page),
    trail: trailTo(start),
    isEditable,
    edges: 'whole',
    until: text,
  });
}

function from(start: Node, page: Document): Cursor {
  const walker = page.createTreeWalker(page, seen);
  walker.currentNode = start;
  let begun = false;
  return {
    nextNode() {
      if (begun) return walker.nextNode();
      begun = true;
      return start;
    },
  };
}
