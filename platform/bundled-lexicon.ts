import { type PackedLexicon, unpackLexicon } from '@/core/packed-lexicon.ts';
import lexicon from '@/data/compiled/lexicon.json';

// data/build.ts writes this file with packLexicon; the cast spares every page a second validation.
/** The names that every page is read for. */
export const bundledLexicon = unpackLexicon(lexicon as unknown as PackedLexicon);
