import type { Run } from '@/explaining/explain-page.ts';
import { removeLeftovers } from '@/page/remove-leftovers.ts';
import { hearSuccessor } from '@/page/succession.ts';
import { isOrphan } from '@/platform/is-orphan.ts';

const key = Symbol.for('naltrexone-gloss');

/**
 * Makes this run the only one in the page. An earlier run in the same world ends now; one in another world, which has
 * lost its extension, is asked to; what is left of one that cannot end itself is removed.
 */
export async function takeOver(page: Document): Promise<Run> {
  // One world, one slot: the extension's own global object, which pages cannot see.
  const world = globalThis as { [key]?: AbortController };
  world[key]?.abort();
  const run = new AbortController();
  world[key] = run;
  const goOn = (): boolean => {
    if (isOrphan()) run.abort();
    return !run.signal.aborted;
  };
  await removeLeftovers(page);
  hearSuccessor(page, goOn, run.signal);
  return { signal: run.signal, goOn };
}
