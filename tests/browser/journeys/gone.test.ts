// The extension is updated or taken away under pages that are open: what it leaves there, and what comes after it.
// Chromium lets our script run on without the extension and starts a new one when asked to; Firefox ends it without a
// word and starts the new one by itself.
import { describe, expect, test } from 'vitest';
import type { DrivenPage } from '../driver/driven-page.ts';
import { browsers, storeSettings, useBrowser } from './set-up.ts';

const html = `<!doctype html><title>Open</title><body style="margin: 120px 40px">
<p id="first">About <b>naltrexone</b>, and anhedonia.</p><p id="second">And schizophrenia too.</p>`;

/** What of ours a page can see. */
const traces = ({ page }: DrivenPage) =>
  page.evaluate(() => ({
    hosts: document.querySelectorAll('naltrexone-gloss').length,
    sheets: document.adoptedStyleSheets.length,
    /** Words that are marked, in elements or in highlights, each as often as it is. */
    marked: [
      ...[...document.querySelectorAll('mark')].map((mark) => mark.textContent),
      ...['term', 'condition', 'trial', 'topic'].flatMap((kind) =>
        [...(CSS.highlights.get(`naltrexone-gloss-${kind}`) ?? [])].map(
          ({ startContainer, startOffset, endOffset }) =>
            (startContainer.textContent ?? '').slice(startOffset, endOffset),
        ),
      ),
    ].sort(),
    text: document.body.innerText.replace(/\s+/g, ' ').trim(),
  }));
const allMarked = ['anhedonia', 'naltrexone', 'schizophrenia'];
const noTraces = { hosts: 0, sheets: 0, marked: [] };

/** Brings the pointer onto some words, wherever their mark comes from. */
async function pointAt({ page }: DrivenPage, words: string): Promise<void> {
  const [x, y] = await page.evaluate((wanted) => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const start = text.textContent?.indexOf(wanted) ?? -1;
      if (start < 0) continue;
      const range = document.createRange();
      range.setStart(text, start);
      range.setEnd(text, start + wanted.length);
      const { left, top, height } = range.getBoundingClientRect();
      return [left + 10, top + height / 2] as const;
    }
    return [0, 0] as const;
  }, words);
  await page.mouse.move(x - 1, y);
  await page.mouse.move(x, y);
}

