// The popup as a reader uses it, in a tab and over the toolbar: every key and click is a real one.
import { afterAll, describe, expect, test } from 'vitest';
import type { DrivenPage } from '../driver/driven-page.ts';
import type { ToolbarPopup } from '../driver/engine.ts';
import { browsers, storeSettings, useBrowser } from './set-up.ts';

/** What a reader sees in the popup. */
interface Seen {
  readonly value: string;
  /** The element that has the cursor. */
  readonly focus: string;
  readonly titles: readonly string[];
  readonly chosen: string;
  /** Kinds of the results, each once. */
  readonly kinds: readonly string[];
  /** Words marked in the first result. */
  readonly hits: readonly string[];
  /** Whether mark.js has made all marks there are. */
  readonly isMarkJs: boolean;
  readonly heading: string;
  readonly card: string;
  readonly nothing: string;
  readonly suggestions: readonly string[];
  /** What is said of the page the reader is on. */
  readonly page: string;
  /** Whether the window itself can be scrolled: it fits what is in it. */
  readonly scrolls: boolean;
}

const look = ({ document, innerHeight, innerWidth }: Window): Seen => {
  const text = (element: Element | null | undefined): string =>
    (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const all = (selector: string): Element[] => [...document.querySelectorAll(selector)];
  const { scrollWidth, scrollHeight } = document.documentElement;
  return {
    value: document.querySelector('input')?.value ?? '',
    focus: document.activeElement?.localName ?? '',
    titles: all('.ng-result-title').map(text),
    chosen: text(document.querySelector('[aria-selected="true"] .ng-result-title')),
    kinds: [...new Set(all('.ng-result .ng-kind').map((kind) => kind.getAttribute('data-kind') ?? ''))],
    hits: all('.ng-result:first-child mark').map(text),
    isMarkJs: all('mark').every((mark) => mark.hasAttribute('data-markjs')),
    heading: text(document.querySelector('.ng-card h2')),
    card: text(document.querySelector('.ng-card')),
    nothing: text(document.querySelector('.ng-nothing')),
    suggestions: all('.ng-suggestions button > span:last-child').map(text),
    page: text(document.querySelector('.ng-page')),
    scrolls: scrollWidth > innerWidth || scrollHeight > innerHeight,
  };
};

/** The popup's page in a tab, used as the real popup is. */
function tabAsPopup({ page }: DrivenPage): ToolbarPopup {
  return {
    async evaluate(see, ...args) {
      return (await page.evaluate(`(${see})(window, ...${JSON.stringify(args)})`)) as ReturnType<typeof see>;
    },
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key as 'Enter'); // the type lists every key by name
    },
    click: (selector) => page.click(selector),
    screenshot: () => page.screenshot(),
    close: () => page.close(),
  };
}

