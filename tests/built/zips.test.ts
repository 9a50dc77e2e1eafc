import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import manifest from '@/package.json' with { type: 'json' };
import { root, run } from '@/scripts/run.ts';
import { zipEntries } from './zip-entries.ts';

const wxt = 'node_modules/wxt/bin/wxt.mjs';
const zipFile = (folder: string, name: string): string =>
  `${folder}.output/naltrexone-gloss-${manifest.version}-${name}.zip`;
const zip = (name: string): Map<string, Buffer> => zipEntries(zipFile(root, name));
const temporary = mkdtempSync(join(tmpdir(), 'gloss-sources-'));
const stray = `${root}stray-notes.txt`;

beforeAll(async () => {
  writeFileSync(stray, 'This lies about and belongs to nobody.');
  for (const browser of ['chrome', 'firefox']) {
    const { code, output } = await run(wxt, ['zip', '-b', browser]);
    expect(code, output).toBe(0);
  }
}, 120_000);
afterAll(() => {
  rmSync(stray);
  rmSync(temporary, { recursive: true });
});

test.each(['chrome', 'firefox'])('the %s zip holds the extension and nothing else', (browser) => {
  const names = [...zip(browser).keys()];
  expect(names).toContain('manifest.json');
  const parts =
    /^(?:manifest\.json|(?:popup|options|welcome|trials)\.html|background\.js|(?:assets|chunks|content-scripts|icon)\/[\w.-]+)$/;
  expect(names.filter((name) => !parts.test(name))).toEqual([]);
});

test('the zip for the Chrome store carries no key', () => {
  const content = zip('chrome').get('manifest.json')?.toString() ?? '';
  expect(JSON.parse(content)).not.toHaveProperty('key');
});

test('the sources hold what a rebuild needs, no saved page and nothing that lies about', () => {
  const names = [...zip('sources').keys()];
  expect(names).toEqual(
    expect.arrayContaining(['package-lock.json', 'wxt.config.ts', 'data/build.ts', 'LICENSE']),
  );
  expect(names.filter((name) => /^(?:tests|docs|node_modules|data\/compiled)\/|stray/.test(name))).toEqual(
    [],
  );
});

test('the sources rebuild to the very same Firefox extension', async () => {
  for (const [name, content] of zip('sources')) {
    mkdirSync(dirname(join(temporary, name)), { recursive: true });
    writeFileSync(join(temporary, name), content);
  }
  symlinkSync(`${root}node_modules`, join(temporary, 'node_modules'));
  for (const [script, ...args] of [['data/build.ts'] as const, [wxt, 'zip', '-b', 'firefox'] as const]) {
    const { code, output } = await run(script, args, { folder: `${temporary}/` });
    expect(code, output).toBe(0);
  }
  const rebuilt = readFileSync(zipFile(`${temporary}/`, 'firefox'));
  expect(rebuilt.equals(readFileSync(zipFile(root, 'firefox')))).toBe(true);
}, 120_000);
