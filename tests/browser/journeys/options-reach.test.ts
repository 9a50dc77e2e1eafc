// The page with all settings, gone through with Tab from its beginning to its end.
import { describe, expect, test } from 'vitest';
import { axeFindings } from '../driver/axe-findings.ts';
import { browsers, storeSettings, useBrowser } from './set-up.ts';

describe.each(browsers)('%s', (kind) => {
  const driver = useBrowser(kind);

  test.each([1000, 320])('%i px wide, Tab reaches everything in the order one reads it', async (width) => {
    await storeSettings(driver(), { open: 'modifier', sites: new Map([['example.org', { mode: 'off' }]]) });
    const page = await driver().engine.openExtensionPage('options.html');
    await page.setViewport({ width, height: 700 });
    await page.waitForSelector('.ng-rule');
    const look = () =>
      page.evaluate(() => {
        // Of radio buttons with one name Tab reaches the chosen one; arrow keys lead to the others.
        const stops = [
          ...document.querySelectorAll('a[href], button, input, select, summary, [tabindex]'),
        ].filter(
          (each) => each.checkVisibility() && !each.matches(':disabled, [type="radio"]:not(:checked)'),
        );
        const now = document.activeElement;
        const { left = 0, top = 0, width = 0, height = 0 } = now?.getBoundingClientRect() ?? {};
        // Firefox scrolls only to what is not in sight at all: a part of it is enough, above or below.
        const isInSight = [top + 1, top + height / 2, top + height - 1].some((y) => {
          const inFront = document.elementFromPoint(left + width / 2, y);
          return now?.contains(inFront) || inFront?.contains(now);
        });
        return {
          count: stops.length,
          at: now ? stops.indexOf(now) : -1,
          name: (now?.getAttribute('aria-label') ?? now?.textContent ?? '').trim(),
          isOutlined: now !== null && getComputedStyle(now).outlineStyle !== 'none',
          isInSight,
          isClosed: now?.localName === 'summary' && !now.parentElement?.hasAttribute('open'),
        };
      });
    let { count } = await look();
    for (let stop = 0; stop < count; stop += 1) {
      await page.keyboard.press('Tab');
      await expect.poll(look).toMatchObject({ at: stop, isOutlined: true, isInSight: true });
      if ((await look()).isClosed) await page.keyboard.press('Enter');
      ({ count } = await look());
    }
    expect((await look()).name).toBe('Reset all settings');
    // Everything is unfolded now.
    expect(await axeFindings(page)).toEqual([]);
    await page.close();
  });

  test.each([1200, 1000, 700, 320])(
    '%i px wide, what names a site does not touch what is chosen for it',
    async (width) => {
      const page = await driver().engine.openExtensionPage('options.html');
      await page.setViewport({ width, height: 700 });
      await page.waitForSelector('.ng-new-rule');
      const gap = await page.$eval('.ng-new-rule', (form) => {
        const [site, mode] = [...form.querySelectorAll('input, select')].map((box) =>
          box.getBoundingClientRect(),
        );
        return site && mode ? Math.max(mode.left - site.right, mode.top - site.bottom) : 0;
      });
      expect(gap).toBeGreaterThan(4);
      await page.close();
    },
  );
});
