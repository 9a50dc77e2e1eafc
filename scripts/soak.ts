// npm run soak: two hours of reading, played fast on the built extension in Chromium and in Firefox, with a forced
// collection and the level of the heap every fifty pages (tests/soak). `-- firefox` takes one browser, `-- --share 0.1` a
// tenth of it.
import { parseArgs } from 'node:util';
import type { BrowserKind } from './browser/find-browser.ts';
import { requireBrowser } from './browser/require-browser.ts';
import { buildExtension } from './build-extension.ts';
import { run } from './run.ts';

const { values, positionals } = parseArgs({ options: { share: { type: 'string' } }, allowPositionals: true });
const all: readonly BrowserKind[] = ['chromium', 'firefox'];
const named = all.filter((kind) => positionals.includes(kind));
process.env.SOAK = values.share ?? '1';

const data = await run('data/build.ts', []);
if (data.code !== 0) throw new Error(data.output);
let failed = 0;
for (const kind of named.length > 0 ? named : all) {
  requireBrowser(kind);
  const built = await buildExtension(kind);
  if (built.code !== 0) throw new Error(built.output);
  const { code } = await run(
    'node_modules/vitest/vitest.mjs',
    ['run', '--project', 'soak', '--disable-console-intercept', '-t', `^${kind} `],
    { show: true },
  );
  if (code !== 0) failed += 1;
}
process.exitCode = failed;
