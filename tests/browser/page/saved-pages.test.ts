import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPages, type PagesUnderTest } from './open-pages.ts';

const folder = fileURLToPath(new URL('../../fixtures/pages/', import.meta.url));
const saved = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.html'))
  .map((path) => `/${path.replaceAll('\\', '/')}`)
  .sort();

describe.each(['chromium', 'firefox'] as const)('%s', (kind) => {
  let pages: PagesUnderTest;
  beforeAll(async () => {
    pages = await openPages(kind);
  });
  afterAll(() => pages?.close());

  test.each(saved)('%s is left as it is', async (path) => {
    const page = await pages.openSaved(path);
    const errors: unknown[] = [];
    const note = (error: unknown): void => {
      errors.push(error);
    };
    page.on('pageerror', note);
    const result = await page.evaluate(async () => {
      const before = document.documentElement.outerHTML;
      await window.gloss.start('highlight');
      const during = document.documentElement.outerHTML;
      const highlighted = window.gloss.found();
      await window.gloss.start('element');
      const wrapped = window.gloss.found();
      window.gloss.stop();
      return {
        isSameDuring: during === before,
        isSameAfter: document.documentElement.outerHTML === before,
        isSameFound: highlighted.join() === wrapped.join(),
      };
    });
    page.off('pageerror', note);
    expect(result).toEqual({ isSameDuring: true, isSameAfter: true, isSameFound: true });
    expect(errors).toEqual([]);
  });
});
