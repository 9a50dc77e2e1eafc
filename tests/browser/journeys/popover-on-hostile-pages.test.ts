// The popover on pages that are strict, odd or against us: it is seen, it stays itself, nobody presses it for the
// reader, and it leaves nothing behind.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DrivenPage, PopoverElement } from '../driver/driven-page.ts';
import { type Driver, launch } from '../driver/launch.ts';

/** A page with a mention, and whatever a page may have besides. */
const page = (
  rest: string,
  words = '<p>It is about <b id="words">anhedonia</b> and little else.</p>',
): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title></head><body style="margin: 150px 40px">${words}${rest}</body></html>`;

describe.each(['chromium', 'firefox'] as const)('in %s', (kind) => {
  let driver: Driver;
  let count = 0;
  beforeAll(async () => {
    driver = await launch(kind);
  });
  afterAll(() => driver?.close());

  const open = async (
    html: string,
    headers: Record<string, string> = {},
    by: 'showPage' | 'openPage' = 'showPage',
  ): Promise<DrivenPage> => {
    count += 1;
    const driven = await driver[by](driver.pages.add(`/hostile-${count}`, html, headers));
    await driven.untilMarked();
    return driven;
  };
  const hover = async (driven: DrivenPage, words = 'anhedonia'): Promise<PopoverElement> => {
    await driven.hoverMark(words);
    await driven.popover.until('Anhedonia');
    return frameOf(driven);
  };
  const frameOf = async (driven: DrivenPage): Promise<PopoverElement> => {
    const frame = await driven.popover.find('.ng-frame');
    if (!frame) throw new Error('There is no popover');
    return frame;
  };
  const wordsOn = (driven: DrivenPage, selector = '#words') =>
    driven.page.$eval(selector, (element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return { left, top, right, bottom };
    });
  /** How the popover looks, as far as a page could have changed it. */
  const looks = (driven: DrivenPage) =>
    driven.popover.evaluate((root) => {
      const frame = root.querySelector('.ng-frame');
      if (!frame) return undefined;
      const { backgroundColor, color, position, fontSize, borderTopWidth } = getComputedStyle(frame);
      const host = getComputedStyle(root.host);
      return {
        backgroundColor,
        color,
        position,
        fontSize,
        borderTopWidth,
        host: [host.display, host.opacity, host.visibility],
      };
    });
  const expected = {
    backgroundColor: 'rgb(255, 254, 251)',
    color: 'rgb(27, 33, 39)',
    position: 'fixed',
    fontSize: '15px',
    borderTopWidth: '1px',
    host: ['block', '1', 'visible'],
  };
  const isOnTop = (driven: DrivenPage, { x, y, width, height }: PopoverElement) =>
    driven.page.evaluate(
      (px, py) => document.elementFromPoint(px, py)?.localName,
      x + width / 2,
      y + height / 2,
    );

  test.each([
    ['no policy', {}],
    ["default-src 'none'", { 'content-security-policy': "default-src 'none'" }],
    [
      'no style and trusted types',
      { 'content-security-policy': "style-src 'none'; require-trusted-types-for 'script'" },
    ],
  ])('is styled under %s', async (_policy, headers) => {
    const driven = await open(page(''), headers);
    await hover(driven);
    expect(await looks(driven)).toEqual(expected);
    await driven.close();
  });

  test('is styled in a sandbox without scripts', async () => {
    // Nothing can be asked of such a page itself: the pointer goes where the words must be.
    const words = '<p style="position: fixed; inset: 100px auto auto 100px; margin: 0"><b>anhedonia</b></p>';
    const policy = { 'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'" };
    const driven = await driver.showPage(driver.pages.add('/sandbox', page('', words), policy));
    let x = 110;
    await expect
      .poll(
        async () => {
          x = x === 110 ? 112 : 110;
          await driven.page.mouse.move(x, 108);
          return driven.popover.isOpen();
        },
        { timeout: 10_000 },
      )
      .toBe(true);
    expect(await looks(driven)).toEqual(expected);
    await driven.close();
  });

  test.each([
    ['everything restyled', '* { all: unset !important; color: red !important; font-size: 40px !important }'],
    [
      'everything unset and hidden, but for the words',
      '* { all: unset !important; display: none } :root *:not(body, p, #words) { display: none !important; content-visibility: hidden !important }',
    ],
    [
      'our properties set',
      'html, * { --ng-paper: lime !important; --ng-ink: lime !important; --ng-sans: fantasy !important }',
    ],
    [
      'our host hidden',
      'naltrexone-gloss { display: none !important; opacity: 0 !important; visibility: hidden !important; clip-path: inset(50%) !important; transform: scale(0) !important; position: static !important }',
    ],
    ['the page faded', 'html { opacity: 0.01; font-size: 3px }'],
    [
      'a transformed page',
      'html { transform: translateX(30px); will-change: transform } body { contain: paint }',
    ],
    [
      'a wall in front',
      '.wall { position: fixed; inset: 0; z-index: 2147483647; pointer-events: none; background: #fffa }',
    ],
  ])('looks like itself with %s', async (_attack, css) => {
    const driven = await open(page(`<div class="wall"></div><style>${css}</style>`));
    const frame = await hover(driven);
    expect(await looks(driven)).toEqual(expected);
    expect(await isOnTop(driven, frame)).toBe('naltrexone-gloss');
    await driven.close();
  });

  test('is there only while something is shown, and leaves the page as it was', async () => {
    const driven = await open(page(''));
    const before = await driven.page.evaluate(() => document.documentElement.outerHTML);
    await hover(driven);
    expect(await driven.page.$$('naltrexone-gloss')).toHaveLength(1);
    expect(
      await driven.page.evaluate(() => document.querySelector('naltrexone-gloss')?.shadowRoot),
    ).toBeNull();
    await driven.page.keyboard.press('Escape');
    await driven.popover.untilClosed();
    expect(await driven.page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    await driven.close();
  });

  test.each([
    ['in the middle', 1200, 900, '<p style="margin-top: 250px">It is about <b id="words">anhedonia</b>.</p>'],
    [
      'at the bottom',
      1200,
      900,
      '<p style="position: fixed; bottom: 0">It is about <b id="words">anhedonia</b>.</p>',
    ],
    [
      'at the right edge',
      1200,
      900,
      '<p style="text-align: right">It is about <b id="words">anhedonia</b></p>',
    ],
    ['in a narrow window', 320, 568, '<p>It is about <b id="words">anhedonia</b>.</p>'],
    [
      'in a narrow, low window',
      320,
      256,
      '<p style="margin-top: -100px">It is about <b id="words">anhedonia</b>.</p>',
    ],
  ])('stands beside the words and inside the window %s', async (_where, width, height, words) => {
    const driven = await open(page('', words));
    await driven.page.setViewport({ width, height });
    const frame = await hover(driven);
    const line = await wordsOn(driven);
    expect(frame.y >= line.bottom || frame.y + frame.height <= line.top).toBe(true);
    expect([
      frame.x >= 0,
      frame.x + frame.width <= width,
      frame.y >= 0,
      frame.y + frame.height <= height,
    ]).toEqual([true, true, true, true]);
    expect(frame.height).toBeGreaterThan(60);
    await driven.close();
  });

  test.each([
    ['a short page', ''],
    ['a long one', '<div style="height: 5000px"></div>'],
  ])('stands beside the words of %s in quirks mode', async (_which, rest) => {
    const driven = await open(page(rest).replace('<!doctype html>', ''));
    expect(await driven.page.evaluate(() => document.compatMode)).toBe('BackCompat');
    const frame = await hover(driven);
    const line = await wordsOn(driven);
    expect(frame.y).toBeGreaterThanOrEqual(line.bottom);
    expect(frame.height).toBeGreaterThan(200);
    await driven.close();
  });

  test('follows the words when the page scrolls, and goes when they do', async () => {
    const driven = await open(page('<div style="height: 5000px"></div>'));
    const before = await hover(driven);
    await driven.page.evaluate(() => scrollBy({ top: 40, behavior: 'instant' }));
    await expect.poll(async () => Math.round((await frameOf(driven)).y)).toBe(Math.round(before.y) - 40);
    await driven.page.evaluate(() => scrollBy({ top: 3000, behavior: 'instant' }));
    await driven.popover.untilClosed();
    await driven.close();
  });

  test('goes when the words are taken away', async () => {
    const driven = await open(page(''));
    await hover(driven);
    await driven.page.evaluate(() => document.querySelector('p')?.remove());
    await driven.popover.untilClosed();
    await driven.close();
  });

  test('can be reached in a modal dialog, and leaves it with its words', async () => {
    const dialog =
      '<dialog style="inset: 80px 80px auto; width: 600px; height: 500px"><p>In here it is <i id="inner">anhedonia</i>.</p></dialog>';
    const driven = await driver.showPage(driver.pages.add('/dialog', page(dialog, '<p>Nothing</p>')));
    await driven.page.evaluate(() => document.querySelector('dialog')?.showModal());
    const frame = await hover(driven);
    expect(
      await driven.page.evaluate(() => document.querySelector('naltrexone-gloss')?.parentElement?.localName),
    ).toBe('dialog');
    expect(await isOnTop(driven, frame)).toBe('naltrexone-gloss');
    await driven.page.evaluate(() => document.querySelector('dialog')?.close());
    await driven.popover.untilClosed();
    expect(await driven.page.$$('naltrexone-gloss')).toHaveLength(0);
    await driven.close();
  });

  test('moves into a dialog that opens over it, and back', async () => {
    const driven = await open(page('<dialog style="inset: 0 auto auto 0">Over it</dialog>'));
    const home = () =>
      driven.page.evaluate(() => document.querySelector('naltrexone-gloss')?.parentElement?.localName);
    const frame = await hover(driven);
    expect(await home()).toBe('html');
    // On the card, so that it stays while the dialog is opened and closed.
    await driven.popover.hover('.ng-title');
    await driven.page.evaluate(() => document.querySelector('dialog')?.showModal());
    await expect.poll(home).toBe('dialog');
    expect(await isOnTop(driven, frame)).toBe('naltrexone-gloss');
    await driven.page.evaluate(() => document.querySelector('dialog')?.close());
    await expect.poll(home).toBe('html');
    expect(await driven.popover.isOpen()).toBe(true);
    await driven.close();
  });

  test('can be reached over a full-screen element', async () => {
    const driven = await open(
      page(
        '<button>Full</button>',
        '<main style="background: #fff"><p>About <b id="words">anhedonia</b>.</p></main>',
      ),
      {},
      // A tab that has the whole screen is left by closing it.
      'openPage',
    );
    await driven.page.evaluate(() => {
      document
        .querySelector('button')
        ?.addEventListener('click', () => document.querySelector('main')?.requestFullscreen());
    });
    await driven.page.click('button');
    await driven.page.waitForFunction(() => document.fullscreenElement !== null);
    const frame = await hover(driven);
    expect(await isOnTop(driven, frame)).toBe('naltrexone-gloss');
    await driven.close();
  });

  test('ten thousand events that a page made up open nothing', async () => {
    const driven = await open(page(''));
    const { left, top } = await wordsOn(driven);
    await driven.page.evaluate(
      (x, y) => {
        const types = [
          'pointerover',
          'pointermove',
          'pointerdown',
          'pointerup',
          'click',
          'mouseover',
          'mousemove',
          'keydown',
          'keyup',
          'focusin',
          'touchstart',
          'scroll',
        ];
        const target = document.elementFromPoint(x, y) ?? document.body;
        for (let index = 0; index < 10_000; index += 1) {
          const type = types[index % types.length] ?? 'click';
          const init = {
            bubbles: true,
            composed: true,
            clientX: x,
            clientY: y,
            pointerType: index % 2 ? 'mouse' : 'touch',
          };
          target.dispatchEvent(
            type.startsWith('key')
              ? new KeyboardEvent(type, { ...init, key: 'Enter' })
              : new PointerEvent(type, init),
          );
        }
      },
      left + 5,
      top + 5,
    );
    // Longer than the popover waits.
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await driven.popover.isOpen()).toBe(false);
    await driven.close();
  });

  test('Escape gives the focus back to where it was, and the page does not hear it', async () => {
    const driven = await open(page('<button id="before">Before</button>'));
    await driven.page.evaluate(() => {
      document.addEventListener('keydown', ({ key }) => document.body.setAttribute('data-heard', key));
    });
    await driven.page.focus('#before');
    await driver.command(driven, 'next-mention');
    await driven.popover.until('Anhedonia');
    const focused = () =>
      driven.page.evaluate(() => document.activeElement?.id || document.activeElement?.localName);
    await expect.poll(focused).toBe('naltrexone-gloss');
    await driven.page.keyboard.press('Escape');
    await driven.popover.untilClosed();
    expect(await focused()).toBe('before');
    expect(await driven.page.evaluate(() => document.body.getAttribute('data-heard'))).toBeNull();
    await driven.close();
  });

  test('Tab goes through the card and leaves it at its end', async () => {
    const driven = await open(page('<button id="before">Before</button>'));
    await driven.page.focus('#before');
    await driver.command(driven, 'next-mention');
    await driven.popover.until('Anhedonia');
    const focused = () =>
      driven.popover.evaluate(
        (root) => root.activeElement?.getAttribute('aria-label') ?? root.activeElement?.getAttribute('role'),
      );
    await expect.poll(focused).toBe('dialog');
    await driven.page.keyboard.press('Tab');
    expect(await focused()).toBe('Copy with sources');
    for (let presses = 0; presses < 60 && (await driven.popover.isOpen()); presses += 1)
      await driven.page.keyboard.press('Tab');
    expect(await driven.popover.isOpen()).toBe(false);
    expect(await driven.page.evaluate(() => document.activeElement?.id)).toBe('before');
    await driven.close();
  });

  test('following what is related stays in the popover, and back is back', async () => {
    const driven = await open(page(''));
    await hover(driven);
    // The heading of a trial stands in two lines, a link to it in one.
    const inOneLine = (found?: PopoverElement) =>
      found?.text
        .trim()
        .replace(/[:\s]+/g, ' ')
        .toLowerCase();
    const title = async () => inOneLine(await driven.popover.find('h2'));
    const [related] = await driven.popover.findAll('.ng-related .ng-follow');
    await driven.popover.evaluate((root) => root.querySelector('.ng-related .ng-follow')?.scrollIntoView());
    await driven.popover.click('.ng-related .ng-follow');
    await expect.poll(title).toBe(inOneLine(related));
    await driven.popover.click('[aria-label="Back"]');
    await expect.poll(title).toBe('anhedonia');
    expect(driven.page.url()).toContain('/hostile-');
    await driven.close();
  });

  test('nothing of ours complains, and nobody is asked for anything', async () => {
    expect(await driver.ownProblems()).toEqual([]);
    expect(await driver.foreignRequests()).toEqual([]);
  });
});
