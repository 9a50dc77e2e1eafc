// A frame too small for a card: the card stands over the page around it, if that is of the same origin.
import type { Frame } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { marksOnPage } from '@/scripts/browser/marks-on-page.ts';
import type { DrivenPage, ViewportRect } from '../driver/driven-page.ts';
import { browsers, storeSettings, useBrowser } from './set-up.ts';

const words = '<button id="b">Go</button> <b>anhedonia</b> and <i>schizophrenia</i>';

describe.each(browsers)('%s', (kind) => {
  const driver = useBrowser(kind);
  let count = 0;

  /** A page with a small frame, and that frame when it is marked. */
  const open = async (
    around: (frame: string) => string,
    { height = 60, origin = '' } = {},
  ): Promise<readonly [DrivenPage, Frame]> => {
    count += 1;
    const { pages } = driver();
    const path = `/small-frame-${count}`;
    pages.add(path, `<!doctype html><html lang="en"><title>Small</title><body style="margin: 10px">${words}`);
    const shown = `<iframe id="f" src="${origin}${path}" width="280" height="${height}" style="border: 5px solid"></iframe>`;
    const driven = await driver().showPage(
      pages.add(
        `/around-${count}`,
        `<!doctype html><html lang="en"><meta charset="utf-8"><title>Around</title><body>${around(shown)}`,
      ),
    );
    await storeSettings(driver(), {}, driven);
    const find = (): Frame | undefined => driven.page.frames().find((each) => each.url().endsWith(path));
    await expect.poll(async () => (await find()?.evaluate(marksOnPage, false))?.length).toBe(2);
    const frame = find();
    if (!frame) throw new Error('There is no frame');
    return [driven, frame];
  };
  /** Where an element of the frame is in the window, asked of the frames themselves: none of them is turned. */
  const placeOf = (frame: Frame, selector: string): Promise<ViewportRect> =>
    frame.evaluate((wanted) => {
      let at: Window = window;
      let { x, y, width, height } = document.querySelector(wanted)?.getBoundingClientRect() ?? new DOMRect();
      for (let box = at.frameElement; box instanceof at.parent.window.HTMLElement; box = at.frameElement) {
        const outer = box.getBoundingClientRect();
        const scale = outer.width / box.offsetWidth;
        [x, y] = [outer.x + (x + box.clientLeft) * scale, outer.y + (y + box.clientTop) * scale];
        [width, height] = [width * scale, height * scale];
        at = at.parent;
      }
      return { x, y, width, height };
    }, selector);
  const pointAtWords = async ({ page }: DrivenPage, { x, y }: ViewportRect): Promise<void> => {
    await page.mouse.move(x + 10, y + 6);
    await page.mouse.move(x + 14, y + 8);
  };
  const card = async ({ popover }: DrivenPage): Promise<ViewportRect> => {
    const frame = await popover.find('.ng-frame');
    if (!frame) throw new Error('There is no card');
    return frame;
  };
  const hostsIn = ({ page }: DrivenPage): Promise<number> =>
    page.evaluate(() => document.querySelectorAll('naltrexone-gloss').length);

  test.each([
    ['', (frame: string) => `<p>Around it</p>${frame}`],
    ['that is scaled', (frame: string) => `<div style="scale: 1.5; transform-origin: 0 0">${frame}</div>`],
    ['on a page that is scrolled', (frame: string) => `<div style="height: 3000px"></div>${frame}`],
    [
      'in a shadow tree',
      (frame: string) =>
        `<div><template shadowrootmode="open"><p style="margin: 200px">Deep</p>${frame}</template></div>`,
    ],
    [
      'in another small frame',
      (frame: string) =>
        `<p>Around both</p><iframe srcdoc="${frame.replaceAll('"', "'")}" width="400" height="120"></iframe>`,
    ],
  ])(
    'in a small frame %s it stands over the page around, beside the words, and can be used',
    async (_where, around) => {
      const [driven, frame] = await open(around);
      const { page, popover } = driven;
      await page.evaluate(() => scrollTo({ top: 1e6, behavior: 'instant' }));
      const place = await placeOf(frame, 'b');
      await pointAtWords(driven, place);
      await popover.until('Anhedonia');
      expect(await driven.popoverIn(frame).isOpen()).toBe(false);
      const { x, y, width, height } = await card(driven);
      const size = await page.evaluate(() => [innerWidth, innerHeight] as const);
      expect([x >= 0, y >= 0, x + width <= size[0], y + height <= size[1]]).toEqual([true, true, true, true]);
      expect(height).toBeGreaterThan(280);
      const gap = Math.max(y - place.y - place.height, place.y - y - height);
      expect(gap).toBeGreaterThan(2);
      expect(gap).toBeLessThan(14);
      expect(Math.abs(x - place.x)).toBeLessThan(3);

      // Across the edge of the frame, and there it can be worked with.
      const isBelow = y > place.y;
      await page.mouse.move(place.x + 20, isBelow ? y + 60 : y + height - 60, { steps: 20 });
      await new Promise((resolve) => setTimeout(resolve, 900));
      expect(await popover.isOpen()).toBe(true);
      await popover.click('[aria-label="Copy with sources"]');
      await popover.until('Copied');
      await popover.click('[aria-label="Keep open"]');
      await expect.poll(() => popover.find('[aria-label="Keep open"][aria-pressed="true"]')).toBeDefined();
      // Where it stands still: it has more room now, and may have grown.
      await popover.hover('.ng-kind');
      const [kindAt, before] = [await popover.find('.ng-kind'), await card(driven)];
      const [fromX, fromY] = [(kindAt?.x ?? 0) + 20, (kindAt?.y ?? 0) + 8];
      await page.mouse.move(fromX, fromY);
      await page.mouse.down();
      await page.mouse.move(fromX + 70, fromY, { steps: 5 });
      await page.mouse.up();
      await expect.poll(async () => Math.round((await card(driven)).x - before.x)).toBe(70);
      await page.keyboard.press('Escape');
      await popover.untilClosed();
      expect(await hostsIn(driven)).toBe(0);
      await driven.close();
    },
  );

  test('a pointer that goes elsewhere on the page around lets it go, and so does a press there', async () => {
    const [driven, frame] = await open((shown) => `<p id="p">Around it</p>${shown}`);
    const place = await placeOf(frame, 'b');
    await pointAtWords(driven, place);
    await driven.popover.until('Anhedonia');
    await driven.page.mouse.move(1000, 600, { steps: 4 });
    await driven.popover.untilClosed();

    await pointAtWords(driven, place);
    await driven.popover.until('Anhedonia');
    await driven.popover.click('.ng-footer');
    await driven.page.mouse.click(1000, 600);
    await driven.popover.untilClosed();
    await driven.close();
  });

  test('keys go from mention to mention in the frame, and Escape gives it the focus back', async () => {
    const [driven, frame] = await open((shown) => `<p>dopamine around it</p>${shown}`);
    await frame.focus('#b');
    await driver().command(driven, 'next-mention');
    await driven.popover.until(/1 of 2\s+Anhedonia/);
    const role = () => driven.popover.evaluate((inside) => inside.activeElement?.getAttribute('role'));
    expect(await role()).toBe('dialog');
    await driver().command(driven, 'next-mention');
    await driven.popover.until(/2 of 2\s+Schizophrenia/);
    await driven.page.keyboard.press('Tab');
    expect(await driven.popover.evaluate((inside) => inside.activeElement?.localName)).toBe('button');
    await driven.page.keyboard.press('Escape');
    await driven.popover.untilClosed();
    expect(await driven.page.evaluate(() => document.activeElement?.id)).toBe('f');
    expect(await frame.evaluate(() => [document.hasFocus(), document.activeElement?.id])).toEqual([
      true,
      'b',
    ]);
    await driven.close();
  });

  test.each([
    ['is taken away', () => document.querySelector('iframe')?.remove()],
    ['shows something else', () => document.querySelector('iframe')?.setAttribute('srcdoc', 'Else')],
    ['is hidden', () => document.querySelector('iframe')?.style.setProperty('display', 'none')],
  ])('when the frame %s nothing is left of it', async (_what, change) => {
    const [driven, frame] = await open((shown) => shown);
    await pointAtWords(driven, await placeOf(frame, 'b'));
    await driven.popover.until('Anhedonia');
    await driven.page.evaluate(change);
    await expect.poll(() => hostsIn(driven)).toBe(0);
    // Nor does what listened there complain: that is asked at the end of these tests.
    await driven.page.mouse.move(300, 300, { steps: 4 });
    await driven.page.mouse.click(310, 300);
    await driven.page.keyboard.press('Escape');
    await driven.close();
  });

  test('in a modal dialog it can be pressed', async () => {
    const [driven, frame] = await open(
      (shown) =>
        `<dialog style="margin: 20px">${shown}</dialog><script>document.querySelector('dialog').showModal()</script>`,
    );
    await pointAtWords(driven, await placeOf(frame, 'b'));
    await driven.popover.until('Anhedonia');
    await driven.popover.click('[aria-label="Close"]');
    await driven.popover.untilClosed();
    expect(await driven.page.evaluate(() => document.querySelector('dialog')?.open)).toBe(true);
    await driven.close();
  });

  test('a page around of another origin is told nothing: the card is as large as the frame allows', async () => {
    const [driven, frame] = await open((shown) => shown, {
      height: 150,
      origin: driver().pages.otherOrigin,
    });
    const place = await driven.page.$eval('iframe', (element) => {
      const { x, y } = element.getBoundingClientRect();
      return { x, y };
    });
    const [mark] = await frame.evaluate(marksOnPage, false);
    await pointAtWords(driven, {
      x: place.x + 5 + (mark?.x ?? 0),
      y: place.y + 5 + (mark?.y ?? 0),
      width: 0,
      height: 0,
    });
    await driven.popoverIn(frame).until('Anhedonia');
    expect(await hostsIn(driven)).toBe(0);
    await expect
      .poll(async () => (await driven.popoverIn(frame).find('.ng-frame'))?.height ?? 0)
      .toBeGreaterThan(100);
    const { x = -1, y = -1, width = 0, height = 0 } = (await driven.popoverIn(frame).find('.ng-frame')) ?? {};
    expect([x >= 0, y >= 0, x + width <= 280, y + height <= 150]).toEqual([true, true, true, true]);
    await driven.close();
  });
});
