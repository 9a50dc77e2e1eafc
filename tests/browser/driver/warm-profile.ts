import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** The profile of a Firefox that was started and closed once: with it the next one has half as much to do. */
    readonly warmProfile: string;
  }
}

/** A copy of the warm profile for one Firefox, which writes to it: the path of its folder. */
export function copyOfProfile(): string {
  const path = mkdtempSync(join(tmpdir(), 'gloss-firefox-'));
  cpSync(inject('warmProfile'), path, { recursive: true });
  return path;
}
