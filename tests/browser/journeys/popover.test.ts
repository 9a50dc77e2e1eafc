// The card as a reader with a pointer or a finger meets it: when it comes, that it stays and goes as asked, where it stands.
import { describe, expect, test } from 'vitest';
import type { DrivenPage, PopoverElement } from '../driver/driven-page.ts';
import { browsers, useBrowser } from './set-up.ts';

const page = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title>${head}</head><body style="margin: 150px 40px">${body}</body></html>`;
const oneWord = '<p>It is about <b id="words">anhedonia</b> and little else.</p>';
const tall = '<div style="height: 4000px"></div>';

/** Longer than a card waits before it opens or closes. */
const longer = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 900));

describe.each(browsers)('%s', (kind) => {
  const driver = useBrowser(kind);
  let count = 0;

  const open = async (
    body: string,
    head = '',
    headers: Record<string, string> = {},
    by: 'showPage' | 'openPage' = 'showPage',
  ): Promise<DrivenPage> => {
    count += 1;
    const driven = await driver()[by](driver().pages.add(`/card-${count}`, page(body, head), headers));
    await driven.untilMarked();
    return driven;
  };
  const card = async ({ popover }: DrivenPage): Promise<PopoverElement> => {
    const frame = await popover.find('.ng-frame');
    if (!frame) throw new Error('There is no card');
    return frame;
  };
  /** The title of the card; none while its answer is on the way, when the card bears the words of the link that led to it. */
  const title = async ({ popover }: DrivenPage): Promise<string | undefined> =>
    (await popover.find('.ng-card:not([aria-busy]) h2'))?.text.trim();
  const hover = async (
    driven: DrivenPage,
    words = 'anhedonia',
    says = 'Anhedonia',
  ): Promise<PopoverElement> => {
    await driven.hoverMark(words);
    await driven.popover.until(says);
    return card(driven);
  };
  const wordsOn = (driven: DrivenPage, selector = '#words') =>
    driven.page.$eval(selector, (element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return { left, top, right, bottom };
    });
  const apart = (frame: PopoverElement, words: Awaited<ReturnType<typeof wordsOn>>): boolean =>
    frame.y >= words.bottom ||
    frame.y + frame.height <= words.top ||
    frame.x >= words.right ||
    frame.x + frame.width <= words.left;
  const inWindow = async (driven: DrivenPage, { x, y, width, height }: PopoverElement): Promise<boolean> => {
    const window = await driven.page.evaluate(() => [
      document.documentElement.clientWidth,
      document.documentElement.clientHeight,
    ]);
    return x >= 0 && y >= 0 && x + width <= (window[0] ?? 0) && y + height <= (window[1] ?? 0);
  };

  /** What was copied, as another page would get it. */
  const clipboard = async (): Promise<string> => {
    const other = await driver().openPage(
      driver().pages.add('/paste', '<!doctype html><title>Paste</title><textarea id="t"></textarea>'),
    );
    if (kind === 'chromium') {
      const context = driver().engine.browser.defaultBrowserContext();
      await context.overridePermissions(driver().pages.origin, ['clipboard-read']);
    }
    await other.page.click('#t');
    await other.page.keyboard.down('Control');
    await other.page.keyboard.press('v');
    await other.page.keyboard.up('Control');
    const copied = await other.page.evaluate(async (canRead) => {
      const area = document.querySelector('textarea');
      return canRead ? navigator.clipboard.readText() : (area?.value ?? '');
    }, kind === 'chromium');
    await other.close();
    return copied;
  };

  describe('comes and goes', () => {
    test('a pointer that passes over opens nothing', async () => {
      const driven = await open(oneWord);
      const { left, top, right } = await wordsOn(driven);
      await driven.page.mouse.move(left - 60, top + 8);
      await driven.page.mouse.move(right + 60, top + 8, { steps: 12 });
      await longer();
      expect(await driven.popover.isOpen()).toBe(false);
      await driven.close();
    });

    test('can be reached, stays as long as the pointer is on it, and goes after that', async () => {
      const driven = await open(oneWord);
      const frame = await hover(driven);
      // Down through the gap, slowly.
      const { left, bottom } = await wordsOn(driven);
      await driven.page.mouse.move(left + 20, bottom - 2);
      await driven.page.mouse.move(left + 24, frame.y + 40, { steps: 25 });
      await longer();
      expect(await driven.popover.isOpen()).toBe(true);
      await driven.page.mouse.move(1100, 850, { steps: 3 });
      await driven.popover.untilClosed();
      await driven.close();
    });

    test('Escape sends it away without a move of the pointer, and it stays away', async () => {
      const driven = await open(oneWord);
      await hover(driven);
      // It fades in, but not for readers who want less motion.
      const motion = () =>
        driven.popover.evaluate((root) =>
          [...root.querySelectorAll('.ng-frame')].map((frame) => getComputedStyle(frame).animationName),
        );
      expect(await motion()).toEqual(['ng-appear']);
      // A page learns of it when it is told.
      await driver().prefer(driven, { reducedMotion: true });
      await expect.poll(motion).toEqual(['none']);
      await driver().prefer(driven, {});
      await driven.page.keyboard.press('Escape');
      await driven.popover.untilClosed();
      await longer();
      expect(await driven.popover.isOpen()).toBe(false);
      await driven.close();
    });

    test('turns from one word to its neighbour without going in between', async () => {
      const driven = await open('<p>anhedonia and <b>schizophrenia</b></p>');
      await hover(driven);
      await driven.page.evaluate(() => {
        const seen: string[] = [];
        new MutationObserver((records) => {
          for (const { addedNodes, removedNodes } of records)
            for (const node of [...addedNodes, ...removedNodes]) seen.push(node.nodeName);
          document.body.dataset.seen = seen.join(' ');
        }).observe(document.documentElement, { childList: true });
      });
      await hover(driven, 'schizophrenia', 'Schizophrenia');
      expect(await title(driven)).toBe('Schizophrenia');
      expect(await driven.page.evaluate(() => document.body.dataset.seen)).toBeUndefined();
      await driven.close();
    });

    test('a wheel in the card scrolls the card, and at its end nothing', async () => {
      const driven = await open(`<p>About <b>PTSD</b> (post-traumatic stress disorder).</p>${tall}`);
      await hover(driven, 'PTSD', 'Post-traumatic');
      await driven.popover.hover('.ng-scroll');
      for (let turn = 0; turn < 12; turn += 1) await driven.page.mouse.wheel({ deltaY: 400 });
      const scrolled = () =>
        driven.popover.evaluate((root) => root.querySelector('.ng-scroll')?.scrollTop ?? 0);
      await expect.poll(scrolled).toBeGreaterThan(0);
      expect(await driven.page.evaluate(() => scrollY)).toBe(0);
      expect(await driven.popover.isOpen()).toBe(true);
      await driven.close();
    });
  });

  describe('leaves the page what is the page’s', () => {
    test('dragging selects, a double click selects the word, a link is followed', async () => {
      const driven = await open(`${oneWord}<p><a href="#there">schizophrenia</a></p>`);
      const { left, top, right } = await wordsOn(driven);
      const selected = () => driven.page.evaluate(() => getSelection()?.toString().trim());
      await driven.page.mouse.move(left - 30, top + 8);
      await driven.page.mouse.down();
      await driven.page.mouse.move(right + 30, top + 8, { steps: 30 });
      await driven.page.mouse.up();
      expect(await selected()).toContain('anhedonia');
      await driven.page.mouse.click(left + 20, top + 8, { count: 2 });
      expect(await selected()).toBe('anhedonia');
      await driven.clickMark('schizophrenia');
      await expect.poll(() => driven.page.evaluate(() => location.hash)).toBe('#there');
      await driven.close();
    });
  });

  describe('pinned', () => {
    test('it stays when the page scrolls, and is moved by its header, by keys and by presses', async () => {
      const driven = await open(`${oneWord}${tall}`);
      await hover(driven);
      await driven.popover.click('[aria-label="Keep open"]');
      await expect
        .poll(async () => driven.popover.find('[aria-label="Keep open"][aria-pressed="true"]'))
        .toBeDefined();
      const before = await card(driven);
      await driven.page.mouse.move(1100, 850, { steps: 3 });
      await driven.page.evaluate(() => scrollBy({ top: 2000, behavior: 'instant' }));
      await longer();
      expect(await card(driven)).toMatchObject({ x: before.x, y: before.y });

      const bar = await driven.popover.find('.ng-bar');
      if (!bar) throw new Error('There is no header');
      await driven.page.mouse.move(bar.x + 120, bar.y + 10);
      await driven.page.mouse.down();
      await driven.page.mouse.move(bar.x + 320, bar.y + 60, { steps: 5 });
      await driven.page.mouse.up();
      const dragged = await card(driven);
      expect([Math.round(dragged.x - before.x), Math.round(dragged.y - before.y)]).toEqual([200, 50]);

      const corner = '[aria-label^="Move"]';
      await driven.popover.click(corner);
      const [moved] = await Promise.all([card(driven)]);
      expect(await inWindow(driven, moved)).toBe(true);
      expect([moved.x, moved.y]).not.toEqual([dragged.x, dragged.y]);
      await driven.page.keyboard.press('ArrowLeft');
      await driven.page.keyboard.press('ArrowDown');
      const nudged = await card(driven);
      expect(await inWindow(driven, nudged)).toBe(true);
      expect([nudged.x, nudged.y]).not.toEqual([moved.x, moved.y]);
      for (let press = 0; press < 60; press += 1) await driven.page.keyboard.press('ArrowRight');
      expect(await inWindow(driven, await card(driven))).toBe(true);

      await driven.page.keyboard.press('Escape');
      await driven.popover.untilClosed();
      await driven.close();
    });

    test('dragging it by its header pins it, and unpinned it goes back to its words', async () => {
      const driven = await open(oneWord);
      const before = await hover(driven);
      await driven.page.mouse.move(before.x + 100, before.y + 12, { steps: 4 });
      await driven.page.mouse.down();
      await driven.page.mouse.move(before.x + 300, before.y + 112, { steps: 4 });
      await driven.page.mouse.up();
      expect(Math.round((await card(driven)).y - before.y)).toBe(100);
      await driven.popover.click('[aria-label="Keep open"]');
      await expect.poll(async () => Math.round((await card(driven)).y)).toBe(Math.round(before.y));
      await driven.close();
    });
  });

  describe('what it can do', () => {
    test('goes several steps back, and forward again', async () => {
      const driven = await open(oneWord);
      await hover(driven);
      await expect.poll(() => title(driven)).toBe('Anhedonia');
      const titles: (string | undefined)[] = ['Anhedonia'];
      for (let step = 0; step < 2; step += 1) {
        await expect
          .poll(async () => (await driven.popover.findAll('.ng-related .ng-follow')).length)
          .toBeGreaterThan(0);
        await driven.popover.evaluate((root) =>
          root.querySelector('.ng-related .ng-follow')?.scrollIntoView({ block: 'center' }),
        );
        await driven.popover.click('.ng-related .ng-follow');
        await expect.poll(async () => [undefined, titles.at(-1)].includes(await title(driven))).toBe(false);
        titles.push(await title(driven));
      }
      await driven.popover.click('[aria-label="Back"]');
      await expect.poll(() => title(driven)).toBe(titles[1]);
      await driven.popover.click('[aria-label="Back"]');
      await expect.poll(() => title(driven)).toBe(titles[0]);
      await driven.popover.click('[aria-label="Forward"]');
      await expect.poll(() => title(driven)).toBe(titles[1]);
      await driven.page.keyboard.down('Alt');
      await driven.page.keyboard.press('ArrowRight');
      await driven.page.keyboard.up('Alt');
      await expect.poll(() => title(driven)).toBe(titles[2]);
      await driven.close();
    });

    test.each([
      ['where the page allows it', {}],
      ['where the page forbids the clipboard', { 'permissions-policy': 'clipboard-write=()' }],
    ])('copies its text with its sources %s', async (_where, headers: Record<string, string>) => {
      const driven = await open(oneWord, '', headers);
      await hover(driven);
      await driven.popover.click('[aria-label="Copy with sources"]');
      await driven.popover.until('Copied');
      expect(await clipboard()).toMatch(/^Anhedonia\n[\s\S]*Naltrexone Gloss, reviewed/);
      await driven.close();
    });

    test('opens its entry in the popup', async () => {
      const driven = await open(oneWord);
      const helper = await driver().openPopupTab();
      await driven.page.bringToFront();
      await hover(driven);
      await driven.popover.click('[aria-label="Open in the popup"]');
      const opened = () =>
        helper.page.evaluate(() => {
          const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
          return api.extension.getViews({ type: 'popup' })[0]?.document.querySelector('h2')?.textContent;
        });
      await expect.poll(opened, { timeout: 10_000 }).toBe('Anhedonia');
      await helper.close();
      await driven.close();
    });
  });

  describe('stands where it can be read', () => {
    test.each([
      ['in a window of 320 pixels', 320, 1],
      ['at 200 % zoom', 1000, 2],
      ['in a window of 320 pixels, with a wide page', 320, 1, '<div style="width: 2000px">.</div>'],
    ])('%s', async (_what, width, zoom, rest = '') => {
      const driven = await open(
        `<p>It is about <b id="words">PTSD</b> (post-traumatic stress disorder).</p>${rest}${tall}`,
      );
      await driven.page.setViewport({ width, height: 700 });
      if (zoom !== 1) await driver().zoom(driven, zoom);
      const frame = await hover(driven, 'PTSD', 'Post-traumatic');
      expect(await inWindow(driven, frame)).toBe(true);
      const overflow = await driven.popover.evaluate((root) =>
        [...root.querySelectorAll('.ng-frame, .ng-popover, .ng-scroll')].map(
          (box) => box.scrollWidth - box.clientWidth,
        ),
      );
      expect(overflow).toEqual([0, 0, 0]);
      if (zoom !== 1) await driver().zoom(driven, 1);
      await driven.close();
    });

    test('on a page that reads from right to left: ours from left to right, beside the words', async () => {
      const driven = await open(
        '<p dir="rtl" lang="ar">هذا عن <b id="words">anhedonia</b> فقط</p>',
        '<script>document.documentElement.dir = "rtl"</script>',
      );
      const frame = await hover(driven);
      const words = await wordsOn(driven);
      expect([apart(frame, words), await inWindow(driven, frame)]).toEqual([true, true]);
      expect(Math.abs(frame.x + frame.width - words.right)).toBeLessThan(2);
      const direction = await driven.popover.evaluate(
        (root) => getComputedStyle(root.querySelector('.ng-card') ?? root.host).direction,
      );
      expect(direction).toBe('ltr');
      await driven.close();
    });

    test.each(['vertical-rl', 'vertical-lr'])('beside the column of %s text', async (mode) => {
      const driven = await open(
        `<p style="writing-mode: ${mode}; height: 400px; margin-left: 550px">It is about <b id="words">anhedonia</b> and little else.</p>`,
      );
      const { left, top, right } = await wordsOn(driven);
      await driven.page.mouse.move((left + right) / 2, top + 10);
      await driven.page.mouse.move((left + right) / 2, top + 14);
      await driven.popover.until('Anhedonia');
      const frame = await card(driven);
      expect(mode === 'vertical-rl' ? frame.x >= right : frame.x + frame.width <= left).toBe(true);
      // Across the gap, as down a corridor.
      await driven.page.mouse.move(frame.x + frame.width / 2, top + 30, { steps: 25 });
      await longer();
      expect(await driven.popover.isOpen()).toBe(true);
      await driven.close();
    });

    test.each([
      ['zoomed by its style', 'html { zoom: 2 }'],
      ['made small by its style', 'html { zoom: 0.5 }'],
      ['with a zoomed body', 'body { zoom: 1.5 }'],
      [
        'turned and scaled',
        'html { transform: scale(1.3) translate(20px, 30px) } body { transform: rotate(2deg) }',
      ],
    ])('in our size on a page %s', async (_what, css) => {
      const driven = await open(oneWord, `<style>${css}</style>`);
      const frame = await hover(driven);
      const words = await wordsOn(driven);
      expect([apart(frame, words), await inWindow(driven, frame), Math.round(frame.width)]).toEqual([
        true,
        true,
        390,
      ]);
      const nearest = Math.min(
        Math.abs(frame.y - words.bottom),
        Math.abs(words.top - frame.y - frame.height),
      );
      expect(nearest).toBeLessThan(12);
      await driven.close();
    });

    test('not over a full-screen film; what was pinned comes back after it', async () => {
      const driven = await open(
        `${oneWord}<video style="width: 300px; height: 100px; background: #000"></video>`,
        `<script>
          addEventListener('click', ({ target }) => target.localName === 'video' && target.requestFullscreen());
          addEventListener('keydown', ({ key }) => key === 'f' && document.querySelector('video').requestFullscreen());
        </script>`,
        {},
        'openPage',
      );
      await hover(driven);
      await driven.popover.click('[aria-label="Keep open"]');
      await driven.popover.click('[aria-label^="Move"]');
      await driven.page.click('video');
      await driven.page.waitForFunction(() => document.fullscreenElement !== null);
      const isShown = () =>
        driven.popover.evaluate((root) => root.querySelector('.ng-frame')?.matches(':popover-open') ?? false);
      await expect.poll(isShown).toBe(false);
      await driven.page.evaluate(() => document.exitFullscreen());
      await expect.poll(isShown).toBe(true);
      await driven.page.keyboard.press('Escape');
      await driven.popover.untilClosed();

      await hover(driven);
      await driven.page.keyboard.press('f');
      await driven.popover.untilClosed();
      await driven.close();
    });
  });

  test('a finger opens by a tap and closes by a tap beside, on a telephone', async () => {
    const driven = await open(oneWord, '<meta name="viewport" content="width=device-width">', {}, 'openPage');
    await driven.page.setViewport({ width: 360, height: 640, hasTouch: kind === 'chromium' });
    const { left, top } = await wordsOn(driven);
    await driven.page.touchscreen.tap(left + 20, top + 8);
    await driven.popover.until('Anhedonia');
    const frame = await card(driven);
    expect([apart(frame, await wordsOn(driven)), await inWindow(driven, frame)]).toEqual([true, true]);
    await longer();
    expect(await driven.popover.isOpen()).toBe(true);
    await driven.page.touchscreen.tap(330, 20);
    await driven.popover.untilClosed();
    await driven.close();
  });
});
