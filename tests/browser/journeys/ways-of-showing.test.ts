// A page need not be loaded by a click in an open window: it comes back, is prepared ahead, is printed, is shown by the
// browser's own reader, or in a private window. Each time what is marked is right, or nothing is.
import { describe, expect, test } from 'vitest';
import { launchBrowser } from '@/scripts/browser/launch-browser.ts';
import { type MarkOnPage, marksOnPage } from '@/scripts/browser/marks-on-page.ts';
import { requireBrowser } from '@/scripts/browser/require-browser.ts';
import { pointAt } from '@/scripts/browser/show-mark.ts';
import { builtExtension } from '@/scripts/build-extension.ts';
import { type DrivenPage, drivePage } from '../driver/driven-page.ts';
import { browsers, storeSettings, useBrowser } from './set-up.ts';

const page = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Way</title>${head}<body style="margin: 60px; font: 16px/24px serif">${body}</body></html>`;
const words = '<p id="words">About naltrexone, schizophrenia and anhedonia.</p>';

describe.each(browsers)('%s', (kind) => {
  const driver = useBrowser(kind, { leavesTraces: true });
  const texts = async (driven: DrivenPage): Promise<string[]> =>
    (await driven.marks()).map(({ text }) => text);

  test('back from where the browser kept it, with the settings that hold by then', async () => {
    await storeSettings(driver(), {});
    driver().pages.add('/away', page('<p>Nothing.</p>'));
    const kept = `<script>addEventListener("pageshow", (event) => { document.title = 'kept: ' + event.persisted })</script>`;
    const driven = await driver().openPage(driver().pages.add('/kept', page(words, kept)));
    await driven.hoverMark('schizophrenia');
    await driven.popover.until('Schizophrenia');
    const go = async (path: string, how: () => void): Promise<void> => {
      await driven.page.evaluate(how);
      await expect.poll(() => driven.page.evaluate(() => location.pathname).catch(() => '')).toBe(path);
    };
    const away = (): Promise<void> => go('/away', () => location.assign('/away'));
    const back = async (): Promise<void> => {
      await go('/kept', () => history.back());
      await expect.poll(() => driven.page.title()).toBe('kept: true');
    };

    await away();
    await back();
    await driven.popover.untilClosed();
    expect(await texts(driven)).toEqual(['naltrexone', 'schizophrenia', 'anhedonia']);
    await driven.hoverMark('anhedonia');
    await driven.popover.until('Anhedonia');

    await away();
    await storeSettings(
      driver(),
      { kinds: { term: false, condition: true, trial: true, topic: true } },
      driven,
    );
    await back();
    await expect.poll(() => texts(driven)).toEqual(['schizophrenia']);
    await away();
    await storeSettings(driver(), { paused: true }, driven);
    await back();
    await expect.poll(() => texts(driven)).toEqual([]);
    await storeSettings(driver(), {}, driven);
    await expect.poll(() => texts(driven)).toEqual(['naltrexone', 'schizophrenia', 'anhedonia']);
    await driven.close();
  });

  if (kind === 'chromium') {
    test('prepared before anybody asked for it', async () => {
      // Chromium prepares nothing where a debugger has joined by itself, as the driver does to hear of problems.
      const { pages } = driver();
      const { browser } = await launchBrowser(requireBrowser(kind), builtExtension(kind), true);
      const told =
        '<script>document.prerendering && addEventListener("load", () => fetch("/prepared"))</script>';
      pages.add('/prepared', 'Prepared');
      pages.add('/ahead', page(words, told));
      const rules =
        '<script type="speculationrules">{"prerender":[{"source":"list","urls":["/ahead"],"eagerness":"immediate"}]}</script>';
      const tab = await browser.newPage();
      await tab.goto(pages.add('/here', page('<a href="/ahead">Ahead</a>', rules)));
      await expect.poll(() => pages.asked.includes('/prepared')).toBe(true);
      await tab.click('a');
      await expect.poll(() => tab.evaluate(() => location.pathname).catch(() => '')).toBe('/ahead');
      const marked = async (): Promise<MarkOnPage[]> => tab.evaluate(marksOnPage, false);
      await expect
        .poll(async () => (await marked()).map(({ text }) => text))
        .toEqual(['naltrexone', 'schizophrenia', 'anhedonia']);
      for (const mark of (await marked()).slice(2)) await pointAt(tab, mark);
      await tab.waitForSelector('naltrexone-gloss');
      await browser.close();
    });
  }

  if (kind === 'firefox') {
    test('in the reading view of the browser, where no extension may be: that is said', async () => {
      const article = `<article><h1>Naltrexone</h1>${words.repeat(40)}</article>`;
      const address = driver().pages.add('/article', page(article));
      const view = await driver().engine.browser.newPage();
      await view.goto(`about:reader?url=${encodeURIComponent(address)}`, { waitUntil: [] });
      const popup = await driver().openToolbarPopup({ page: view } as DrivenPage);
      const said = (): Promise<string> =>
        popup.evaluate(({ document }) => document.querySelector('.ng-page-words')?.textContent ?? '');
      await expect.poll(said).toMatch(/No extension can read this page/);
      await popup.close();
      await view.close();
    });
  }

  test('on paper it is the page without us, however it is marked, and with a card open', async () => {
    const driven = await driver().showPage(driver().pages.add('/paper', page(words)));
    const picture = async (onPaper: boolean): Promise<string> => {
      await driver().prefer(driven, { onPaper });
      const clip = { x: 0, y: 0, width: 700, height: 500 };
      const taken = await driven.page.screenshot({ clip, encoding: 'base64' });
      await driver().prefer(driven, {});
      return taken;
    };
    await storeSettings(driver(), { paused: true }, driven);
    await expect.poll(() => texts(driven)).toEqual([]);
    const plain = await picture(true);
    await storeSettings(driver(), {}, driven);
    await driven.hoverMark('anhedonia');
    await driven.popover.until('Anhedonia');
    expect((await picture(false)) === plain).toBe(false);
    expect((await picture(true)) === plain).toBe(true);
    await driven.page.keyboard.press('Escape');
    await driven.popover.untilClosed();
    await storeSettings(driver(), { marks: 'element' }, driven);
    await driven.page.waitForSelector('mark[data-naltrexone-gloss]');
    expect((await picture(true)) === plain).toBe(true);
    await storeSettings(driver(), {}, driven);
  });

  test('in a private window nothing, unless the reader allows it; then it is marked, and nothing of it is kept', async () => {
    const { engine, pages } = driver();
    const address = pages.add('/private', page(words));
    const closed = drivePage(await engine.openPrivately(address, false));
    await expect.poll(() => closed.page.evaluate(() => document.readyState)).toBe('complete');
    expect(await texts(closed)).toEqual([]);
    await closed.close();
    const open = drivePage(await engine.openPrivately(address, true));
    await open.page.setViewport({ width: 1000, height: 700 });
    await open.untilMarked();
    await open.hoverMark('anhedonia');
    await open.popover.until('Anhedonia');
    await open.close();
    const own = await driver().openPopupTab();
    const kept = await own.page.evaluate(async () => {
      const { storage } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
      return JSON.stringify([await storage.local.get(null), await storage.session.get(null)]);
    });
    expect(kept).not.toMatch(/anhedonia|127\.0\.0\.1|private/);
    await own.close();
  });
});
