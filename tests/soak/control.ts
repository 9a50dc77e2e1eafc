import type { DrivenPage } from '../browser/driver/driven-page.ts';
import { inFirefox } from '../browser/driver/firefox-engine.ts';
import { firefoxLevels } from '../browser/driver/heap-levels.ts';
import { closeBrowsers, takeBrowser } from '../browser/driver/shared-browser.ts';

/** So many times the pointer moves before a page is asked for something. */
const movesAtOnce = 8;

/** Firefox without the extension, which is shown the same pages. */
export interface Control {
  readonly page: DrivenPage['page'];
  /** Asks the page and moves the pointer as often as where there are marks to rest on. */
  move(count: number): Promise<void>;
  /** The bytes its pages hold now beyond what they held when this was called first. */
  gained(): Promise<number>;
  close(): Promise<void>;
}

/**
 * Starts it. Firefox as WebDriver drives it holds some 14 kB more after each page that was shown, with the extension and
 * without it (seen over 80 pages: 1.19 and 1.11 MB): what it gains by itself is not ours.
 */
export async function startControl(): Promise<Control> {
  const browser = await takeBrowser('firefox');
  const inBrowser = await inFirefox(browser);
  const page = await browser.newPage();
  await page.setViewport({ width: 1200, height: 900 });
  let first: number | undefined;
  return {
    page,
    async move(count) {
      for (let left = count; left > 0; left -= movesAtOnce) {
        await page.evaluate((by) => {
          scrollBy({ top: by, behavior: 'instant' });
          return [scrollX, scrollY];
        }, 500);
        for (let moved = 0; moved < Math.min(movesAtOnce, left); moved += 1)
          await page.mouse.move(100 + 50 * moved, 100 + 50 * moved);
      }
    },
    async gained() {
      const level = (await firefoxLevels(inBrowser, '')).page;
      first ??= level;
      return level - first;
    },
    close: closeBrowsers,
  };
}
