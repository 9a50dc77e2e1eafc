import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { DrivenPage } from '../driver/driven-page.ts';
import { expectedMarks } from './expected-marks.ts';
import { browsers, storeSettings, useBrowser } from './set-up.ts';

const articles = readdirSync(fileURLToPath(new URL('../../fixtures/pages/articles', import.meta.url)));

/** The page's own tree as text. */
const treeOf = ({ page }: DrivenPage): Promise<string> =>
  page.evaluate(() => document.documentElement.outerHTML);

/** Waits until what is marked stays the same. */
async function settle(driven: DrivenPage): Promise<number> {
  for (let before = -1; ; ) {
    const now = (await driven.marks()).length;
    if (now === before) return now;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

describe.each(browsers)('%s', (kind) => {
  const driver = useBrowser(kind);

  test.each(expectedMarks)('$page has its names marked and nothing else of ours', async (expected) => {
    await storeSettings(driver(), {});
    const driven = await driver().showPage(expected.page);
    if (expected.marked.length > 0) await driven.untilMarked();
    await settle(driven);
    const marks = (await driven.marks(true)).map(({ kind: of, text }) => `${of} ${text.toLowerCase()}`);
    expect(expected.marked.filter((wanted) => !marks.includes(wanted))).toEqual([]);
    const texts = marks.map((mark) => mark.slice(mark.indexOf(' ') + 1));
    expect(expected.unmarked.filter((unwanted) => texts.includes(unwanted))).toEqual([]);
    await driven.close();
  });

  test.each(articles)('%s is the same page with and without us', async (file) => {
    const errors: unknown[] = [];
    await storeSettings(driver(), { paused: true });
    const driven = await driver().showPage(`/articles/${file}`);
    driven.page.on('pageerror', (error) => errors.push(error));
    await settle(driven);
    const [before, errorsBefore] = [await treeOf(driven), errors.length];
    expect(await driven.marks()).toEqual([]);
    await storeSettings(driver(), { paused: false }, driven);
    await settle(driven);
    await driven.marks(true);
    expect(await treeOf(driven)).toBe(before);
    expect(errors.slice(errorsBefore)).toEqual([]);
    await driven.close();
  });
});
