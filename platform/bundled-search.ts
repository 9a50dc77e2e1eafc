import type { SearchDocument } from '@/core/search-index.ts';
import documents from '@/data/compiled/search.json';

// data/build.ts makes and writes this file; JSON cannot say what it is.
/** What the popup searches; the entries themselves stay in the background. */
export const bundledSearch = documents as unknown as readonly SearchDocument[];
