// A lint rule that cannot go red protects nothing: each is shown a violation, and something it must allow.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '@/scripts/run.ts';

const core = /core stays pure: take what you need as an argument/;
const page = /page knows the DOM and core, not the extension/;
const platform = /platform is the edge to the browser/;
const components = /A component gets props and calls back/;
const extensionApi = /Only platform touches the extension API/;
const explaining = /explaining joins page and components/;
const entrypoints = /Entrypoints do not know each other/;
const everyPage = /Every page loads this/;
const network = /The extension talks to nobody/;
const clock = /core has no clock/;
const html = /Nothing is parsed as HTML/;
const listener = /no window message listener/;

const violations: readonly (readonly [string, string, RegExp])[] = [
  ['core/a.ts', "import { x } from '@/page/x.ts';", core],
  ['core/b.ts', "import { x } from '../page/x.ts';", core],
  ['core/c.ts', "import { x } from 'preact';", core],
  ['core/d.ts', "import { x } from 'zod/mini';", core],
  ['core/e.ts', "import { x } from 'minisearch';", core],
  ['core/f.ts', "import { x } from 'node:fs';", core],
  ['core/g.ts', "export { x } from '@/platform/x.ts';", core],
  ['core/h.ts', "import type { X } from '@/components/x.tsx';", core],
  ['core/x-schema.ts', "import { x } from 'minisearch';", core],
  ['core/create-search.ts', "import { x } from 'zod/mini';", core],
  ['core/i.ts', 'export const x = () => Date.now();', clock],
  ['core/j.ts', 'export const x = () => new Date();', clock],
  ['core/j2.ts', 'export const x = [1].map(Date.now);', clock],
  ['core/k.ts', 'export const x = (f: () => void) => setTimeout(f, 1);', clock],
  ['core/l.ts', 'export const x = () => performance.now();', clock],
  ['page/a.ts', "import { x } from '@/platform/x.ts';", page],
  ['page/b.ts', "import { x } from 'preact';", page],
  ['page/c.ts', "import { x } from 'webextension-polyfill';", page],
  ['page/d.ts', "import { x } from 'zod/mini';", page],
  ['platform/a.ts', "import { x } from '@/page/x.ts';", platform],
  ['platform/b.ts', "import { x } from 'preact';", platform],
  ['platform/c.ts', "import { x } from '@/entrypoints/background.ts';", platform],
  ['components/a.tsx', "import { x } from '@/platform/x.ts';", components],
  ['components/b.tsx', "import { x } from '@/page/x.ts';", components],
  ['components/c.tsx', "import { x } from 'wxt/browser';", components],
  ['explaining/a.tsx', "import { x } from '@/platform/x.ts';", explaining],
  ['explaining/b.ts', "import { x } from 'webextension-polyfill';", explaining],
  ['explaining/c.tsx', "import { useState } from 'preact/hooks';", explaining],
  ['entrypoints/popup/a.ts', "import { x } from 'webextension-polyfill';", extensionApi],
  ['entrypoints/popup/b.ts', "import { x } from '../content/x.ts';", entrypoints],
  ['entrypoints/popup/c.ts', "import { x } from '@/entrypoints/background.ts';", entrypoints],
  ['entrypoints/content/a.ts', "import { x } from 'zod/mini';", everyPage],
  ['entrypoints/content/b.ts', "import { x } from '@/core/entry-schema.ts';", everyPage],
  ['entrypoints/content/c.ts', "import { x } from 'wxt/browser';", extensionApi],
  ...['page/n1.ts', 'components/n1.tsx', 'entrypoints/content/n1.ts', 'platform/n1.ts', 'core/n1.ts'].map(
    (path) => [path, "export const x = () => fetch('https://example.org');", network] as const,
  ),
  ['page/n2.ts', 'export const x = () => window.fetch("/");', network],
  ['page/n3.ts', 'export const x = () => new XMLHttpRequest();', network],
  ['page/n4.ts', "export const x = () => new WebSocket('wss://example.org');", network],
  ['page/n5.ts', "export const x = () => new EventSource('/');", network],
  ['page/n6.ts', "export const x = () => navigator.sendBeacon('/');", network],
  ['page/n7.ts', "export const x = () => navigator['sendBeacon']('/');", network],
  ['page/n8.ts', 'export const x = () => new Image();', network],
  ['entrypoints/content/n9.ts', 'export const { fetch: x } = globalThis;', network],
  ['components/o.tsx', 'export const X = () => <p dangerouslySetInnerHTML={{ __html: "" }} />;', html],
  ['page/o1.ts', "export const x = (e: Element) => { e.innerHTML = ''; };", html],
  ['page/o2.ts', "export const x = (e: Element) => e.insertAdjacentHTML('beforeend', '');", html],
  ['entrypoints/content/p.ts', "window.addEventListener('message', () => undefined);", listener],
];

const allowed: readonly (readonly [string, string])[] = [
  ['core/ok.ts', "import { x } from './x.ts';\nimport { y } from '@/core/y.ts';\nexport const z = [x, y];\n"],
  ['core/ok-day.ts', "export const z = [Date.parse('2026-11-23'), new Date('2026-11-23')];\n"],
  ['core/ok-schema.ts', "import { object } from 'zod/mini';\nexport const z = object({});\n"],
  [
    'page/ok.ts',
    "import Mark from 'mark.js';\nimport { x } from '@/core/x.ts';\nexport const z = [Mark, x];\n",
  ],
  ['platform/ok.ts', "import browser from 'webextension-polyfill';\nexport const z = browser;\n"],
  ['components/ok.tsx', "import { x } from '@/core/x.ts';\nexport const X = () => <p>{x}</p>;\n"],
  [
    'entrypoints/content/ok.ts',
    "import { x } from '@/page/x.ts';\nimport { y } from './y.ts';\nexport const z = [x, y];\n",
  ],
];

const project = mkdtempSync(join(tmpdir(), 'gloss-lint-'));
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), text);
};
/** What the linter says, by file. */
const said = new Map<string, string[]>();

beforeAll(() => {
  const config = JSON.parse(readFileSync(`${root}biome.json`, 'utf8'));
  write('biome.json', JSON.stringify({ ...config, $schema: undefined, vcs: { enabled: false } }));
  cpSync(`${root}scripts/lint`, join(project, 'scripts/lint'), { recursive: true });
  for (const [path, text] of [...violations, ...allowed]) write(path, text);
  const biome = `${root}node_modules/@biomejs/biome/bin/biome`;
  const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', project];
  let report = '';
  try {
    report = execFileSync(process.execPath, args, { cwd: project, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    report = (error as { readonly stdout: string }).stdout; // it fails, as it must: what counts is what it says
  }
  for (const { location, ...diagnostic } of JSON.parse(report.slice(report.indexOf('{'))).diagnostics) {
    const path = String(location.path.file ?? location.path).replace(`${project}/`, '');
    said.set(path, [...(said.get(path) ?? []), JSON.stringify(diagnostic)]);
  }
});
afterAll(() => rmSync(project, { recursive: true }));

test.each(violations)('%s may not: %s', (path, _text, remedy) => {
  expect(said.get(path)?.join('\n') ?? 'nothing').toMatch(remedy);
});

test.each(allowed)('%s may', (path) => {
  expect(said.get(path) ?? []).toEqual([]);
});