const paper = '/papers/PMC5808396.html';
const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF`;

const seen = (popup: ToolbarPopup): Promise<Seen> => popup.evaluate(look);

/** Empties the box and types. */
async function type(popup: ToolbarPopup, text: string): Promise<void> {
  await popup.click('input');
  const { value } = await seen(popup);
  await popup.press('End', ...[...value].map(() => 'Backspace'), ...text);
  await expect.poll(async () => (await seen(popup)).value).toBe(text);
}

describe.each(browsers)('%s', (kind) => {
  const driver = useBrowser(kind, { leavesTraces: true });

  describe.each(['in a tab', 'over the toolbar'] as const)('%s', (where) => {
    // Firefox closes its popups at Escape, whatever is in them.
    const escapeCloses = kind === 'firefox' && where === 'over the toolbar';
    let under: DrivenPage | undefined;
    let open: ToolbarPopup | undefined;

    const popup = async (): Promise<ToolbarPopup> => {
      if (where === 'in a tab') {
        open ??= tabAsPopup(await driver().openPopupTab());
      } else {
        under ??= await driver().openPage(paper);
        open ??= await driver().openToolbarPopup(under);
      }
      return open;
    };
    afterAll(async () => {
      await open?.close();
      await under?.close();
    });

    test('the cursor is in the search box, and there is something to begin with', async () => {
      const surface = await popup();
      await expect.poll(async () => (await seen(surface)).focus).toBe('input');
      const { suggestions, scrolls } = await seen(surface);
      expect(suggestions).toHaveLength(4);
      expect(scrolls).toBe(false);
      await surface.press(...'ptsd');
      await expect.poll(async () => (await seen(surface)).value).toBe('ptsd');
    });

    test.each([
      ['a name', 'kleptomania', /^Kleptomania$/, 'Kleptomania'],
      ['a name with a typing error', 'schizofrenia', /^Schizophrenia$/, 'Schizophrenia'],
      ['the beginning of a name', 'kleptom', /^Kleptomania$/, 'Kleptomania'],
      ['a brand', 'vivitrol', /^Extended-release naltrexone/, 'Vivitrol'],
      ['an abbreviation', 'OUD', /^Opioid use disorder$/, 'OUD'],
    ])('%s finds its entry first, and shows the words', async (_what, query, first, hit) => {
      const surface = await popup();
      await type(surface, query);
      await expect.poll(async () => (await seen(surface)).titles[0]).toMatch(first);
      const { hits, isMarkJs, scrolls } = await seen(surface);
      expect(hits).toContain(hit);
      expect([isMarkJs, scrolls]).toEqual([true, false]);
    });

    test.each([
      'NCT01874951',
      'nct01874951',
      'NCT 01874951',
      'nct-01874951',
      'NCT:01874951',
      ' nct: 0187 4951',
    ])('the identifier typed as "%s" goes straight to its card', async (typed) => {
      const surface = await popup();
      await type(surface, typed);
      await expect.poll(async () => (await seen(surface)).heading).toMatch(/^NCT01874951/);
      expect((await seen(surface)).card).not.toMatch(/not in this knowledge base/i);
    });

    test.each(['NCT99999999', 'nct:9999 9999'])('one that we do not hold, "%s", says so', async (typed) => {
      const surface = await popup();
      await type(surface, typed);
      await expect.poll(async () => (await seen(surface)).card).toMatch(/not in this knowledge base/i);
      expect((await seen(surface)).heading).toBe('NCT99999999');
    });

    test('the arrow keys choose, Enter opens the whole card, and one goes back to the results', async () => {
      const surface = await popup();
      await type(surface, 'ptsd');
      const { titles } = await seen(surface);
      await surface.press('ArrowDown', 'ArrowDown', 'ArrowUp');
      await expect.poll(async () => (await seen(surface)).chosen).toBe(titles[1]);
      await surface.press('Enter');
      await expect.poll(async () => (await seen(surface)).heading).toBe(titles[1]);
      await expect.poll(async () => (await seen(surface)).card.length).toBeGreaterThan(200);
      expect((await seen(surface)).scrolls).toBe(false);

      await surface.press(escapeCloses ? 'Backspace' : 'Escape');
      await expect.poll(async () => (await seen(surface)).titles).toEqual(titles);
      expect(await seen(surface)).toMatchObject({ value: 'ptsd', focus: 'input', heading: '' });
    });

    test('what is related opens in the popup, and back is back', async () => {
      const surface = await popup();
      await type(surface, 'ptsd');
      await surface.press('Enter');
      await expect.poll(async () => (await seen(surface)).card.length).toBeGreaterThan(200);
      const before = (await seen(surface)).heading;
      await surface.click('.ng-related .ng-follow');
      await expect.poll(async () => (await seen(surface)).heading).not.toBe(before);
      await expect.poll(async () => (await seen(surface)).card.length).toBeGreaterThan(100);
      await surface.click('button[aria-label="Back"]');
      await expect.poll(async () => (await seen(surface)).heading).toBe(before);
      await surface.click('button[aria-label="Back"]');
      await expect.poll(async () => (await seen(surface)).titles).toContain(before);
    });

    test('a kind narrows the results, and leads to all of them where it has none', async () => {
      const surface = await popup();
      await type(surface, 'naltrexone');
      await expect.poll(async () => (await seen(surface)).kinds.length).toBeGreaterThan(1);
      await surface.click('.ng-chip:nth-of-type(4)');
      await expect.poll(async () => (await seen(surface)).kinds).toEqual(['trial']);
      await surface.click('.ng-chip:nth-of-type(2)');
      await type(surface, 'kleptomania');
      await expect
        .poll(async () => (await seen(surface)).nothing)
        .toContain('Nothing here for “kleptomania”');
      await surface.click('.ng-nothing .ng-follow');
      await expect.poll(async () => (await seen(surface)).titles[0]).toBe('Kleptomania');
    });

    test('finding nothing is said as it is, with suggestions that work', async () => {
      const surface = await popup();
      await type(surface, 'qwxyzzy');
      await expect
        .poll(async () => (await seen(surface)).nothing)
        .toMatch(/Nothing here for “qwxyzzy”.*holds \d+ entries, compiled on \d+ \w+ \d{4}/);
      const [first] = (await seen(surface)).suggestions;
      await surface.click('.ng-suggestions button');
      await expect.poll(async () => (await seen(surface)).heading).toBe(first);
    });

    test('Escape goes back step by step, and is left to the browser in the end', async () => {
      const surface = await popup();
      await type(surface, 'anhedonia');
      await surface.press('Enter');
      await expect.poll(async () => (await seen(surface)).heading).toBe('Anhedonia');
      // The browser closes its popup at a key that was left to it; one pressed by a debugger it does not take.
      await surface.evaluate(({ document }) => {
        document.addEventListener('keydown', ({ defaultPrevented }) => {
          document.title = defaultPrevented ? 'taken' : 'left';
        });
      });
      const lastKey = (): Promise<string> => surface.evaluate(({ document }) => document.title);
      await surface.press('Escape');
      if (!escapeCloses) {
        await expect.poll(async () => (await seen(surface)).titles).toContain('Anhedonia');
        await surface.press('Escape');
        await expect.poll(async () => (await seen(surface)).value).toBe('');
        expect(await lastKey()).toBe('taken');
        await surface.press('Escape');
        await expect.poll(lastKey).toBe('left');
        expect(await seen(surface)).toMatchObject({ value: '', focus: 'input' });
      } else {
        const isGone = (): Promise<boolean> =>
          seen(surface)
            .then(() => false)
            .catch(() => true);
        await expect.poll(isGone).toBe(true);
        open = undefined;
      }
    });
  });

  describe('the page it is opened on', () => {
    test('is switched off and on, for this site and for all, while one looks on', async () => {
      const driven = await driver().openPage(paper);
      await driven.untilMarked();
      const popup = await driver().openToolbarPopup(driven);
      const words = async (): Promise<string> => (await seen(popup)).page;
      const marks = async (): Promise<number> => (await driven.marks()).length;
      await expect.poll(words).toMatch(/^Mark words on 127\.0\.0\.1 ?on ?\d+ mentions on this page/);

      await popup.click('.ng-page .ng-switch');
      await expect.poll(marks).toBe(0);
      await expect.poll(words).toMatch(/off ?No words are marked on this site\.$/);
      await popup.click('.ng-page .ng-switch');
      await expect.poll(marks).toBeGreaterThan(0);
      await expect.poll(words).toMatch(/\d+ mentions on this page/);

      await popup.click('.ng-settings summary');
      await popup.click('.ng-settings .ng-switch');
      await expect.poll(marks).toBe(0);
      await expect.poll(words).toBe('Marks are switched off on all sites.');
      await popup.click('.ng-settings .ng-switch');
      await expect.poll(marks).toBeGreaterThan(0);
      await popup.close();
      await driven.close();
    });

    test('is marked as the reader chooses', async () => {
      const driven = await driver().openPage(paper);
      await driven.untilMarked();
      const elements = (): Promise<number> =>
        driven.page.$$eval('mark[data-naltrexone-gloss]', (marks) => marks.length);
      expect(await elements()).toBe(0);
      await storeSettings(driver(), { marks: 'element' }, driven);
      await expect.poll(elements).toBeGreaterThan(0);
      await storeSettings(driver(), { marks: 'highlight' }, driven);
      await expect.poll(elements).toBe(0);
      expect((await driven.untilMarked()).length).toBeGreaterThan(0);
      await driven.close();
    });

    test('can be paused also where nobody clicked to open the popup', async () => {
      const driven = await driver().openPage(paper);
      await driven.untilMarked();
      const popup = await driver().openToolbarPopup(driven, 'script');
      await expect.poll(async () => (await seen(popup)).page).toContain('Mark words on 127.0.0.1');
      await popup.close();
      await driven.close();
    });

    test.each([
      [
        'a page of the browser',
        kind === 'chromium' ? 'chrome://version' : 'about:support',
        /No extension can/,
      ],
      ['the popup itself', 'popup.html', /No extension can read this page/],
      ['a PDF', '/leaflet.pdf', /This is a PDF/],
      ['a picture', '/picture', /not a page of text/],
    ])('is %s: that is said, and search works', async (_what, address, words) => {
      driver().pages.add('/leaflet.pdf', pdf, { 'content-type': 'application/pdf' });
      driver().pages.add('/picture', '<svg xmlns="http://www.w3.org/2000/svg"/>', {
        'content-type': 'image/svg+xml',
      });
      const { browser } = driver().engine;
      const page = address === 'popup.html' ? (await driver().openPopupTab()).page : await browser.newPage();
      if (address !== 'popup.html')
        await page.goto(new URL(address, driver().pages.origin).href, { waitUntil: [] });
      const popup = await driver().openToolbarPopup({ page } as DrivenPage);
      await expect.poll(async () => (await seen(popup)).page).toMatch(words);
      expect((await seen(popup)).page).toContain('earch works as always');
      await type(popup, 'anhedonia');
      await expect.poll(async () => (await seen(popup)).titles).toContain('Anhedonia');
      await popup.close();
      await page.close();
    });

    test('is a PDF that is not called one: nobody promises to read it', async () => {
      driver().pages.add('/leaflet', pdf, { 'content-type': 'application/pdf' });
      const driven = await driver().openPage('/leaflet');
      const popup = await driver().openToolbarPopup(driven);
      const words = async (): Promise<string> => (await seen(popup)).page;
      if (kind === 'chromium') {
        await expect.poll(words).toContain('This is a PDF');
      } else {
        // Firefox tells nobody what it shows there: it can be tried, and then it says so.
        await expect.poll(words).toContain('Read this page now');
        await popup.click('.ng-button');
        await expect.poll(words).toContain('The browser did not allow it: this may be a PDF');
        expect(await words()).not.toContain('Read this page now');
      }
      await popup.close();
      await driven.close();
    });
  });

  test('a reader who lets it read on click only has the page read by the click', async () => {
    await driver().engine.readOnClickOnly();
    const driven = await driver().openPage(paper);
    expect(await driven.marks()).toEqual([]);
    await driver().engine.clickAction(driven.page);
    expect((await driven.untilMarked()).length).toBeGreaterThan(0);
    await driven.close();
  });

  test('a tab that was open before is read: in Firefox at once, in Chromium when asked to', async () => {
    await driver().removeExtension();
    const inner = driver().pages.add('/inside', '<title>Inside</title><p>anhedonia</p>');
    const html = `<title>Before</title><p>About naltrexone.</p><iframe src="${inner}"></iframe>`;
    const driven = await driver().openPage(driver().pages.add('/before', html));
    await driver().installExtension();
    if (kind === 'chromium') {
      const popup = await driver().openToolbarPopup(driven);
      const words = async (): Promise<string> => (await seen(popup)).page;
      await expect.poll(words).toMatch(/has not been read\..*Read this page now$/);
      expect(await driven.marks()).toEqual([]);
      await popup.click('.ng-button');
      await expect.poll(words).toMatch(/^Mark words on 127\.0\.0\.1 ?on ?1 mention on this page/);
      await popup.close();
    }
    expect((await driven.untilMarked()).map(({ text }) => text)).toEqual(['naltrexone']);
    const frame = driven.page.frames().find((each) => each.url() === inner);
    await expect.poll(() => frame?.evaluate(() => CSS.highlights.get('naltrexone-gloss-term')?.size)).toBe(1);
    await driven.close();
  });
});
