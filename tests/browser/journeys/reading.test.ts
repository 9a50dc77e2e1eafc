import { describe, expect, test } from 'vitest';
import type { DrivenPage } from '../driver/driven-page.ts';
import { browsers, storeSettings, useBrowser } from './set-up.ts';

const heading = async ({ popover }: DrivenPage): Promise<string> => (await popover.find('h2'))?.text ?? '';
const hasFocusInside = ({ popover }: DrivenPage): Promise<boolean | undefined> =>
  popover.evaluate((root) => root.activeElement !== null);

/** Closes the card, if one is open, and then the tab. */
async function leave(driven: DrivenPage): Promise<void> {
  await driven.page.keyboard.press('Escape');
  await driven.popover.untilClosed();
  await driven.close();
}

describe.each(browsers)('%s', (kind) => {
  const driver = useBrowser(kind);

  test('a word is pointed at, explained, followed to a related entry, back, and closed', async () => {
    const driven = await driver().showPage('/papers/PMC5808396.html');
    const mark = await driven.hoverMark('PTSD');
    await driven.popover.until('Post-traumatic stress disorder');
    const text = await driven.popover.until('Medical information, not advice');
    expect(text).toMatch(/opioids/);
    expect(text).toMatch(/Reviewed \d+ \w+ \d{4}/);

    const card = await driven.popover.find('.ng-popover');
    expect(card && (card.y >= mark.y + mark.height || card.y + card.height <= mark.y)).toBe(true);
    expect(mark.kind).toBe('condition');

    const before = await heading(driven);
    await driven.popover.click('.ng-footer button');
    await driven.popover.until(/withdrawal/);
    expect(await heading(driven)).not.toBe(before);
    await driven.popover.click('button[aria-label="Back"]');
    await driven.popover.until(before);
    expect(await heading(driven)).toBe(before);

    await driven.page.keyboard.press('Escape');
    await driven.popover.untilClosed();
    expect(await driven.page.evaluate(() => document.querySelector('naltrexone-gloss'))).toBeNull();
    await leave(driven);
  });

  test('an identifier of a registered trial leads to its card', async () => {
    const driven = await driver().showPage('/trials/NCT02726035.html');
    await driven.hoverMark('NCT02726035');
    const text = await driven.popover.until('Withdrawn');
    expect(text).toContain('NCT02726035');
    expect((await driven.popover.findAll('a')).map((link) => link.text).join(' ')).toContain(
      'ClinicalTrials.gov',
    );
    await leave(driven);
  });

  test.each([
    ['an identifier of the guide that belongs to another study', 'NCT04602260', /belongs to another study/],
    ['one that very probably does', 'NCT04702295', /probably/],
    ['one that could not be found', 'NCT04665219', /could not be confirmed/],
    ['one we do not hold', 'NCT01385163', /not in this knowledge base/i],
    ['one nobody can hold, typed oddly', 'nct-99999999', /not in this knowledge base/i],
  ])('%s says so', async (_what, identifier, verdict) => {
    const path = driver().pages.add(`/${identifier}`, `<title>One</title><p>See ${identifier} for more.</p>`);
    const driven = await driver().showPage(path);
    await driven.hoverMark(identifier);
    await driven.popover.until(verdict);
    await leave(driven);
  });

  test('a link to a record says which, whatever its words are, and no more once it leads elsewhere', async () => {
    const record = 'https://clinicaltrials.gov/ct2/show/NCT04602260';
    const path = driver().pages.add(
      '/link',
      `<title>Link</title><p>The study was <a href="${record}">registered <b>beforehand</b></a>.</p>`,
    );
    const driven = await driver().showPage(path);
    await driven.hoverMark('registered beforehand');
    await driven.popover.until(/belongs to another study/);
    await driven.popover.until('This link leads to the record of NCT04602260 at ClinicalTrials.gov.');
    await driven.page.evaluate(() => document.querySelector('a')?.setAttribute('href', '/elsewhere'));
    await expect.poll(() => driven.marks()).toEqual([]);
    await driven.page.evaluate(
      (address) => document.querySelector('a')?.setAttribute('href', address),
      record,
    );
    await expect.poll(async () => (await driven.marks()).length).toBe(1);
    await leave(driven);
  });

  test('keys go from mention to mention and give the focus back', async () => {
    const path = driver().pages.add(
      '/keys',
      '<title>Keys</title><button id="b">A button</button><p>naltrexone</p><p hidden>anhedonia</p><p>schizophrenia</p>',
    );
    const driven = await driver().showPage(path);
    await driven.untilMarked();
    await driven.page.focus('#b');
    await driver().command(driven, 'next-mention');
    await driven.popover.until(/1 of 2\s+Naltrexone/);
    expect(await hasFocusInside(driven)).toBe(true);
    await driver().command(driven, 'next-mention');
    await driven.popover.until(/2 of 2\s+Schizophrenia/);
    await driver().command(driven, 'previous-mention');
    await driven.popover.until('1 of 2');
    await driven.page.keyboard.press('Escape');
    await driven.popover.untilClosed();
    expect(await driven.page.evaluate(() => document.activeElement?.id)).toBe('b');
    await leave(driven);
  });

  test('a finger asks what the words of a link are, and follows it with the next tap; a mouse clicks as always', async () => {
    const html = `<!doctype html><title>Links</title><body style="margin: 100px"><p>See <a href="#there">anhedonia and more</a>,
      schizophrenia and <button onclick="document.title = 'pressed'">PTSD</button>.</p>`;
    const driven = await driver().showPage(driver().pages.add('/links', html));
    await driven.untilMarked();
    const tap = async (words: string): Promise<void> => {
      const find = async () => (await driven.marks()).find(({ text }) => text === words);
      await expect.poll(find).toBeDefined();
      const mark = await find();
      await driven.page.touchscreen.tap((mark?.x ?? 0) + 5, (mark?.y ?? 0) + (mark?.height ?? 0) / 2);
    };
    const went = (): Promise<string> => driven.page.evaluate(() => location.hash);
    await tap('schizophrenia');
    await driven.popover.until('Schizophrenia');
    await tap('anhedonia');
    await driven.popover.until('Anhedonia');
    expect(await went()).toBe('');
    await tap('anhedonia');
    await expect.poll(went).toBe('#there');
    await driven.popover.untilClosed();
    await tap('PTSD');
    await expect.poll(() => driven.page.title()).toBe('pressed');
    expect(await driven.popover.isOpen()).toBe(false);

    await driven.page.evaluate(() => history.replaceState(null, '', location.pathname));
    await driven.clickMark('anhedonia');
    await expect.poll(went).toBe('#there');
    await leave(driven);
  });

  test('a page without any known name sees nothing of us', async () => {
    const html = '<!doctype html><title>Plain</title><p>Nothing of the kind, in <i>no</i> way.</p>';
    const driven = await driver().showPage(driver().pages.add('/plain', html));
    const popup = await driver().openToolbarPopup(driven);
    const words = (): Promise<string> =>
      popup.evaluate(({ document }) => document.querySelector('.ng-page-words')?.textContent ?? '');
    await expect.poll(words).toBe('Nothing on this page is in the knowledge base.');
    await popup.close();
    const traces = await driven.page.evaluate(() => [
      document.adoptedStyleSheets.length,
      CSS.highlights.size,
      document.querySelector('p')?.outerHTML,
      document.documentElement.children.length,
    ]);
    expect(traces).toEqual([0, 0, '<p>Nothing of the kind, in <i>no</i> way.</p>', 2]);
    await leave(driven);
  });

  test('pausing removes every trace at once, and resuming brings the marks back', async () => {
    const driven = await driver().showPage('/papers/PMC4432875.html');
    await driven.untilMarked();
    const sheets = (): Promise<number> => driven.page.evaluate(() => document.adoptedStyleSheets.length);
    const names = (): Promise<number> => driven.page.evaluate(() => [...CSS.highlights.keys()].length);
    await storeSettings(driver(), { sites: new Map([['127.0.0.1', { mode: 'off' }]]) }, driven);
    await expect
      .poll(async () => [(await driven.marks()).length, await sheets(), await names()])
      .toEqual([0, 0, 0]);
    await storeSettings(driver(), {}, driven);
    expect((await driven.untilMarked()).length).toBeGreaterThan(0);
    await leave(driven);
  });

  test('marks that take the focus are reached with Tab, explained with Enter, and leave nothing behind', async () => {
    const html = '<title>Tab</title><p>About <b>nal</b>trexone, and anhedonia.</p>';
    const driven = await driver().showPage(driver().pages.add('/tab', html));
    await driven.untilMarked();
    const tree = (): Promise<string> => driven.page.evaluate(() => document.body.innerHTML);
    const before = await tree();
    await storeSettings(driver(), { marks: 'element' }, driven);
    await driven.page.waitForSelector('mark[tabindex="0"]');
    await driven.page.keyboard.press('Tab');
    await driven.page.keyboard.press('Tab');
    await driven.page.keyboard.press('Enter');
    await driven.popover.until('Anhedonia');
    expect(await hasFocusInside(driven)).toBe(true);
    await driven.page.keyboard.press('Escape');
    await driven.popover.untilClosed();
    expect(await driven.page.evaluate(() => document.activeElement?.textContent)).toBe('anhedonia');
    // The focus is on the word again, and that alone does not ask for its card: so long a rest would.
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(await driven.popover.isOpen()).toBe(false);
    await driven.page.keyboard.press('Enter');
    await driven.popover.until('Anhedonia');
    await driven.popover.click('button[aria-label="Close"]');
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(await driven.popover.isOpen()).toBe(false);
    await storeSettings(driver(), { marks: 'highlight' }, driven);
    await expect.poll(tree).toBe(before);
    await leave(driven);
  });

  test('frames and words that come later are read', async () => {
    const inner = driver().pages.add('/inner', '<title>Inner</title><p>schizophrenia</p>');
    const html = `<title>Outer</title><p id="p">Nothing yet.</p><iframe src="${inner}" width="400" height="200"></iframe>`;
    const driven = await driver().showPage(driver().pages.add('/outer', html));
    await driven.page.$eval('#p', (p) => {
      p.textContent = 'Now there is anhedonia.';
    });
    expect((await driven.untilMarked()).map(({ text }) => text)).toEqual(['anhedonia']);
    const frame = driven.page.frames().find((each) => each.url().endsWith('/inner'));
    await expect
      .poll(() => frame?.evaluate(() => CSS.highlights.get('naltrexone-gloss-condition')?.size))
      .toBe(1);
    await leave(driven);
  });
});
