// Every card and state, and the popup, looked at by axe-core: light, dark, narrow, and at twice the size.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PageView } from '@/components/page-status.ts';
import { galleryStates } from '@/tests/gallery/states.ts';
import { axeFindings } from '../driver/axe-findings.ts';
import { openPages, type PagesUnderTest } from './open-pages.ts';

const looks = [
  ['in light', 'light', 1200, 1],
  ['in the dark', 'dark', 1200, 1],
  ['in a window of 320 pixels', 'light', 320, 1],
  ['at twice the size', 'light', 640, 2],
] as const;

describe.each(['chromium', 'firefox'] as const)('in %s', (kind) => {
  let pages: PagesUnderTest;
  beforeAll(async () => {
    pages = await openPages(kind, '../../gallery/main.tsx');
  });
  afterAll(() => pages?.close());

  const open = async (scheme: 'light' | 'dark', width: number, scale: number): Promise<Page> => {
    const page = await pages.openBody('');
    // Puppeteer cannot tell Firefox what a reader prefers; the colours are the same ones.
    if (kind === 'chromium')
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    else
      await page.evaluate(
        (wanted) => document.documentElement.style.setProperty('color-scheme', wanted),
        scheme,
      );
    await page.setViewport({ width, height: 800, deviceScaleFactor: scale });
    return page;
  };

  test.each(looks)('every card is sound %s', async (_how, scheme, width, scale) => {
    const page = await open(scheme, width, scale);
    await page.evaluate(() => window.gallery.cards());
    // The list of mentions is one more.
    expect(await page.$$('[role="dialog"]')).toHaveLength(galleryStates.length + 1);
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });

  test('every control shows that it has the focus', async () => {
    const page = await open('light', 1200, 1);
    await page.evaluate(() => window.gallery.cards());
    // From here on the browser takes the focus for one that came by a key.
    await page.keyboard.press('Tab');
    const dark = await page.evaluate(() => {
      const controls = [...document.querySelectorAll('button, a[href], summary, input, [tabindex]')];
      return controls.flatMap((control) => {
        if (!(control instanceof HTMLElement) || control.matches(':disabled') || !control.checkVisibility())
          return [];
        control.focus();
        // A search box shows it as a whole.
        const { outlineStyle, outlineWidth } = getComputedStyle(control.closest('.ng-search') ?? control);
        const isRinged = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
        return isRinged && document.activeElement === control ? [] : [control.outerHTML.slice(0, 80)];
      });
    });
    expect(dark).toEqual([]);
  });

  const typed: readonly (readonly [does: string, text: string, page: PageView])[] = [
    ['before anything is typed', '', { state: 'reading', host: 'example.org', mentions: 17 }],
    ['with results', 'naltrexone', { state: 'paused', host: 'example.org', mentions: 0 }],
    ['with nothing found', 'zzyzx', { state: 'forbidden', mentions: 0 }],
    ['with a card', 'NCT01874951', { state: 'not-started', mentions: 0 }],
    ['with an unknown identifier', 'NCT00000001', { state: 'pdf', mentions: 0 }],
  ];
  test.each(typed)('the popup is sound %s', async (_does, text, view) => {
    for (const scheme of ['light', 'dark'] as const) {
      const page = await open(scheme, 400, 1);
      await page.evaluate((shown) => window.gallery.popup(shown), view);
      await page.type('[role="combobox"]', text);
      expect(await axeFindings(page)).toEqual([]);
    }
  });
});
