import { attributeOf, isElement, isRendered, localNameOf, parentOf } from './dom.ts';
import { type ElementRole, roleOf } from './element-role.ts';
import { isCode } from './is-code.ts';

/** How the text directly in an element is taken: read, or passed over; drawings and formulas hold both. */
type Reading = 'read' | 'skip' | 'drawing' | 'formula';

/** What walking into an element found out about it. */
export interface Step {
  readonly element: Node;
  readonly role: ElementRole;
  readonly reading: Reading;
  /** How many elements are around it. */
  readonly depth: number;
}

/** What stands in an editor is being written, not read. */
const editableRoles: readonly (string | null)[] = ['textbox', 'searchbox', 'combobox'];

/** What may hold text that is being written; `isEditable` says whether it does. */
export const editableSelector = '[contenteditable],[role="textbox"],[role="searchbox"],[role="combobox"]';

/** Whether the reader can write in the element. */
export function isEditable(element: Element): boolean {
  const editable = attributeOf(element, 'contenteditable')?.toLowerCase();
  if (editable !== undefined && editable !== 'false' && editable !== 'inherit') return true;
  return editableRoles.includes(attributeOf(element, 'role'));
}

/** The way from the top of the document to where a walk stands, with what each element on it means for reading. */
export type Trail = Step[];

/** The trail to the parent of a node. No recursion: a page can nest as deep as it likes. */
export function trailTo(node: Node): Trail {
  const around: Node[] = [];
  for (let parent = parentOf(node); parent !== null; parent = parentOf(parent)) around.push(parent);
  const trail: Trail = [];
  for (const parent of around.reverse()) {
    if (isElement(parent)) stepInto(trail, parent, isEditable(parent));
    else trail.push({ element: parent, role: 'block', reading: 'read', depth: 0 });
  }
  return trail;
}

/** Goes into an element: what holds for its text follows from what held around it. */
export function stepInto(trail: Trail, element: Element, isBeingWritten: boolean): Step {
  const around = trail.at(-1);
  const [role, reading] = readingIn(element, around?.reading ?? 'read', isBeingWritten);
  const step: Step = { element, role, reading, depth: trail.length };
  trail.push(step);
  return step;
}

function readingIn(element: Element, around: Reading, isBeingWritten: boolean): [ElementRole, Reading] {
  if (around === 'skip') return ['unseen', 'skip'];
  if (around === 'drawing') return inDrawing(element);
  if (around === 'formula') {
    return localNameOf(element) === 'mtext' ? ['block', 'read'] : ['skipped', 'formula'];
  }
  if (isBeingWritten) return ['skipped', 'skip'];
  const role = roleOf(element);
  switch (role) {
    case 'inline':
      // Lines of a label in a drawing are placed one by one.
      return [localNameOf(element) === 'tspan' && isPlaced(element) ? 'block' : 'inline', 'read'];
    case 'doubtful':
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
