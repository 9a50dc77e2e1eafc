// node scripts/render-icons.ts: draws assets/icon.svg in every size the manifest needs, in Chromium.
import { readFileSync, writeFileSync } from 'node:fs';
import { launch } from 'puppeteer-core';
import { isRoot } from './browser/is-root.ts';
import { requireBrowser } from './browser/require-browser.ts';

const here = (path: string): URL => new URL(`../${path}`, import.meta.url);
const drawing = readFileSync(here('assets/icon.svg'), 'utf8');
const { path } = requireBrowser('chromium');
const browser = await launch({ executablePath: path, args: isRoot() ? ['--no-sandbox'] : [] });
const page = await browser.newPage();
for (const size of [16, 32, 48, 96, 128]) {
  await page.setViewport({ width: size, height: size });
  await page.setContent(
    `<style>body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${drawing}`,
  );
  writeFileSync(here(`public/icon/${size}.png`), await page.screenshot({ omitBackground: true }));
}
await browser.close();
