import { charClass, foldUnit } from '@/core/fold-text.ts';
import { isElement } from './dom.ts';
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
  if (crossed.some(({ role }) => role === 'break')) return !isBroken(before, after);
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

/**
 * Whether a line breaks within an identifier of ClinicalTrials.gov, as `NCT0466<br>5219` does: the text before ends in fewer
 * digits than the eight it has, and what comes after, once it is known, is the rest of them.
 */
export function isBroken(before: string, after?: string): boolean {
  const begun = /(?<![A-Za-z0-9])NCT[\s:#-]{0,3}(\d{0,7})\s*$/i.exec(before.slice(-30));
  if (begun === null) return false;
  if (after === undefined) return true;
  const rest = /^\s*(\d+)/.exec(after);
  return rest !== null && `${begun[1]}${rest[1]}`.length === 8;
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
