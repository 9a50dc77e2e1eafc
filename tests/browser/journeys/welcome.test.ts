// The page that greets a new reader: everything on it is tried as they would.
import { beforeAll, describe, expect, test } from 'vitest';
import { axeFindings } from '../driver/axe-findings.ts';
import { type DrivenPage, drivePage } from '../driver/driven-page.ts';
import { browsers, useBrowser } from './set-up.ts';

describe.each(browsers)('%s', (kind) => {
  const driver = useBrowser(kind, { leavesTraces: true });
  let welcome: DrivenPage;
  beforeAll(async () => {
    welcome = drivePage(await driver().engine.openExtensionPage('welcome.html'));
    await welcome.page.setViewport({ width: 1000, height: 900 });
  });

  /** What the reader has tried, by the place in the list. */
  const ticked = (): Promise<readonly boolean[]> =>
    welcome.page.$$eval('.ng-tries > li', (tries) => tries.map((each) => each.hasAttribute('data-done')));

  test('marks its passage: terms, conditions and the trial', async () => {
    const marks = await welcome.untilMarked();
    expect(new Set(marks.map(({ kind: marked }) => marked))).toEqual(new Set(['term', 'condition', 'trial']));
    expect(marks.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['extended-release injectable naltrexone', 'alcohol dependence', 'NCT01810159']),
    );
    expect(await ticked()).toEqual([false, false, false]);
  });

  test('says what is collected, and how to pause', async () => {
    const words = await welcome.page.$eval('main', ({ innerText }) => innerText.replace(/\s+/g, ' '));
    expect(words).toContain(
      'Nothing is collected. What you read, point at or search stays on this computer.',
    );
    expect(words).toMatch(
      /To pause, press its button in the toolbar: there is a switch for the site and one/,
    );
    expect(words).toContain('Medical information, not advice.');
    expect(words).toMatch(
      kind === 'firefox' ? /open already are read too\./ : /open already are read once you reload/,
    );
  });

  test('each thing to try opens a card and is ticked', async () => {
    await welcome.hoverMark('extended-release injectable naltrexone');
    await welcome.popover.until('Extended-release naltrexone');
    await expect.poll(ticked).toEqual([true, false, false]);
    expect(await welcome.page.$eval('.ng-tries > li', ({ textContent }) => textContent)).toMatch(/Done\.$/);
    await welcome.page.keyboard.press('Escape');
    await welcome.popover.untilClosed();

    await driver().command(welcome, 'next-mention');
    await expect.poll(() => welcome.popover.isOpen()).toBe(true);
    await expect.poll(ticked).toEqual([true, true, false]);
    await welcome.page.keyboard.press('Escape');
    await welcome.popover.untilClosed();

    await welcome.hoverMark('NCT01810159');
    await welcome.popover.until('NCT01810159');
    await expect.poll(ticked).toEqual([true, true, true]);
    await welcome.page.keyboard.press('Escape');
    await welcome.popover.untilClosed();
  });

  test.each([
    [1000, 'light'],
    [1000, 'dark'],
    [320, 'light'],
  ] as const)('%i px wide and %s, axe finds nothing and nothing is cut off', async (width, colours) => {
    await driver().prefer(welcome, { colours });
    await welcome.page.setViewport({ width, height: 700 });
    expect(await welcome.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await axeFindings(welcome.page)).toEqual([]);
    await driver().prefer(welcome, {});
  });

  test('leads to the settings', async () => {
    const { browser, extensionOrigin } = driver().engine;
    const before = new Set(browser.targets());
    await welcome.page.bringToFront();
    await welcome.page.click('.ng-facts .ng-link-button');
    await expect.poll(() => openedAt(`${extensionOrigin}/options.html`)).toBe(1);
    for (const target of browser.targets()) if (!before.has(target)) await (await target.page())?.close();
  });

  test('opens by itself once, when the extension is installed, and not after an update', async () => {
    const address = `${driver().engine.extensionOrigin}/welcome.html`;
    await driver().removeExtension();
    // Waits for the page that opens, and closes it.
    await driver().installExtension();
    await driver().updateExtension();
    const driven = await driver().openPage(driver().pages.add('/after', '<p>About naltrexone.</p>'));
    await driven.untilMarked();
    await driver().command(driven, 'next-mention');
    await driven.popover.until('Naltrexone');
    expect(await openedAt(address)).toBe(0);
    await driven.close();
  });

  test('explains and offers what Firefox has not granted; elsewhere nothing is missing', async () => {
    const page = await driver().engine.openExtensionPage('welcome.html');
    if (kind === 'chromium') {
      await page.waitForSelector('.ng-facts');
      expect(await page.$('.ng-grant')).toBeNull();
    } else {
      await driver().engine.readOnClickOnly();
      await page.waitForSelector('.ng-grant');
      expect(await page.$eval('.ng-grant', ({ textContent }) => textContent)).toMatch(
        /has not allowed it to read pages.*on this computer only/,
      );
      expect(await axeFindings(page)).toEqual([]);
      const closed = await driver().openPage(driver().pages.add('/closed', '<p>About naltrexone.</p>'));
      expect(await closed.marks()).toEqual([]);
      await closed.close();
      await page.bringToFront();
      await driver().engine.answerRequest(true, () => page.click('.ng-grant .ng-button'));
      await page.waitForSelector('.ng-grant', { hidden: true });
      const open = await driver().openPage(driver().pages.add('/open', '<p>About naltrexone.</p>'));
      expect((await open.untilMarked()).map(({ text }) => text)).toEqual(['naltrexone']);
      await open.close();
    }
    await page.close();
  });

  /** How many tabs show this address. Firefox tells of an extension's tab only from within. */
  async function openedAt(address: string): Promise<number> {
    const pages = await driver().engine.browser.pages();
    const found = await Promise.all(
      pages.map((page) => page.evaluate((wanted) => location.href === wanted, address).catch(() => false)),
    );
    return found.filter(Boolean).length;
  }
});
