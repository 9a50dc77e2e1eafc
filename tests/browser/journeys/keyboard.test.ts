// Without a mouse and without eyes: commands, focus and what is said, in both browsers.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { root } from '@/scripts/run.ts';
import type { DrivenPage } from '../driver/driven-page.ts';
import { browsers, storeSettings, useBrowser } from './set-up.ts';

const html = `<!doctype html><html lang="en"><title>Keys</title><body>
<button id="before">Before</button>
<p id="first">naltrexone and, again, <i>naltrexone</i></p>
<p id="second">anhedonia</p>
<p><a href="#there">schizophrenia</a></p>
<p id="fourth">anhedonia, once more</p>
</body></html>`;

describe.each(browsers)('%s', (kind) => {
  const driver = useBrowser(kind);
  let count = 0;

  const open = async (): Promise<DrivenPage> => {
    count += 1;
    const driven = await driver().showPage(driver().pages.add(`/keys-${count}`, html));
    await storeSettings(driver(), {}, driven);
    await expect.poll(async () => (await driven.marks()).length).toBe(5);
    await driven.page.focus('#before');
    return driven;
  };
  const focused = ({ popover }: DrivenPage) =>
    popover.evaluate((inside) => {
      const { activeElement } = inside;
      return activeElement?.getAttribute('aria-label') ?? activeElement?.getAttribute('role');
    });
  const said = ({ popover }: DrivenPage) =>
    popover.evaluate((inside) => inside.querySelector('.ng-frame > [role="status"]')?.textContent);
  const focusOnPage = ({ page }: DrivenPage) =>
    page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent);

  test('at most four commands suggest a key, which is all that Chrome allows', () => {
    const folder = kind === 'chromium' ? 'chrome-mv3' : 'firefox-mv3';
    const { commands } = JSON.parse(readFileSync(`${root}.output/${folder}/manifest.json`, 'utf8'));
    expect(Object.keys(commands).sort()).toEqual([
      '_execute_action',
      'list-mentions',
      'next-mention',
      'open-mention',
      'previous-mention',
      'toggle-marks',
    ]);
    expect(
      Object.values<{ suggested_key?: object }>(commands).filter((command) => command.suggested_key),
    ).toHaveLength(4);
  });

  test('stepping says which mention it is, takes the focus into the card, and Escape gives it back', async () => {
    const driven = await open();
    await driver().command(driven, 'next-mention');
    await driven.popover.until(/1 of 5\s+Naltrexone/);
    await expect.poll(() => said(driven)).toBe('Mention 1 of 5: naltrexone');
    expect(await focused(driven)).toBe('dialog');
    await driver().command(driven, 'previous-mention');
    await driven.popover.until(/5 of 5\s+Anhedonia/);
    await expect.poll(() => said(driven)).toBe('Mention 5 of 5: anhedonia');
    await driven.page.keyboard.press('Escape');
    await driven.popover.untilClosed();
    expect(await focusOnPage(driven)).toBe('before');
    // It goes on from there.
    await driver().command(driven, 'previous-mention');
    await driven.popover.until(/4 of 5\s+Schizophrenia/);
    await driven.close();
  });

  test('the card is opened where the reader is: at what is selected', async () => {
    const driven = await open();
    await driven.page.evaluate(() => {
      const words = document.querySelector('#fourth')?.firstChild;
      if (words) getSelection()?.setBaseAndExtent(words, 2, words, 6);
    });
    await driver().command(driven, 'open-mention');
    await driven.popover.until(/5 of 5\s+Anhedonia/);
    expect(await driven.page.evaluate(() => getSelection()?.toString())).toBe('hedo');
    await driven.close();
  });

  test('marks are switched off and on again', async () => {
    const driven = await open();
    await driver().command(driven, 'toggle-marks');
    await expect.poll(async () => (await driven.marks()).length).toBe(0);
    await driver().command(driven, 'toggle-marks');
    expect((await driven.untilMarked()).length).toBe(5);
    await driven.close();
  });

  test('a whole visit with keys alone: step, read on, back and forward, pin, move, close', async () => {
    const driven = await open();
    await driven.page.evaluate(() => {
      document.addEventListener('keydown', ({ key }) => document.body.setAttribute('data-heard', key));
    });
    const { keyboard } = driven.page;
    const tabTo = async (name: string): Promise<void> => {
      for (let press = 0; press < 80 && (await focused(driven)) !== name; press += 1)
        await keyboard.press('Tab');
      expect(await focused(driven)).toBe(name);
    };
    /** Of a card that has its answer: before, it bears the words that led to it. */
    const heading = async (): Promise<string> =>
      (await driven.popover.find('.ng-card:not([aria-busy]) h2'))?.text.trim() ?? '';
    await driver().command(driven, 'next-mention');
    await driven.popover.until(/1 of 5\s+Naltrexone/);
    const first = await heading();
    const isOnLink = () =>
      driven.popover.evaluate((inside) => inside.activeElement?.className.includes('ng-follow') ?? false);
    for (let press = 0; press < 80 && !(await isOnLink()); press += 1) await keyboard.press('Tab');
    await keyboard.press('Enter');
    await expect.poll(async () => ['', first].includes(await heading())).toBe(false);
    const second = await heading();
    expect(await focused(driven)).toBe('dialog');
    await keyboard.down('Alt');
    await keyboard.press('ArrowLeft');
    await keyboard.up('Alt');
    await expect.poll(heading).toBe(first);
    await keyboard.down('Alt');
    await keyboard.press('ArrowRight');
    await keyboard.up('Alt');
    await expect.poll(heading).toBe(second);

    await tabTo('Keep open');
    await keyboard.press(' ');
    const placeOf = async () => {
      const { x = 0, y = 0 } = (await driven.popover.find('.ng-frame')) ?? {};
      return [Math.round(x), Math.round(y)];
    };
    const before = await placeOf();
    await keyboard.down('Shift');
    await keyboard.press('Tab');
    await keyboard.up('Shift');
    expect(await focused(driven)).toMatch(/^Move/);
    await keyboard.press('ArrowRight');
    await keyboard.press('ArrowRight');
    expect(await placeOf()).toEqual([(before[0] ?? 0) + 80, before[1]]);
    await keyboard.press('Escape');
    await driven.popover.untilClosed();
    expect(await focusOnPage(driven)).toBe('before');
    expect(await driven.page.evaluate(() => document.body.getAttribute('data-heard'))).toBeNull();
    await driven.close();
  });

  test('of marks that take the focus the first of each name is a button in the tab order', async () => {
    const driven = await open();
    await storeSettings(driver(), { marks: 'element' }, driven);
    await driven.page.waitForSelector('mark[tabindex="0"]');
    await driven.page.focus('#before');
    const stops: unknown[] = [];
    for (let press = 0; press < 3; press += 1) {
      await driven.page.keyboard.press('Tab');
      stops.push(
        await driven.page.evaluate(() => {
          const { activeElement } = document;
          const around = activeElement?.closest('p')?.id;
          return [activeElement?.textContent, activeElement?.getAttribute('role'), around];
        }),
      );
    }
    expect(stops).toEqual([
      ['naltrexone', 'button', 'first'],
      ['anhedonia', 'button', 'second'],
      ['schizophrenia', null, ''],
    ]);
    expect(await driven.page.$$('mark[tabindex]')).toHaveLength(2);

    // A first one that comes later takes over, and gives back when it goes.
    await driven.page.$eval('#before', (button) =>
      button.insertAdjacentHTML('afterend', '<p id="new">anhedonia</p>'),
    );
    const buttons = () =>
      driven.page.$$eval('mark[role="button"]', (marks) => marks.map((mark) => mark.closest('p')?.id));
    await expect.poll(buttons).toEqual(['new', 'first']);
    await driven.page.$eval('#new', (added) => added.remove());
    await expect.poll(buttons).toEqual(['first', 'second']);
    await storeSettings(driver(), { marks: 'highlight' }, driven);
    await driven.close();
  });
});
