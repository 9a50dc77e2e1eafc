import { charClass, foldUnit } from '@/core/fold-text.ts';
import { isBrokenIdentifier } from '@/core/is-broken-identifier.ts';
import { isElement } from './dom.ts';
import { type ElementRole, standsApart } from './element-role.ts';
import { deepestStyle, isApart } from './is-apart.ts';
import type { Step } from './trail.ts';

/** No word is held together over so many beginnings and ends of elements. */
export const mostCrossed = 100;

/** Whether elements that begin or end between a text and the next set them apart. Asks for style only where it changes a word. */
export function isJointApart(
  before: string,
  crossed: readonly Pick<Step, 'element' | 'role' | 'depth'>[],
  after: string,
): boolean {
  if (crossed.length === 0 || after === '' || before === '') return false;
  if (crossed.some(({ role }) => role === 'break')) return !isBrokenIdentifier(before, after);
  const touching = isTouching(before, after);
  // "PTSD<sup>1</sup>and" are two words; "borderline<sup>1</sup> personality" goes on.
  if (touching && crossed.some(({ role }) => role === 'reference')) return true;
  if (crossed.length > mostCrossed) return true;
  return crossed.some(
    ({ element, role, depth }) =>
      (touching || role === 'doubtful') &&
      depth <= deepestStyle &&
      isElement(element) &&
      isApart(element, touching),
  );
}

/** Whether the beginning or end of an element ends a run whose text is this so far, by its tag alone. */
export function endsRun(role: ElementRole, text: string | undefined): boolean {
  return standsApart(role) && !(role === 'break' && text !== undefined && isBrokenIdentifier(text));
}

/** Whether two texts would make one word. */
export function isTouching(before: string, after: string): boolean {
  return isWordUnit(before.charCodeAt(before.length - 1)) && isWordUnit(after.charCodeAt(0));
}

/** So much of a text tells whether there is anything in it: a page can hold as much space as it likes. */
const mostBlank = 100_000;

/** Whether a text is nothing to see. */
export function isBlank(text: string): boolean {
  for (let i = 0; i < Math.min(text.length, mostBlank); i++) {
    const unit = foldUnit(text.charCodeAt(i));
    if (unit !== charClass.space && unit !== charClass.ignored) return false;
  }
  return true;
}

/** Whether a UTF-16 unit is part of a word. */
export const isWordUnit = (code: number): boolean => foldUnit(code) >= charClass.ligature;