describe.each(browsers)('%s', (kind) => {
  const driver = useBrowser(kind, { leavesTraces: true });
  let count = 0;

  /** A page with marks, and a card that was asked for with a click in it. */
  const openWithCard = async (marks: 'highlight' | 'element' = 'highlight'): Promise<DrivenPage> => {
    count += 1;
    await storeSettings(driver(), { marks });
    const driven = await driver().openPage(driver().pages.add(`/open-${count}`, html));
    await expect.poll(async () => (await traces(driven)).marked).toEqual(allMarked);
    await pointAt(driven, 'naltrexone');
    await driven.popover.until('Naltrexone');
    await driven.popover.click('h2');
    return driven;
  };

  /** Has the page read by the new version: Firefox does so by itself. */
  const readAnew = async (driven: DrivenPage): Promise<void> => {
    if (kind === 'firefox') return;
    const popup = await driver().openToolbarPopup(driven);
    await expect
      .poll(() => popup.evaluate(({ document }) => document.querySelector('.ng-button') !== null))
      .toBe(true);
    await popup.click('.ng-button');
    await expect
      .poll(() => popup.evaluate(({ document }) => document.querySelector('.ng-page')?.textContent))
      .toMatch(/3 mentions/);
    await popup.close();
  };

  const explains = async (driven: DrivenPage): Promise<void> => {
    await driven.page.mouse.move(700, 700);
    await driven.popover.untilClosed();
    for (const [words, title] of [
      ['anhedonia', 'Anhedonia'],
      ['schizophrenia', 'Schizophrenia'],
    ] as const) {
      // While one version follows on another, the pointer may have come to rest in front of the one that leaves.
      await expect
        .poll(
          async () => {
            await driven.page.mouse.move(700, 700);
            await pointAt(driven, words);
            await new Promise((resolve) => setTimeout(resolve, 800));
            return driven.popover.text();
          },
          { timeout: 20_000 },
        )
        .toContain(title);
      const text = await driven.popover.until(title);
      expect(text).not.toContain('cannot be fetched');
      expect((await traces(driven)).hosts).toBe(1);
    }
    await driven.page.keyboard.press('Escape');
    await driven.popover.untilClosed();
  };

  test.each(['highlight', 'element'] as const)(
    'after an update the new version takes over a page with %s marks and an open card',
    async (marks) => {
      const driven = await openWithCard(marks);
      await driver().updateExtension();
      await readAnew(driven);
      await expect
        .poll(() => traces(driven))
        .toMatchObject({
          sheets: 1,
          marked: allMarked,
          text: 'About naltrexone, and anhedonia. And schizophrenia too.',
        });
      await explains(driven);

      // What comes later is marked once, and scrolling does not bring the old marks back.
      await driven.page.evaluate(() => {
        const later = document.body.appendChild(document.createElement('p'));
        later.textContent = 'Later: kleptomania.';
        document.body.append(Object.assign(document.createElement('div'), { style: 'height: 9000px' }));
      });
      await expect
        .poll(async () => (await traces(driven)).marked)
        .toEqual([...allMarked.slice(0, 1), 'kleptomania', ...allMarked.slice(1)]);
      await driven.page.evaluate(() => scrollTo({ top: 6000, behavior: 'instant' }));
      await driven.page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
      await driven.marks();
      expect((await traces(driven)).marked).toHaveLength(4);

      // The page has its own texts back, each in one piece, when the new version is switched off.
      await storeSettings(driver(), { marks, paused: true });
      await expect.poll(() => traces(driven)).toMatchObject(noTraces);
      const pieces = (): Promise<number> =>
        driven.page.$eval('#first', (first) => {
          const texts = document.createTreeWalker(first, NodeFilter.SHOW_TEXT);
          let found = 0;
          while (texts.nextNode()) found += 1;
          return found;
        });
      expect(await pieces()).toBe(3);
      await driven.close();
    },
  );

  test('one update after the other leaves one of everything', async () => {
    const driven = await openWithCard();
    for (let updates = 0; updates < 3; updates++) await driver().updateExtension();
    await readAnew(driven);
    await expect.poll(() => traces(driven)).toMatchObject({ sheets: 1, marked: allMarked });
    await explains(driven);
    await driven.close();
  });

  if (kind === 'chromium') {
    test('a script whose extension was updated says what happened, and leaves when there is something new to mark', async () => {
      const driven = await openWithCard();
      await driver().updateExtension();
      // What is open stays as it was, and can be closed.
      await driven.popover.until('Naltrexone');
      await driven.page.keyboard.press('Escape');
      await driven.popover.untilClosed();

      await pointAt(driven, 'schizophrenia');
      const text = await driven.popover.until('updated or switched off');
      expect(text).toMatch(/schizophrenia.*Reload the page/s);
      await driven.page.keyboard.press('Escape');
      await driven.popover.untilClosed();

      await driven.page.evaluate(() => {
        document.body.appendChild(document.createElement('p')).textContent = 'Later: kleptomania.';
      });
      await expect.poll(() => traces(driven)).toMatchObject(noTraces);
      await pointAt(driven, 'kleptomania');
      await driven.page.mouse.move(10, 10);
      expect((await traces(driven)).hosts).toBe(0);
      await driven.close();
    });
  }

  test('when it is taken away an open card can be closed, and a reload leaves nothing', async () => {
    const driven = await openWithCard();
    await driver().removeExtension();
    await driven.popover.click('button[aria-label="Close"]');
    // In Firefox nobody is left but the browser, which hides the card; the empty element stays.
    await expect
      .poll(() => driven.popover.evaluate((root) => root.querySelector('.ng-popover')?.checkVisibility()))
      .not.toBe(true);
    await driven.page.reload();
    expect(await traces(driven)).toMatchObject(noTraces);
    await driver().installExtension();
    await driven.close();
  });
});
