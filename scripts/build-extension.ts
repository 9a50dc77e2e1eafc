import type { BrowserKind } from './browser/find-browser.ts';
import { type Run, root, run } from './run.ts';

/** The folder a build for this kind of browser lands in. */
export function builtExtension(kind: BrowserKind): string {
  return `${root}.output/${kind === 'firefox' ? 'firefox' : 'chrome'}-mv3`;
}

/** Builds the extension for one kind of browser; the compiled data must be there. */
export function buildExtension(kind: BrowserKind): Promise<Run> {
  return run('node_modules/wxt/bin/wxt.mjs', ['build', ...(kind === 'firefox' ? ['-b', 'firefox'] : [])]);
}
