import { parentElementOf } from './dom.ts';
import { roleOf } from './element-role.ts';

/** So many inline elements around a text are gone through; nobody nests more on purpose. */
const mostInline = 8;

/** The nearest element around a node that is no inline one. */
export function blockAround(node: Node): Element | null {
  let element = parentElementOf(node);
  for (let steps = 0; steps < mostInline && element && roleOf(element) === 'inline'; steps++) {
    element = parentElementOf(element) ?? element;
  }
  return element;
}
