// Every setting, changed with clicks on the page with all settings, and seen on a page that is open, without a reload.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DrivenPage, drivePage } from '../driver/driven-page.ts';
import { browsers, storeSettings, useBrowser } from './set-up.ts';

const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Settings</title>
<body style="margin: 40px; font: 16px/24px sans-serif"><h1>One</h1><p>naltrexone, and naltrexone again</p>
<h2>Two</h2><p>naltrexone, schizophrenia and NCT04602260</p></body></html>`;
const [drug, condition, trial] = ['naltrexone', 'schizophrenia', 'NCT04602260'];
const bySection = [drug, drug, condition, trial];

/** Longer than a card waits for when nothing was chosen. */
const longer = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 900));

const radio = (name: string, value: string): string => `label:has(input[name="${name}"][value="${value}"])`;
const box = (kind: string): string => `label:has(input[type="checkbox"][value="${kind}"])`;

describe.each(browsers)('%s', (kind) => {
  const driver = useBrowser(kind);
  const folder = mkdtempSync(join(tmpdir(), 'gloss-settings-'));
  let options: Page;
  let reader: DrivenPage;
  beforeAll(async () => {
    await storeSettings(driver(), { density: 'section', quiet: true });
    options = await driver().engine.openExtensionPage('options.html');
    await options.setViewport({ width: 1000, height: 900 });
    await options.waitForSelector('.ng-more');
    await options.click('.ng-more > summary');
    reader = await driver().openPage(driver().pages.add('/settings', html));
    await reader.untilMarked();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Presses something on the page with all settings, as a reader would, and waits until it is stored. */
  const press = async (selector: string, words?: string): Promise<void> => {
    await options.bringToFront();
    await options.waitForSelector(selector);
    const found = await options.evaluateHandle(
      (wanted, has) =>
        [...document.querySelectorAll<HTMLElement>(wanted)].find(
          (each) => each.checkVisibility() && each.textContent?.includes(has),
        ),
      selector,
      words ?? '',
    );
    const element = found.asElement();
    if (!element) throw new Error(`There is no ${selector} ${words ?? ''}`);
    await (element as typeof element & { click(): Promise<void> }).click();
  };
  const message = (): Promise<string> => options.$eval('.ng-message', ({ textContent }) => textContent ?? '');
  const expectMarks = async (texts: readonly string[]): Promise<void> => {
    await reader.page.bringToFront();
    await expect.poll(async () => (await reader.marks()).map(({ text }) => text)).toEqual(texts);
  };
  const close = async (): Promise<void> => {
    await reader.page.keyboard.press('Escape');
    await reader.popover.untilClosed();
  };

  test('how much is marked, which kinds, and nothing at all', async () => {
    await press(radio('density', 'every'));
    await expectMarks([drug, drug, drug, condition, trial]);
    await press(radio('density', 'page'));
    await expectMarks([drug, condition, trial]);
    await press(radio('density', 'section'));
    await expectMarks(bySection);
    // With the key held any mention opens, also one that is not marked.
    const { x, y, width } = await reader.showMark(drug);
    await reader.page.mouse.move(x + width * 2, y + 8);
    await longer();
    expect(await reader.popover.isOpen()).toBe(false);
    await reader.page.keyboard.down('Alt');
    await reader.popover.until('Naltrexone');
    await reader.page.keyboard.up('Alt');
    await close();
    await press(box('condition'));
    await expectMarks([drug, drug, trial]);
    // The passage beside the choices shows the same.
    const shown = (await drivePage(options).marks()).map(({ kind: of }) => of);
    expect([shown.includes('term'), shown.includes('condition')]).toEqual([true, false]);
    await press(box('trial'));
    await press(box('condition'));
    await expectMarks([drug, drug, condition]);
    await press(box('trial'));
    await expectMarks(bySection);
    await press('button', 'Mark words on all sites');
    await expectMarks([]);
    expect(await options.$eval('.ng-preview', ({ textContent }) => textContent)).toContain(
      'it is switched off below',
    );
    await press('button', 'Mark words on all sites');
    await expectMarks(bySection);
  });

  test('how marks look, and how they are made', async () => {
    const rules = async (): Promise<string> => {
      await reader.page.bringToFront();
      return reader.page.evaluate(() =>
        document.adoptedStyleSheets
          .flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText))
          .join('\n'),
      );
    };
    expect(await rules()).toMatch(/gloss-condition\) \{[^}]*dashed/);
    await press(radio('underline', 'thin'));
    await expect.poll(rules).toMatch(/gloss-condition\) \{[^}]*dotted/);
    await press(radio('underline', 'strong'));
    await expect.poll(rules).toMatch(/gloss-condition\) \{[^}]*3px/);
    await press(radio('underline', 'forms'));
    await press(radio('marks', 'element'));
    await reader.page.bringToFront();
    const buttons = (): Promise<string[]> =>
      reader.page.$$eval('mark[role="button"]', (marks) => marks.map((mark) => mark.textContent ?? ''));
    await expect.poll(buttons).toEqual([drug, condition, trial]);
    await press(radio('marks', 'highlight'));
    await expectMarks(bySection);
    expect(await buttons()).toEqual([]);
  });

  test('what opens a card, and when', async () => {
    const isOpenAfterRest = async (): Promise<boolean> => {
      await reader.page.bringToFront();
      await reader.page.mouse.move(600, 700);
      await reader.hoverMark(condition);
      await longer();
      return reader.popover.isOpen();
    };
    await press(radio('open', 'click'));
    expect(await isOpenAfterRest()).toBe(false);
    await reader.clickMark(condition);
    await reader.popover.until('Schizophrenia');
    await close();

    await press(radio('open', 'modifier'));
    await press(radio('modifier', 'Shift'));
    expect(await isOpenAfterRest()).toBe(false);
    await reader.page.keyboard.down('Shift');
    await reader.popover.until('Schizophrenia');
    await reader.page.keyboard.up('Shift');
    await close();

    await press(radio('open', 'hover'));
    // What is below moves up when the choice of a key goes.
    await options.waitForSelector(radio('modifier', 'Shift'), { hidden: true });
    // In the middle of the scale: about one and a half seconds.
    for (const slider of await options.$$('.ng-delay input')) await slider.click();
    await reader.page.bringToFront();
    await reader.page.mouse.move(600, 700);
    const since = async (begin: Promise<unknown>, end: () => Promise<unknown>): Promise<number> => {
      const start = Date.now();
      await begin;
      await end();
      return Date.now() - start;
    };
    const opened = since(reader.hoverMark(condition), () => reader.popover.until('Schizophrenia'));
    expect(await opened).toBeGreaterThan(1000);
    const closed = since(reader.page.mouse.move(900, 800, { steps: 3 }), reader.popover.untilClosed);
    expect(await closed).toBeGreaterThan(1000);
  });

  test('sites by pattern: off, only when asked to, with kinds of their own, and as everywhere', async () => {
    await options.bringToFront();
    await options.type('.ng-new-rule input', 'https://127.*/path');
    await press('.ng-new-rule button');
    await expectMarks([]);
    await options.bringToFront();
    await options.select('.ng-rule select', 'ask');
    const popup = await driver().openToolbarPopup(reader);
    const words = (): Promise<string> =>
      popup.evaluate(({ document }) => document.querySelector('.ng-page-words')?.textContent ?? '');
    await expect.poll(words).toBe('This site is read only when you ask for it.');
    await popup.click('.ng-page .ng-button');
    await expect.poll(words).toMatch(/mentions? on this page/);
    await popup.close();
    await expectMarks(bySection);

    await options.bringToFront();
    await options.select('.ng-rule select', 'on');
    await press('.ng-rules summary');
    await press(`.ng-rules ${box('term')}`);
    await expectMarks([condition, trial]);
    await press('.ng-rules .ng-link-button', 'As everywhere');
    await expectMarks(bySection);
    await options.bringToFront();
    await options.select('.ng-rule select', 'off');
    await expectMarks([]);
    await press('[aria-label^="Remove the rule"]');
    await expectMarks(bySection);
    await options.bringToFront();
    await options.type('.ng-new-rule input', '///');
    await press('.ng-new-rule button');
    expect(await options.$eval('#ng-rule-refused', ({ textContent }) => textContent)).toContain(
      'names no site',
    );
  });

  test('pages full of names, and the number on the button', async () => {
    await press(radio('density', 'every'));
    await reader.page.bringToFront();
    await reader.page.evaluate(() => {
      const dense = document.body.appendChild(document.createElement('p'));
      dense.id = 'dense';
      dense.textContent = 'anhedonia, '.repeat(100);
    });
    await expectMarks([drug, condition, trial, 'anhedonia']);
    const popup = await driver().openToolbarPopup(reader);
    const found = (): Promise<string> =>
      popup.evaluate(({ document }) => document.querySelector('.ng-found')?.textContent ?? '');
    await expect.poll(found).toContain('each is marked only once');
    await popup.close();
    await press('button', 'Mark less on pages full of names');
    await reader.page.bringToFront();
    await expect.poll(async () => (await reader.marks()).length).toBe(105);

    const badge = (): Promise<string> =>
      options.evaluate(async () => {
        const { action, tabs } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
        const shown = await tabs.query({});
        const texts = await Promise.all(
          shown.map(({ id }: { id: number }) => action.getBadgeText({ tabId: id })),
        );
        return texts.join('');
      });
    expect(await badge()).toBe('');
    await press('button', 'Show on the button how many entries');
    await expect.poll(badge).toBe('4');
    await press('button', 'Show on the button how many entries');
    await expect.poll(badge).toBe('');
    await reader.page.evaluate(() => document.querySelector('#dense')?.remove());
  });

  test('a file keeps them all, and another is refused; all are reset; the search finds each', async () => {
    await options.evaluate(() => {
      const create = URL.createObjectURL;
      URL.createObjectURL = (blob) => {
        if (blob instanceof Blob) void blob.text().then((text) => Reflect.set(globalThis, 'savedFile', text));
        return create.call(URL, blob);
      };
    });
    await press(radio('density', 'every'));
    await press(box('trial'));
    await expectMarks([drug, drug, drug, condition]);
    await press('button', 'Save settings to a file');
    const saved = (): Promise<unknown> => options.evaluate(() => Reflect.get(globalThis, 'savedFile'));
    await expect.poll(saved).toMatch(/"density":\s*"every"/);

    await press('button', 'Reset all settings');
    await press('button', 'Yes, reset all settings');
    await expectMarks(bySection);
    expect(await message()).toContain('as they were at first');

    const read = async (name: string, text: string): Promise<void> => {
      writeFileSync(join(folder, name), text);
      const chooser = await options.$('input[type="file"]');
      await (chooser as typeof chooser & { uploadFile(path: string): Promise<void> }).uploadFile(
        join(folder, name),
      );
    };
    await read('other.json', 'nothing of ours');
    await expect.poll(message).toContain('Nothing was changed');
    await read('saved.json', String(await saved()));
    await expect.poll(message).toContain('in force');
    await expectMarks([drug, drug, drug, condition]);

    await options.bringToFront();
    await options.type('input[type="search"]', 'colour underline');
    expect(
      await options.$$eval('.ng-choices legend', (legends) => legends.map(({ textContent }) => textContent)),
    ).toEqual(['How marks look']);
    await options.type('input[type="search"]', ' zzz');
    expect(await options.$eval('.ng-choices', ({ textContent }) => textContent)).toContain(
      'No setting has these words',
    );
    await options.$eval('input[type="search"]', (input) => {
      input.value = '';
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await press('.ng-more > summary');
  });

  test('what the browser refuses to sync is kept here, which is said, and is in force', async () => {
    await options.evaluate(async () => {
      const { storage } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
      let count = 0;
      for (let size = 8000; size > 4; count += 1) {
        await storage.sync.set({ [`junk-${count}`]: 'x'.repeat(size) }).catch(() => {
          size = Math.floor(size / 2);
        });
      }
    });
    await press(radio('underline', 'thin'));
    await expect.poll(message).toContain('on this computer only');
    await press(radio('marks', 'element'));
    await reader.page.bringToFront();
    await reader.page.waitForSelector('mark[role="button"]');
    await options.evaluate(async () => {
      const { storage } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
      const keys = Object.keys(await storage.sync.get(null));
      await storage.sync.remove(keys.filter((key) => key.startsWith('junk-')));
    });
    await press(radio('marks', 'highlight'));
    await expect.poll(message).toBe('Saved.');
    await expectMarks([drug, drug, drug, condition]);
  });

  test('two windows that change something at the same moment lose nothing', async () => {
    const other = await driver().engine.openExtensionPage('options.html');
    await other.waitForSelector(box('trial'));
    const click = (page: Page, selector: string): Promise<void> =>
      page.$eval(selector, (element) => {
        if (element instanceof HTMLElement) element.click();
      });
    await Promise.all([click(options, box('trial')), click(other, radio('density', 'page'))]);
    await expectMarks([drug, condition, trial]);
    await Promise.all([click(options, radio('density', 'section')), click(other, box('condition'))]);
    await expectMarks([drug, drug, trial]);
    await other.close();
  });

  test('the text of a card is as large as the reader has the browser write', async () => {
    await storeSettings(driver(), {}, reader);
    const size = async (): Promise<number | undefined> => {
      await reader.page.mouse.move(600, 700);
      await reader.hoverMark(condition);
      await reader.popover.until('Schizophrenia');
      const pixels = await reader.popover.evaluate((root) =>
        Number.parseFloat(getComputedStyle(root.querySelector('.ng-card') ?? root.host).fontSize),
      );
      await close();
      return pixels;
    };
    const before = (await size()) ?? 0;
    await driver().prefer(reader, { textSize: 24 });
    await expect.poll(size).toBeCloseTo(before * 1.5);
    await driver().prefer(reader, {});
  });
});
