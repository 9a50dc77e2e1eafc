import { readFileSync } from 'node:fs';
import type { BrowserKind } from '@/scripts/browser/find-browser.ts';
import { builtExtension } from '@/scripts/build-extension.ts';

/** The content of a file of the built extension. */
export function builtFile(kind: BrowserKind, path: string): string {
  return readFileSync(`${builtExtension(kind)}/${path}`, 'utf8');
}
