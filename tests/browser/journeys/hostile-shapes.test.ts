// Pages no reader would make: what is asked of us is that nothing breaks, and that what is left out is said.
import { describe, expect, test } from 'vitest';
import { type HostileShape, hostileShapes } from '@/scripts/bench/hostile-shapes.ts';
import type { DrivenPage } from '../driver/driven-page.ts';
import { browsers, useBrowser } from './set-up.ts';

const shapeNamed = (part: string): HostileShape => {
  const shape = hostileShapes.find(({ name }) => name.includes(part));
  if (!shape) throw new Error(`There is no shape ${part}.`);
  return shape;
};

describe.each(browsers)('%s', (kind) => {
  const driver = useBrowser(kind);
  const open = (name: string): Promise<DrivenPage> => {
    const { body, build, buildLess = build } = shapeNamed(name);
    const html = `<!doctype html><title>Hostile</title><body>${body}<script>${buildLess}</script></body>`;
    return driver().openPage(driver().pages.add(`/${name}`, html));
  };
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
    await driven.hoverMark('PTSD');
    await driven.popover.until('Post-traumatic stress disorder');
    await driven.close();
  });

  test('a text of 50 MB keeps nobody from reading what is beside it', async () => {
    const driven = await open('50 MB');
    await driven.hoverMark('anhedonia');
    await driven.popover.until('Anhedonia');
    await driven.close();
  });

  test('of a hundred frames those in view are marked, and the page around them', async () => {
    const { body, build, buildLess = build } = shapeNamed('500');
    const html = `<!doctype html><title>Frames</title><body>${body}</body>`;
    const driven = await driver().openPage(driver().pages.add('/frames', html));
    await driven.page.evaluate((script) => new Function(script)(), buildLess);
    /** What is marked in the frame at this place among them. */
    const markedIn = (index: number): Promise<number> =>
      driven.page.evaluate((at) => {
        const frame = Reflect.get(window.frames, at) as (Window & typeof globalThis) | undefined;
        return frame?.CSS.highlights.get('naltrexone-gloss-term')?.size ?? 0;
      }, index);
    const patient = { timeout: 50_000 };
    await expect.poll(() => markedIn(0), patient).toBe(1);
    await driven.page.evaluate(() =>
      scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }),
    );
    await expect.poll(() => markedIn(99), patient).toBe(1);
    await expect
      .poll(async () => (await driven.marks()).map(({ text }) => text), patient)
      .toContain('anhedonia');
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
