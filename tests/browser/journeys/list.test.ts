// The list of a page's mentions: one command away, for everyone who would rather read a list than look for underlines.
import { describe, expect, test } from 'vitest';
import type { DrivenPage } from '../driver/driven-page.ts';
import { browsers, useBrowser } from './set-up.ts';

const html = `<!doctype html><html lang="en"><title>List</title><body>
<button id="before">Before</button>
<p>Low-dose <b>naltrexone</b> was given for anhedonia.</p>
<p hidden>schizophrenia</p>
<div style="height: 3000px"></div>
<p id="far">Much later there is schizophrenia, and anhedonia again.</p>
</body></html>`;

describe.each(browsers)('%s', (kind) => {
  const driver = useBrowser(kind);
  let count = 0;

  const openPage = async (body = html): Promise<DrivenPage> => {
    count += 1;
    return driver().showPage(driver().pages.add(`/list-${count}`, body));
  };
  const openList = async (body = html): Promise<DrivenPage> => {
    const driven = await openPage(body);
    await driven.untilMarked();
    await driven.page.focus('#before');
    await driver().command(driven, 'list-mentions');
    await driven.popover.until('Known words on this page');
    await expect.poll(() => focused(driven)).toBe('Narrow the list');
    return driven;
  };
  const focused = ({ popover }: DrivenPage) =>
    popover.evaluate((root) => {
      const { activeElement } = root;
      return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent;
    });
  const options = async ({ popover }: DrivenPage): Promise<string[]> =>
    (await popover.findAll('[role="option"]')).map(({ text }) => text.replace(/\s+/g, ' ').trim());
  const chosen = ({ popover }: DrivenPage) =>
    popover.evaluate((root) => {
      const active = root.querySelector('input')?.getAttribute('aria-activedescendant');
      return root.querySelector(`#${active}[aria-selected="true"] b`)?.textContent;
    });
  const focusOnPage = ({ page }: DrivenPage) => page.evaluate(() => document.activeElement?.id);

  test('shows every mention a reader could come to, in order and with the words around it', async () => {
    const driven = await openList();
    expect(await options(driven)).toEqual([
      expect.stringMatching(/^1 Low-dose naltrexone was given for anhedonia\. Term$/),
      expect.stringMatching(/^2 .*anhedonia\. Term$/),
      expect.stringMatching(/^3 Much later there is schizophrenia, and anhedonia again\. Condition$/),
      expect.stringMatching(/^4 .*anhedonia again\. Term$/),
    ]);
    expect((await driven.popover.find('[role="status"]'))?.text).toBe('4 mentions');
    await driven.page.keyboard.press('Escape');
    await driven.popover.untilClosed();
    expect(await focusOnPage(driven)).toBe('before');
    expect(await driven.page.$('naltrexone-gloss')).toBeNull();
    await driven.close();
  });

  test('is narrowed by typing and by kind, and Enter goes there', async () => {
    const driven = await openList();
    await driven.page.evaluate(() => {
      document.addEventListener('keydown', ({ key }) => document.body.setAttribute('data-heard', key));
      document.addEventListener('keyup', ({ key }) => document.body.setAttribute('data-heard', key));
    });
    await driven.page.keyboard.type('anhe');
    await expect.poll(async () => (await options(driven)).length).toBe(2);
    expect((await driven.popover.find('[role="status"]'))?.text).toBe('2 of 4');
    await driven.page.keyboard.press('ArrowDown');
    expect(await chosen(driven)).toBe('anhedonia');
    await driven.page.keyboard.press('Enter');
    await driven.popover.until(/4 of 4\s+Anhedonia/);
    expect(await driven.page.evaluate(() => scrollY)).toBeGreaterThan(1000);
    await driven.page.keyboard.press('Escape');
    await driven.popover.untilClosed();
    expect(await focusOnPage(driven)).toBe('before');
    // What was typed in the list was no shortcut of the page.
    expect(await driven.page.evaluate(() => document.body.getAttribute('data-heard'))).toBeNull();
    await driven.close();
  });

  test('a kind is chosen with Tab and Space, and the focus stays in the dialog', async () => {
    const driven = await openList();
    const stops: unknown[] = [];
    for (let press = 0; press < 7; press += 1) {
      await driven.page.keyboard.press('Tab');
      stops.push(await focused(driven));
    }
    expect(stops).toEqual(['All', 'Terms', 'Conditions', 'Trials', 'Topics', 'Close', 'Narrow the list']);
    await driven.page.keyboard.down('Shift');
    for (let press = 0; press < 4; press += 1) await driven.page.keyboard.press('Tab');
    await driven.page.keyboard.up('Shift');
    expect(await focused(driven)).toBe('Conditions');
    await driven.page.keyboard.press(' ');
    await expect.poll(() => chosen(driven)).toBe('schizophrenia');
    expect(await focused(driven)).toBe('Narrow the list');
    await driven.page.keyboard.press('Enter');
    await driven.popover.until(/3 of 4\s+Schizophrenia/);
    await driven.close();
  });

  test('a click goes there, a press beside closes, and the command closes too', async () => {
    const driven = await openList();
    await driven.popover.click('#ng-mention-2');
    await driven.popover.until(/3 of 4\s+Schizophrenia/);
    await driver().command(driven, 'list-mentions');
    await driven.popover.until('Known words on this page');
    await driven.page.mouse.click(1150, 850);
    await driven.popover.untilClosed();
    await driver().command(driven, 'list-mentions');
    await driven.popover.until('Known words on this page');
    await driver().command(driven, 'list-mentions');
    await driven.popover.untilClosed();
    await driven.close();
  });

  test('says so where nothing is known, and where nothing matches', async () => {
    const driven = await openPage('<!doctype html><title>None</title><p>anhedonia</p>');
    // It is being read before it is asked.
    await driven.untilMarked();
    await driven.page.evaluate(() => document.querySelector('p')?.replaceChildren('Nothing at all.'));
    await expect.poll(() => driven.marks()).toEqual([]);
    await driver().command(driven, 'list-mentions');
    await driven.popover.until('Nothing on this page is known here');
    await driven.page.keyboard.press('Escape');
    await driven.close();
    const other = await openList();
    await other.page.keyboard.type('zzz');
    await other.popover.until('None of them matches');
    await other.close();
  });

  test.each([
    [320, 568],
    [400, 300],
  ])('fits into a window of %i by %i', async (width, height) => {
    const driven = await openPage();
    await driven.page.setViewport({ width, height });
    await driven.untilMarked();
    await driver().command(driven, 'list-mentions');
    await driven.popover.until('Known words on this page');
    const frame = await driven.popover.find('.ng-frame');
    expect(
      frame && [frame.x >= 0, frame.x + frame.width <= width, frame.y >= 0, frame.y + frame.height <= height],
    ).toEqual([true, true, true, true]);
    await driven.close();
  });
});
