import { trialOfLink } from '@/core/trial-link.ts';
import { attributeOf, isElement, isRendered, localNameOf, parentOf } from './dom.ts';
import { type ElementRole, roleOf } from './element-role.ts';
import { isCode } from './is-code.ts';
import { isReference } from './is-reference.ts';

/** How the text directly in an element is taken: read, or passed over; drawings and formulas hold both. */
type Reading = 'read' | 'skip' | 'drawing' | 'formula';

/** What walking into an element found out about it. */
export interface Step {
  readonly element: Node;
  readonly role: ElementRole;
  readonly reading: Reading;
  /** The trial to whose record the link leads that it is, or lies in. */
  readonly link: string | undefined;
  /** How many elements are around it. */
  readonly depth: number;
}

/** What stands in an editor is being written, not read. */
const editableRoles: readonly (string | null)[] = ['textbox', 'searchbox', 'combobox'];

/** Classes of what KaTeX and MathJax draw a formula with: its letters lie side by side and are no words. */
const formulaClass = /(^|\s)(katex|MathJax(_CHTML|_SVG|_Display)?|mjx-chtml)(\s|$)/;

/** What may hold text that is no text to read; `isLeftOut` says whether it does. */
export const leftOutSelector =
  '[contenteditable],[role="textbox"],[role="searchbox"],[role="combobox"],.katex,.MathJax,.MathJax_CHTML,.MathJax_SVG,.MathJax_Display,.mjx-chtml';

/** Whether some of that may be in this markup. */
export const mayBeLeftOut = (markup: string): boolean => signsOfLeftOut.some((sign) => markup.includes(sign));

const signsOfLeftOut = ['contenteditable', 'role=', 'katex', 'MathJax', 'mjx-chtml'];

/** Whether the reader can write in the element, or it is drawn to look like a formula. */
export function isLeftOut(element: Element): boolean {
  const editable = attributeOf(element, 'contenteditable')?.toLowerCase();
  if (editable !== undefined && editable !== 'false' && editable !== 'inherit') return true;
  if (editableRoles.includes(attributeOf(element, 'role'))) return true;
  return formulaClass.test(attributeOf(element, 'class') ?? '');
}

/** The way from the top of the document to where a walk stands, with what each element on it means for reading. */
export type Trail = Step[];

/** The trail to the parent of a node. No recursion: a page can nest as deep as it likes. */
export function trailTo(node: Node): Trail {
  const around: Node[] = [];
  for (let parent = aroundOf(node); parent !== null; parent = aroundOf(parent)) around.push(parent);
  const trail: Trail = [];
  for (const parent of around.reverse()) {
    if (isElement(parent)) stepInto(trail, parent, isLeftOut(parent));
    else stepIntoTree(trail, parent);
  }
  return trail;
}

/** Goes into a document or a shadow tree. What is in an editor is being written, whatever tree it lies in. */
export function stepIntoTree(trail: Trail, tree: Node): Step {
  const reading = trail.some((step) => step.reading !== 'read') ? 'skip' : 'read';
  const step: Step = { element: tree, role: 'block', reading, link: trail.at(-1)?.link, depth: trail.length };
  trail.push(step);
  return step;
}

/** What a node lies in: its parent, or the host of its tree. */
function aroundOf(node: Node): Node | null {
  return node instanceof ShadowRoot ? node.host : parentOf(node);
}

/** Goes into an element: what holds for its text follows from what held around it. */
export function stepInto(trail: Trail, element: Element, leftOut: boolean): Step {
  const around = trail.at(-1);
  const [role, reading] = readingIn(element, around?.reading ?? 'read', leftOut);
  const link = localNameOf(element) === 'a' ? trialOfLink(attributeOf(element, 'href') ?? '') : around?.link;
  const step: Step = { element, role, reading, link, depth: trail.length };
  trail.push(step);
  return step;
}

function readingIn(element: Element, around: Reading, leftOut: boolean): [ElementRole, Reading] {
  if (around === 'skip') return ['unseen', 'skip'];
  if (around === 'drawing') return inDrawing(element);
  if (around === 'formula') {
    return localNameOf(element) === 'mtext' ? ['block', 'read'] : ['skipped', 'formula'];
  }
  if (leftOut) return ['skipped', 'skip'];
  const role = roleOf(element);
  switch (role) {
    case 'reference':
      return [role, 'skip'];
    case 'inline':
      if (localNameOf(element) === 'sup' && isReference(element)) return ['reference', 'skip'];
      // Lines of a label in a drawing are placed one by one.
      return [localNameOf(element) === 'tspan' && isPlaced(element) ? 'block' : 'inline', 'read'];
    case 'doubtful':
      return [role, 'read'];
    case 'break':
      return [role, 'read'];
    case 'block':
      return localNameOf(element) === 'pre' && isCode(element) ? ['skipped', 'skip'] : [role, 'read'];
    case 'skipped':
      return [role, 'skip'];
    case 'unseen':
      return localNameOf(element) === 'noscript' ? inNoscript(element) : [role, 'skip'];
    case 'drawing':
      return [role, 'drawing'];
    case 'formula':
      return [role, 'formula'];
    default:
      return role satisfies never;
  }
}

/** Of a drawing only its labels are text to read, and the HTML that lies in it. */
function inDrawing(element: Element): [ElementRole, Reading] {
  const name = localNameOf(element);
  if (name === 'text' || name === 'foreignObject') return ['block', 'read'];
  return name === 'g' || name === 'a' || name === 'svg' || name === 'switch'
    ? ['skipped', 'drawing']
    : ['skipped', 'skip'];
}

/** Where scripts run its markup is text that nobody sees; where they do not it is ordinary content. */
function inNoscript(element: Element): [ElementRole, Reading] {
  return isRendered(element) ? ['inline', 'read'] : ['unseen', 'skip'];
}

function isPlaced(element: Element): boolean {
  return ['x', 'y', 'dx', 'dy'].some((name) => attributeOf(element, name) !== null);
}
