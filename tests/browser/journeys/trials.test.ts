// The trials of a page: every identifier of all its frames, in the popup and on a page of its own.
import Papa from 'papaparse';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { axeFindings } from '../driver/axe-findings.ts';
import type { DrivenPage } from '../driver/driven-page.ts';
import type { ToolbarPopup } from '../driver/engine.ts';
import { browsers, useBrowser } from './set-up.ts';

const inFrame = '<!doctype html><title>Frame</title><p>Also NCT04602260 and ISRCTN12345678.</p>';
const html = `<!doctype html><html lang="en"><title>A paper</title><body>
<p>Depression was studied in NCT04602260, NCT01052831 and
<a href="https://clinicaltrials.gov/study/NCT03418623">another trial</a>; NCT04602260 had no results.</p>
<p>Someone typed NCT123456789.</p><iframe src="/trials-frame"></iframe></body></html>`;
const identifiers = ['NCT04602260', 'NCT01052831', 'NCT03418623', 'NCT123456789', 'ISRCTN12345678'];

describe.each(browsers)('%s', (kind) => {
  const driver = useBrowser(kind);

  const openPage = async (body = html): Promise<DrivenPage> => {
    driver().pages.add('/trials-frame', inFrame);
    return driver().showPage(driver().pages.add('/trials', body));
  };
  /** Opens the popup over a page and the table in it; gives the popup and the tab's id. */
  const openInPopup = async (
    driven: DrivenPage,
    count = identifiers.length,
  ): Promise<{ popup: ToolbarPopup; tabId: number }> => {
    const popup = await driver().openToolbarPopup(driven);
    await expect
      .poll(() => popup.evaluate(({ document }) => document.querySelector('.ng-found-table') !== null))
      .toBe(true);
    await popup.click('.ng-found-table');
    await expect
      .poll(() => popup.evaluate(({ document }) => document.querySelectorAll('.ng-trials tbody tr').length))
      .toBe(count);
    const tabId = await popup.evaluate(async (window) => {
      const { tabs } = Reflect.get(window, 'browser') ?? Reflect.get(window, 'chrome');
      const [tab] = await tabs.query({ active: true, currentWindow: true });
      return Number(tab.id);
    });
    return { popup, tabId };
  };
  const openTable = async (driven: DrivenPage, count?: number): Promise<Page> => {
    const { popup, tabId } = await openInPopup(driven, count);
    await popup.close();
    const page = await driver().engine.openExtensionPage(`trials.html?tab=${tabId}`);
    await page.waitForSelector('.ng-trials tbody tr:nth-child(5)');
    return page;
  };
  const cells = (page: Page, selector: string) =>
    page.$$eval(selector, (found) =>
      found.map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim()),
    );

  test('are listed with how each stands, counted over all frames', async () => {
    const driven = await openPage();
    await driven.untilMarked();
    const page = await openTable(driven);
    expect(await cells(page, '.ng-trials-id')).toEqual(
      expect.arrayContaining(identifiers.map((id) => expect.stringContaining(id))),
    );
    const rows = await cells(page, '.ng-trials tbody tr');
    const rowOf = (id: string) => rows.find((row) => row?.includes(id));
    expect(rowOf('NCT04602260')).toMatch(/belongs to another study.*3/);
    expect(rowOf('NCT01052831')).toMatch(/registered study of naltrexone/);
    expect(rowOf('NCT03418623')).toMatch(/Not in this knowledge base/);
    expect(rowOf('NCT123456789')).toMatch(/Not a valid identifier/);
    expect(await axeFindings(page)).toEqual([]);
    await page.close();
    await driven.close();
  });

  test('are found however a page writes them', async () => {
    // What is written, and what is found in it; a list of two is one of each.
    const written: readonly (readonly [html: string, found: string])[] = [
      ['NCT0466<em>5201</em>', 'NCT04665201'],
      ['<b>NCT</b>04665202', 'NCT04665202'],
      ['<b>NCT</b> <i>04665203</i>', 'NCT04665203'],
      ['NCT0466<wbr>5205', 'NCT04665205'],
      ['NCT&shy;0466&shy;5206', 'NCT04665206'],
      ['NCT0466\n        5207', 'NCT04665207'],
      ['<span>NCT0466</span> <span>5208</span>', 'NCT04665208'],
      ['nct 04665209', 'NCT04665209'],
      ['NCT&nbsp;#04665210', 'NCT04665210'],
      ['NCT&#8209;04665211', 'NCT04665211'],
      ['Prot_NCT04665212.pdf', 'NCT04665212'],
      ['NCT04665213<sup>12</sup>', 'NCT04665213'],
      ['NCT04665214<sup><a href="#n">[3]</a></sup>', 'NCT04665214'],
      ['<a href="https://clinicaltrials.gov/ct2/show/NCT04665215?term=x">record</a>', 'NCT04665215'],
      [
        '<a href="https://www.ClinicalTrials.gov/study/nct04665216#a"><img alt=""><b>its</b> page</a>',
        'NCT04665216',
      ],
      ['<a href="https://example.org/NCT04665299">NCT04665217</a>', 'NCT04665217'],
      ['ISRCTN7880<wbr>5636', 'ISRCTN78805636'],
      ['EudraCT: <b>2004</b>-000446-20', '2004-000446-20'],
      ['EU CT 2022-500014-26-00', '2022-500014-26-00'],
      ['NCT046652181', 'NCT046652181'],
      // None at all: two blocks, two cells, code, what is typed, and look-alikes.
      ['<div>NCT0466</div><div>5219</div>', ''],
      ['<table><tr><td>NCT046</td><td>65220</td></tr></table>', ''],
      ['<code>NCT04665221</code>', ''],
      ['<textarea>NCT04665222</textarea>', ''],
      ['ANCT04665223 and GSE04665224', ''],
    ];
    const driven = await openPage(
      `<!doctype html><html lang="en"><title>Forms</title>${written.map(([form]) => `<p>See ${form} now.</p>`).join('')}`,
    );
    await driven.untilMarked();
    const page = await openTable(driven, written.filter(([, found]) => found !== '').length);
    const ids = await cells(page, '.ng-trials-id .ng-link-button');
    expect(ids).toEqual(written.map(([, found]) => found).filter(Boolean));
    await page.close();
    await driven.close();
  });

  test('are a view of the popup, from which a card opens and one comes back, and a page of their own', async () => {
    const driven = await openPage();
    await driven.untilMarked();
    const { popup, tabId } = await openInPopup(driven);
    const words = () => popup.evaluate(({ document }) => document.querySelector('main')?.textContent ?? '');
    await expect.poll(words).toMatch(/another study.*registered study of naltrexone/s);
    await popup.click('.ng-trials tbody tr:first-child .ng-link-button');
    await expect.poll(words).toContain('belongs to another study');
    await popup.press('Backspace');
    await expect.poll(words).toContain('5 different trial identifiers');
    await popup.press('Backspace');
    await expect.poll(words).toContain('On this page');
    await popup.click('.ng-found-table');
    // Once the rows have their words, nothing moves any more.
    await expect.poll(words).toMatch(/another study.*registered study of naltrexone/s);
    await popup.click('.ng-trials-export button:last-child');

    const other = await driver().openPopupTab();
    const tabs = () =>
      other.page.evaluate(async (address) => {
        const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
        const open: { url?: string; id: number }[] = await api.tabs.query({});
        const found = open.filter(({ url }) => url?.endsWith(address));
        for (const { id } of found) await api.tabs.remove(id);
        return found.length;
      }, `/trials.html?tab=${tabId}`);
    await expect.poll(tabs).toBe(1);
    await other.close();
    await driven.close();
  });

  test('are sorted by a press on a heading, and saved as they are sorted', async () => {
    const driven = await openPage();
    await driven.untilMarked();
    const page = await openTable(driven);
    const ids = async () => (await cells(page, '.ng-trials-id .ng-link-button')).map(String);
    await page.click('.ng-trials thead th:first-child button');
    expect(await ids()).toEqual([...identifiers].sort());
    await page.click('.ng-trials thead th:first-child button');
    expect(await ids()).toEqual([...identifiers].sort().reverse());
    expect(
      await page.$eval('.ng-trials thead th:first-child', (heading) => heading.getAttribute('aria-sort')),
    ).toBe('descending');

    const saved = page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const create = URL.createObjectURL;
          URL.createObjectURL = (blob) => {
            if (blob instanceof Blob) void blob.text().then(resolve);
            return create.call(URL, blob);
          };
        }),
    );
    await page.click('.ng-trials-export button:first-child');
    const { data } = Papa.parse<Record<string, string>>(await saved, { header: true, skipEmptyLines: true });
    expect(data.map((row) => row.Identifier)).toEqual([...identifiers].sort().reverse());
    await page.close();
    await driven.close();
  });

  test('open a card over the table, with what is related, and close it by Escape', async () => {
    const driven = await openPage();
    await driven.untilMarked();
    const page = await openTable(driven);
    const card = () =>
      page.$eval('dialog', (dialog) => (dialog.open ? (dialog.textContent ?? '') : undefined));
    await page.click('.ng-trials tbody tr:first-child .ng-link-button');
    await expect.poll(card).toContain('belongs to another study');
    await page.keyboard.press('Escape');
    await expect.poll(card).toBeUndefined();
    await page.close();
    await driven.close();
  });

  test('are shown where they stand on the page', async () => {
    const driven = await openPage(html.replace('<p>Someone', '<div style="height: 4000px"></div><p>Someone'));
    await driven.untilMarked();
    const page = await openTable(driven);
    await page.$$eval('.ng-trials-count button', (buttons) =>
      buttons.find(({ textContent }) => textContent?.includes('NCT123456789'))?.click(),
    );
    await expect.poll(() => driven.page.evaluate(() => scrollY)).toBeGreaterThan(2000);
    await page.close();
    await driven.close();
  });

  test.each([
    [320, 600],
    [640, 450],
  ])('fit into a window of %i by %i', async (width, height) => {
    const driven = await openPage();
    await driven.untilMarked();
    const page = await openTable(driven);
    await page.setViewport({ width, height });
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    await page.close();
    await driven.close();
  });

  test('a page that was closed is said to be gone', async () => {
    const opened = await driver().engine.openExtensionPage('trials.html?tab=999999');
    await opened.waitForSelector('[role="alert"]');
    expect(await cells(opened, '[role="alert"]')).toEqual([expect.stringContaining('has been closed')]);
    await opened.close();
  });
});
