import { removeLeftovers } from '@/page/remove-leftovers.ts';

const key = Symbol.for('naltrexone-gloss');

/**
 * Makes this run the only one in the page, and returns the signal that ends it. An earlier run in the same world ends
 * now; what a run left behind that can no longer end itself (Firefox, after an update) is removed.
 */
export function takeOver(page: Document): AbortSignal {
  // One world, one slot: the extension's own global object, which pages cannot see.
  const world = globalThis as { [key]?: AbortController };
  world[key]?.abort();
  removeLeftovers(page);
  const run = new AbortController();
  world[key] = run;
  return run.signal;
}
