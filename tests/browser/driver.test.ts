// The driver is the measure of every other browser test, so it is tried on an extension whose faults are known.
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Driver, launch } from './driver/launch.ts';

const probe = fileURLToPath(new URL('probe-extension', import.meta.url));
const paper = '/papers/PMC5808396.html';

describe.each(['chromium', 'firefox'] as const)('the driver in %s', (kind) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await launch(kind, probe);
  });
  afterAll(() => driver?.close());

  test('finds marks, hovers one, and reads and clicks in a closed root', async () => {
    const page = await driver.openPage(paper);
    expect(await page.untilMarked()).not.toHaveLength(0);
    expect(new Set((await page.marks(true)).map(({ text, kind }) => `${kind} ${text}`))).toEqual(
      new Set(['condition PTSD']),
    );
    expect(await page.popover.isOpen()).toBe(false);
    const { y } = await page.hoverMark('PTSD');
    expect(y).toBeGreaterThan(0);
    await page.popover.until('card of a mark');
    expect(await page.popover.find('button')).toMatchObject({ text: 'press' });
    await page.popover.click('button', 'press');
    await page.popover.until('trusted');
    expect(await page.popover.evaluate((root, tag) => root.querySelectorAll(tag).length, 'button')).toBe(1);
    expect(await page.page.evaluate(() => document.querySelector('naltrexone-gloss')?.shadowRoot)).toBeNull();
    await page.page.evaluate(() => document.querySelector('naltrexone-gloss')?.remove());
    await page.popover.untilClosed();
    await page.close();
  });

  test('sends commands, also to a background that was killed', async () => {
    const page = await driver.openPage(paper);
    await page.untilMarked();
    for (const name of ['next-mention', 'previous-mention'] as const) {
      await driver.killBackground();
      await driver.command(page, name);
      await page.popover.until(`card of ${name}`);
    }
    await page.close();
  });

  test('tells the page what the reader prefers, and zooms', async () => {
    const page = await driver.openPage(paper);
    const seen = (): Promise<readonly boolean[]> =>
      page.page.evaluate(() =>
        ['(prefers-color-scheme: dark)', '(prefers-reduced-motion)', '(forced-colors: active)'].map(
          (query) => matchMedia(query).matches,
        ),
      );
    await driver.prefer(page, { colours: 'dark', reducedMotion: true });
    await expect.poll(seen).toEqual([true, true, false]);
    await driver.prefer(page, { forcedColours: true });
    await expect.poll(async () => (await seen())[2]).toBe(true);
    await driver.prefer(page, {});
    await expect.poll(seen).toEqual([false, false, false]);
    await driver.zoom(page, 2);
    await expect.poll(() => page.page.evaluate(() => [innerWidth, devicePixelRatio])).toEqual([600, 2]);
    await page.hoverMark('PTSD');
    await page.popover.until('card of a mark');
    await driver.zoom(page, 1);
    await page.close();
  });

  test('opens the popup in a tab and over the toolbar, and types there', async () => {
    const tab = await driver.openPopupTab();
    await tab.page.type('input', 'abc');
    expect(await tab.page.evaluate(() => document.body.innerText)).toContain('typed abc');
    await tab.close();

    const page = await driver.openPage(paper);
    const popup = await driver.openToolbarPopup(page);
    await expect
      .poll(() => popup.evaluate((window) => window.document.activeElement?.localName))
      .toBe('input');
    await popup.press('a', 'b', 'ArrowLeft', 'c');
    await expect
      .poll(() => popup.evaluate((window) => window.document.body.innerText))
      .toContain('typed acb');
    expect([...(await popup.screenshot()).slice(1, 4)]).toEqual([...Buffer.from('PNG')]);
    await popup.close();
    await page.close();
  });

  test('opens the popup by a click that shows it the tab, and clicks in it', async () => {
    const page = await driver.openPage(paper);
    // Firefox shows an extension every tab it has a content script for. What was shown once stays to be seen.
    for (const [by, url] of [
      ['script', kind === 'firefox' ? page.page.url() : 'undefined'],
      ['reader', page.page.url()],
    ] as const) {
      const popup = await driver.openToolbarPopup(page, by);
      await popup.click('button');
      await expect
        .poll(() => popup.evaluate((window) => window.document.body.innerText))
        .toContain(`pressed over ${url}`);
      await popup.close();
    }
    await page.close();
  });

  test('updates, removes and installs the extension under an open page', async () => {
    const page = await driver.openPage(paper);
    const version = async (): Promise<string> => {
      const tab = await driver.openPopupTab();
      const found = await tab.page.evaluate(() => {
        const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
        return api.runtime.getManifest().version;
      });
      await tab.close();
      return found;
    };
    expect(await version()).toBe('1');
    await driver.updateExtension();
    expect(await version()).toBe('1.1.0');
    await driver.removeExtension();
    const bare = await driver.openPage(paper);
    expect(await bare.marks()).toEqual([]);
    await driver.installExtension();
    expect(await version()).toBe('1.1.0');
    await page.page.reload();
    await page.untilMarked();
    const popup = await driver.openToolbarPopup(page);
    await popup.click('button');
    await expect
      .poll(() => popup.evaluate((window) => window.document.body.innerText))
      .toContain('pressed over');
    await popup.close();
    await page.close();
    await bare.close();
  });

  test('hears of every request, complaint and broken policy of the extension', async () => {
    const said = async (): Promise<string> => (await driver.ownProblems()).map(({ text }) => text).join('\n');
    expect(await driver.foreignRequests()).toEqual([]);
    expect(await said()).not.toMatch(/content (throws|complains)/);
    expect(await said()).toMatch(/inline style/); // the probe's popup has one, its policy allows none
    // Only Firefox tells which script had the popup laid out before it had loaded.
    expect(/Layout was forced before.*early\.js/.test(await said())).toBe(kind === 'firefox');

    const page = await driver.openPage(`${paper}#misbehave`);
    await expect.poll(said).toContain('content throws');
    expect(await said()).toContain('content complains');
    const asked = async (): Promise<string[]> =>
      (await driver.foreignRequests()).map(({ url }) => new URL(url).pathname);
    await expect.poll(asked).toEqual(['/canary']);
    await page.close();
  });
});
