import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import type { BrowserKind } from '@/scripts/browser/find-browser.ts';
import { startBrowser } from '@/scripts/browser/launch-browser.ts';
import { requireBrowser } from '@/scripts/browser/require-browser.ts';
import { servePages } from '@/scripts/browser/serve-pages.ts';
import { bundled } from '../bundled.ts';
import { giveBack, takeBrowser } from '../driver/shared-browser.ts';
import type { InPage } from './in-page.ts';

declare global {
  interface Window {
    readonly gloss: InPage;
  }
}

/** A browser without the extension, whose pages have `page/` in them as `window.gloss`. */
export interface PagesUnderTest {
  /** Opens a page with this body. Functions of `window.gloss` can be called in it. */
  openBody(body: string): Promise<Page>;
  /** Opens a path below tests/fixtures/pages. */
  openSaved(path: string): Promise<Page>;
  close(): Promise<void>;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Opens a tab, once per test file, in a browser that another file may have used; with `flags` for Chromium in one of its own. */
export async function openPages(
  kind: BrowserKind,
  entry = 'in-page.ts',
  flags?: readonly string[],
): Promise<PagesUnderTest> {
  const script = await bundled(fileURLToPath(new URL(entry, import.meta.url)));
  const pages = await servePages(`${root}tests/fixtures/pages`);
  const browser = flags ? await startBrowser(requireBrowser(kind), true, { flags }) : await takeBrowser(kind);
  const page = await browser.newPage();
  await page.setViewport({ width: 1000, height: 800 });
  return {
    async openBody(body) {
      const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title></head><body>${body}</body></html>`;
      await page.goto(pages.add('/test', html));
      await page.evaluate(script);
      return page;
    },
    async openSaved(path) {
      await page.goto(new URL(path, pages.origin).href);
      await page.evaluate(script);
      return page;
    },
    async close() {
      await (flags ? browser.close() : giveBack(kind, browser));
      await pages.close();
    },
  };
}
