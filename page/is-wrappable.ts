import { localNameOf, parentOf, shadowRootAround } from './dom.ts';

/**
 * Whether part of a text can be wrapped in an element without a change of what a reader sees: not in a drawing or a
 * formula, and not where every child is an item of a flexible or grid layout of its own. A form may answer for its own
 * members, which mark.js asks for; a shadow tree has styles of its own.
 */
export function isWrappable(text: Text): boolean {
  const parent = parentOf(text);
  if (!(parent instanceof HTMLElement) || localNameOf(parent) === 'form' || shadowRootAround(text))
    return false;
  return !/flex|grid/.test(getComputedStyle(parent).display);
}
