import type { Lexicon } from '@/core/lexicon.ts';
import { type PackedLexicon, unpackLexicon } from '@/core/packed-lexicon.ts';
import lexicon from '@/data/compiled/lexicon.json';

// data/build.ts writes this file with packLexicon; the cast spares every page a second validation.
const packed = lexicon as unknown as PackedLexicon;

/** The names that every page is read for. */
export const bundledLexicon = (): Lexicon => unpackLexicon(packed);

/** ISO day on which they were compiled. */
export const compiledOn = packed.compiled;
