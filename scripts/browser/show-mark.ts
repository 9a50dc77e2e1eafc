import { setTimeout } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { type MarkOnPage, marksOnPage } from './marks-on-page.ts';

/** An abbreviation is marked when all of the page has been read and its rules have come: so long it is waited for, in ms. */
const patience = 10_000;

/** Scrolls to the first mark with this text, to the middle of the window where the page allows it. */
export async function showMark(page: Page, text: string): Promise<MarkOnPage> {
  for (const end = Date.now() + patience; Date.now() < end; await setTimeout(50)) {
    const mark = await seekMark(page, text);
    if (mark) return mark;
  }
  throw new Error(`There is no mark with the text ${text}.`);
}

async function seekMark(page: Page, text: string): Promise<MarkOnPage | undefined> {
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
  return undefined;
}

/** Moves the pointer onto a mark that is in the window. */
export async function pointAt(page: Page, mark: MarkOnPage): Promise<void> {
  const [x, y] = [mark.x + Math.min(mark.width / 2, 20), mark.y + mark.height / 2];
  // Not in steps from where the pointer was: that may lie outside of a window that has changed since.
  await page.mouse.move(x - 1, y);
  await page.mouse.move(x, y);
}
