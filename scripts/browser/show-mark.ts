import type { Page } from 'puppeteer-core';
import { type MarkOnPage, marksOnPage } from './marks-on-page.ts';

/** Scrolls to the first mark with this text, to the middle of the window where the page allows it. */
export async function showMark(page: Page, text: string): Promise<MarkOnPage> {
  const find = async (): Promise<MarkOnPage | undefined> => {
    const marks: readonly MarkOnPage[] = await page.evaluate(marksOnPage, false);
    return marks.find((mark) => mark.text === text && mark.width > 0);
  };
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  for (let isMore = true; isMore; ) {
    const mark = await find();
    if (mark) {
      await page.evaluate((y) => scrollBy({ top: y - innerHeight / 2, behavior: 'instant' }), mark.y);
      return (await find()) ?? mark;
    }
    // Marks are painted near the window only: down the page until this one is.
    isMore = await page.evaluate(() => {
      const before = scrollY;
      scrollBy({ top: innerHeight * 0.8, behavior: 'instant' });
      return scrollY > before;
    });
  }
  throw new Error(`There is no mark with the text ${text}.`);
}

/** Moves the pointer onto a mark that is in the window. */
export async function pointAt(page: Page, mark: MarkOnPage): Promise<void> {
  const [x, y] = [mark.x + Math.min(mark.width / 2, 20), mark.y + mark.height / 2];
  // Not in steps from where the pointer was: that may lie outside of a window that has changed since.
  await page.mouse.move(x - 1, y);
  await page.mouse.move(x, y);
}
