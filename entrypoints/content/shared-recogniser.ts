import { createRecogniser } from '@/core/create-recogniser.ts';
import { lazyRecogniser } from '@/core/lazy-recogniser.ts';
import type { Recogniser } from '@/core/recognise.ts';
import { bundledLexicon } from '@/platform/bundled-lexicon.ts';
import { ownVersion } from '@/platform/own-version.ts';

/** One world in each frame, which pages cannot see; in Chromium those of one site see each other. */
type World = Window & { [key: symbol]: Recogniser | undefined };

/**
 * What reads names in this frame: that of the page around it, where the browser shows it to us, or one of its own. A
 * frame that is still read by a version before this one keeps it to itself.
 */
export function sharedRecogniser(): Recogniser {
  const key = Symbol.for(`naltrexone-gloss recogniser ${ownVersion()}`);
  const recogniser = recogniserAround(key) ?? lazyRecogniser(() => createRecogniser(bundledLexicon()));
  (window as unknown as World)[key] = recogniser;
  return recogniser;
}

function recogniserAround(key: symbol): Recogniser | undefined {
  try {
    return window === window.parent ? undefined : (window.parent as unknown as World)[key];
  } catch {
    // The page around is of another site.
    return undefined;
  }
}
