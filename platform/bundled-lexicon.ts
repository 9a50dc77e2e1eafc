import type { Lexicon } from '@/core/lexicon.ts';
import lexicon from '@/data/compiled/lexicon.json';

// data/build.ts writes this file from a Lexicon; the cast spares every page a second validation.
/** The names that every page is read for. */
export const bundledLexicon = lexicon as Lexicon;
