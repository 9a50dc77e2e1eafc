// Pages no reader would make: what is asked of us is that nothing breaks, and that what is left out is said.
import { describe, expect, test } from 'vitest';
import { hostileShapes } from '@/scripts/bench/hostile-shapes.ts';
import { marksOnPage } from '@/scripts/browser/marks-on-page.ts';
import type { DrivenPage } from '../driver/driven-page.ts';
import { browsers, useBrowser } from './set-up.ts';

const shapeNamed = (part: string): string => {
  const shape = hostileShapes.find(({ name }) => name.includes(part));
  if (!shape) throw new Error(`There is no shape ${part}.`);
  return `<!doctype html><title>Hostile</title><body>${shape.body}<script>${shape.build}</script></body>`;
};

describe.each(browsers)('%s', (kind) => {
  const driver = useBrowser(kind);
  const open = (name: string): Promise<DrivenPage> =>
    driver().openPage(driver().pages.add(`/${name}`, shapeNamed(name)));
  const statusOf = async (driven: DrivenPage, wanted: RegExp): Promise<void> => {
    const popup = await driver().openToolbarPopup(driven);
    const words = (): Promise<string> =>
      popup.evaluate(({ document }) => document.querySelector('.ng-page-words')?.textContent ?? '');
    await expect.poll(words, { timeout: 30_000 }).toMatch(wanted);
    await popup.close();
  };

  test('a page with more names than anybody reads is marked, and the popup says that part of it was left', async () => {
    const driven = await open('a million names in one text');
    await driven.untilMarked();
    await statusOf(driven, /so long that part of it was left unread/);
    await driven.hoverMark('anhedonia');
    await driven.popover.until('Anhedonia');
    await driven.close();
  });

  test('a text of 50 MB keeps nobody from reading what is beside it', async () => {
    const driven = await open('50 MB');
    await driven.hoverMark('anhedonia');
    await driven.popover.until('Anhedonia');
    await driven.close();
  });

  test('a page of 500 frames is marked in every one of them', async () => {
    const driven = await open('500 frames');
    await driven.untilMarked();
    const frames = driven.page.frames().filter((frame) => frame.parentFrame() === driven.page.mainFrame());
    expect(frames).toHaveLength(500);
    // Frames near the window, and far from it: a frame nobody sees has its names found, and painted when it is seen.
    await driven.page.evaluate(() =>
      scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }),
    );
    const last = frames.at(-1);
    await expect
      .poll(async () => (await last?.evaluate(marksOnPage, false))?.map(({ text }) => text), {
        timeout: 30_000,
      })
      .toEqual(['naltrexone']);
    await driven.close();
  });

  test('a card opens inside a form that answers for the DOM', async () => {
    const driven = await open('a form that answers');
    await driven.hoverMark('anhedonia');
    await driven.popover.until('Anhedonia');
    await driver().command(driven, 'next-mention');
    await driven.popover.until(/of \d+/);
    await driven.close();
  });
});
