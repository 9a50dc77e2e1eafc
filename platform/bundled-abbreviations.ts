import type { AbbreviationRule } from '@/core/rules.ts';
import rules from '@/data/compiled/abbreviations.json';

// data/build.ts writes this file; the cast spares a second validation.
/** What tells of abbreviations that a page does not define. */
export const bundledAbbreviations = rules as unknown as readonly AbbreviationRule[];
