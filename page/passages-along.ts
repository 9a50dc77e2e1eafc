import { dataOf, isElement, isText, parentOf } from './dom.ts';
import { endsRun, isBlank, isJointApart } from './is-joint-apart.ts';
import { noteLink, type Passage, type TrialLink } from './passage.ts';
import { type Step, stepInto, type Trail, trailTo } from './trail.ts';

/** Gives the elements and texts of a tree in document order. */
export interface Cursor {
  nextNode(): Node | null;
}

/** How to go along. */
export interface Walk {
  readonly cursor: Cursor;
  /** The trail to where the cursor starts. */
  readonly trail: Trail;
  readonly isLeftOut: (element: Element) => boolean;
  /** `cut`: the first and the last run go on outside of what the cursor gives, and are left out. */
  readonly edges: 'whole' | 'cut';
  /** The walk ends with the run after which this was passed. */
  readonly until?: Node;
}

/** Joins the texts that a cursor passes to passages. What each element means is carried along, never looked up. */
export function* passagesAlong(walk: Walk): Generator<Passage> {
  let { trail } = walk;
  let run: OpenRun | undefined;
  let isCut = walk.edges === 'cut';
  let isPast = false;
  for (;;) {
    const node = walk.cursor.nextNode();
    if (node === null) break;
    let apart = stepOut(trail, parentOf(node), run);
    if (trail.length === 0) {
      // At the top, or the page has moved what the walk stood in.
      trail = trailTo(node);
      apart = true;
    }
    const text = isText(node) && trail.at(-1)?.reading === 'read' ? node : undefined;
    if (isElement(node)) {
      const entered = stepInto(trail, node, walk.isLeftOut(node));
      apart = cross(run, entered) || apart;
    } else if (text && run && !apart) {
      apart = isJointApart(run.text, run.crossed, dataOf(text));
    }
    if (apart) {
      if (run && !isCut) yield* passageOf(run);
      run = undefined;
      isCut = false;
      if (isPast) return;
    }
    if (text) {
      run ??= { text: '', nodes: [], starts: [], links: [], crossed: [] };
      append(run, text, trail.at(-1)?.link);
    }
    if (node === walk.until) isPast = true;
  }
  if (run && !isCut && walk.edges === 'whole') yield* passageOf(run);
}

/** Leaves elements until the trail ends with this one. True when one of them stands apart. */
function stepOut(trail: Trail, parent: Node | null, run: OpenRun | undefined): boolean {
  let apart = false;
  for (let last = trail.at(-1); last && last.element !== parent; last = trail.at(-1)) {
    trail.pop();
    apart = cross(run, last) || apart;
  }
  return apart;
}

/** Notes that an element begins or ends. True when it stands apart by its tag. */
function cross(run: OpenRun | undefined, step: Step): boolean {
  if (endsRun(step.role, run?.text)) return true;
  if (run && step.role !== 'unseen') run.crossed.push(step);
  return false;
}

/** A run that may still go on. */
interface OpenRun {
  text: string;
  readonly nodes: Text[];
  readonly starts: number[];
  readonly links: TrialLink[];
  /** Elements that began or ended since the last text. */
  crossed: Step[];
}

function append(run: OpenRun, node: Text, link: string | undefined): void {
  const data = dataOf(node);
  run.nodes.push(node);
  run.starts.push(run.text.length);
  if (data === '') return;
  const start = run.text.length;
  if (link !== undefined) noteLink(run.links, { start, end: start + data.length, trialId: link });
  run.text += data;
  run.crossed = [];
}

function* passageOf({ text, nodes, starts, links }: OpenRun): Generator<Passage> {
  if (isBlank(text)) return;
  yield { text, starts, links, nodesOf: (piece) => nodes.slice(piece, piece + 1) };
}
