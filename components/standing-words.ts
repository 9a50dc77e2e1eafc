import type { Standing } from '@/core/statement.ts';
import type { OverallStanding } from '@/core/what-stands.ts';

/** A standing in words, as it stands alone on a badge. */
export const standingWords: Readonly<Record<OverallStanding, string>> = {
  confirmed: 'Confirmed',
  contradicted: 'Contradicted',
  unconfirmed: 'Not confirmed',
  unchecked: 'Not checked',
  mixed: 'Partly confirmed',
};

/** A standing in words after a number: "2 confirmed". */
export const standingCounted: Readonly<Record<Standing, string>> = {
  confirmed: 'confirmed',
  contradicted: 'contradicted',
  unconfirmed: 'not confirmed',
  unchecked: 'not checked',
};

/** What a standing means, for a reader who wonders. */
export const standingMeaning: Readonly<Record<Standing, string>> = {
  confirmed: 'a source was seen that says so',
  contradicted: 'a source was seen that says otherwise',
  unconfirmed: 'looked for and not found',
  unchecked: 'nobody has looked yet',
};
