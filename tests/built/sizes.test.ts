import { posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { builtFile } from './built-file.ts';

const zipped = (path: string): number => gzipSync(builtFile('chromium', path), { level: 9 }).length;

// docs/decisions/0009 says where it goes.
test('the content script, which every page pays for, is at most 60 kB', () => {
  expect(zipped('content-scripts/content.js')).toBeLessThanOrEqual(60_000);
});

test('the popup with all it loads as it opens, data included, is at most 120 kB', () => {
  const html = builtFile('chromium', 'popup.html');
  const first = [...html.matchAll(/(?:src|href)="\/?([^"]+\.(?:js|css))"/g)].map(([, path = '']) => path);
  expect(first).not.toHaveLength(0);
  const files = new Set(first);
  for (const file of files) {
    for (const [, path = ''] of builtFile('chromium', file).matchAll(
      // What is imported by a call, `import("…")`, is loaded when it is asked for.
      /(?:from|import)\s*["'`](\.[^"'`]+\.js)/g,
    )) {
      files.add(posix.join(posix.dirname(file), path));
    }
  }
  const total = [...files].reduce((sum, file) => sum + zipped(file), zipped('popup.html'));
  expect(total).toBeLessThanOrEqual(120_000);
});
