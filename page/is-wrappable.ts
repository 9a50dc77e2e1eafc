import { localNameOf, parentElementOf } from './dom.ts';

/**
 * Whether part of a text can be wrapped in an element without a change of what a reader sees: not in a drawing or a
 * formula, and not where every child is an item of a flexible or grid layout of its own. A form may answer for its own
 * members, which mark.js asks for.
 */
export function isWrappable(text: Text): boolean {
  const parent = parentElementOf(text);
  if (!(parent instanceof HTMLElement) || localNameOf(parent) === 'form') return false;
  return !/flex|grid/.test(getComputedStyle(parent).display);
}
