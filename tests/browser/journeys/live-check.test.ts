// One identifier from the page to the registry's answer: asked for on a card, allowed in the popup, and never otherwise.

import { mkdirSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { registryRecords } from '@/tests/fixtures/registry-answers.ts';
import { asRecorded } from '../driver/as-recorded.ts';
import type { DrivenPage } from '../driver/driven-page.ts';
import { type Driver, launch } from '../driver/launch.ts';
import { type RegistryServer, serveRegistry } from '../driver/registry-server.ts';
import { browsers } from './set-up.ts';

// The record says 24 people and completed; nobody has a record of the second; the third is one of the guide's.
const known = 'NCT03418623';
const unknown = 'NCT09999999';
const ofGuide = 'NCT04698070';
// Our copy, of 11 July 2018, says 22 people.
const copied = 'NCT02736474';
const html = `<!doctype html><html lang="en"><title>Trials</title><style>body { margin: 2em; font: 18px/1.6 serif }</style>
<p>The trial (${known}) enrolled 120 patients with alcohol use disorder.</p>
<p>Another one is ${unknown}.</p>
<p>The guide lists ${ofGuide}.</p>
<p>A trial of naltrexone in 120 adults (${copied}).</p><p>In ${copied}, 22 people took part.</p>`;

/** Every state is drawn here, for people to look at. */
const pictures = join(tmpdir(), 'naltrexone-gloss-live-check');

const ask = '.ng-check-button';
const note = '.ng-live-note';

describe.each(browsers)('%s', (kind) => {
  let registry: RegistryServer;
  let driver: Driver;
  let paper: DrivenPage;

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    registry = await serveRegistry();
    driver = await launch(kind, undefined, registry);
    paper = await driver.openPage(driver.pages.add('/trials', html));
    await paper.untilMarked();
  }, 120_000);
  afterAll(async () => {
    const problems = await driver.ownProblems();
    await driver.close();
    await registry.close();
    expect(problems).toEqual([]);
  });
  beforeEach(() => registry.answer(asRecorded));

  const openCard = async (id: string): Promise<void> => {
    await paper.page.bringToFront();
    await paper.page.mouse.move(5, 5);
    await paper.hoverMark(id);
    await paper.popover.until(id);
    // Pressed, it stays.
    await paper.popover.click('.ng-title');
  };
  const closeCard = async (): Promise<void> => {
    await paper.page.bringToFront();
    await paper.page.keyboard.press('Escape');
    await paper.popover.untilClosed();
  };
  const picture = async (page: Page, name: string): Promise<void> => {
    for (const colours of ['light', 'dark'] as const) {
      await driver.engine.prefer(page, { colours });
      writeFileSync(join(pictures, `${kind}-${name}-${colours}.png`), await page.screenshot());
    }
    await driver.engine.prefer(page, {});
  };
  const openPopup = (id: string): Promise<Page> =>
    driver.engine.openExtensionPage(`popup.html#${encodeURIComponent(`trial:${id}`)}`);
  const words = (page: Page, selector: string): Promise<string> =>
    page.$eval(selector, ({ textContent }) => (textContent ?? '').replace(/\s+/g, ' ').trim());
  const differingMarks = (): Promise<number> =>
    paper.page.evaluate(() => CSS.highlights.get('naltrexone-gloss-differing')?.size ?? 0);

  test('where we hold a copy of a record, the page is held against it, and nothing is sent', async () => {
    await expect.poll(differingMarks).toBe(1);
    await openCard(copied);
    await paper.popover.until(
      'This page says 120 participants, the registry says 22 (as of 11 Jul 2018, by our copy).',
    );
    await picture(paper.page, '0-page-differs-from-our-copy');
    await closeCard();
    expect(registry.requests).toEqual([]);
  });

  test('a card offers the check; pressed, it says what would be sent and leads to the popup, and sends nothing', async () => {
    await openCard(known);
    expect(await paper.popover.text()).toContain('Not checked');
    await picture(paper.page, '1-offered');
    await paper.popover.click(ask, 'Check the registry now');
    await paper.popover.until(`the identifier ${known} is sent to ClinicalTrials.gov and nothing else`);
    await picture(paper.page, '2-not-allowed-on-a-page');
    // The focus stays on the button, whatever is on it.
    expect(
      await paper.popover.evaluate((root) => root.activeElement?.classList.contains('ng-check-button')),
    ).toBe(true);

    const helper = await driver.openPopupTab();
    await paper.page.bringToFront();
    await paper.popover.click(ask, 'Allow it in the extension’s window');
    const offered = () =>
      helper.page.evaluate(() => {
        const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
        const [popup] = api.extension.getViews({ type: 'popup' });
        return popup?.document.querySelector('.ng-check-button')?.textContent;
      });
    await expect.poll(offered, { timeout: 10_000 }).toBe('Allow and check');
    // It would keep the focus.
    await helper.page.evaluate(() => {
      const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
      api.extension.getViews({ type: 'popup' })[0]?.close();
    });
    await helper.close();
    await closeCard();
    expect(registry.requests).toEqual([]);
  });

  test('what the browser is told not to allow is not sent', async () => {
    const page = await openPopup(known);
    await page.waitForSelector(ask);
    await expect.poll(() => words(page, ask)).toBe('Allow and check');
    expect(await words(page, note)).toContain(`the identifier ${known} is sent to ClinicalTrials.gov`);
    await picture(page, '3-not-allowed');
    await driver.engine.answerRequest(false, () => page.click(ask));
    // Chromium’s question is out of reach, and stays open.
    if (kind === 'firefox') {
      await expect.poll(() => words(page, note)).toBe('It was not allowed, so nothing was sent.');
      await picture(page, '4-refused');
    }
    await page.close();
    expect(registry.requests).toEqual([]);
  });

  test('allowed in the popup, the identifier alone is sent, and the record is shown', async () => {
    const page = await openPopup(known);
    await page.waitForSelector(ask);
    await expect.poll(() => words(page, ask)).toBe('Allow and check');
    await driver.engine.answerRequest(true, () => page.click(ask));
    await expect.poll(() => words(page, note)).toBe('The registry has answered.');
    expect(registry.requests.map(({ url }) => url)).toEqual([
      `https://clinicaltrials.gov/api/v2/studies/${known}?format=json`,
    ]);
    const card = await words(page, '.ng-card');
    expect(card).toContain('Confirmed: a record exists');
    expect(card).toContain('24 people took part');
    expect(card).toContain('Completed');
    expect(card).toContain('59 days before it began');
    expect(card).toContain('just now');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('ng-check-button');
    await picture(page, '5-answered');

    const summary = await page.$('.ng-rule summary');
    await summary?.click();
    expect(await words(page, '.ng-rule[open]')).toContain('ICMJE Recommendations');
    await page.close();
  });

  test('the card on the page shows the kept answer, and where the page says otherwise; so does the mark', async () => {
    expect(await differingMarks()).toBe(1);
    await openCard(known);
    await paper.popover.click(ask, 'Check the registry now');
    await paper.popover.until('kept for a day');
    await paper.popover.until('This page says 120 participants, the registry says 24 (as of 8 Oct 2020).');
    await picture(paper.page, '6-page-differs');
    expect(await differingMarks()).toBe(2);
    expect(registry.requests).toHaveLength(1);
  });

  /** What was copied, as another page would get it. */
  const pasted = async (): Promise<string> => {
    const other = await driver.openPage(
      driver.pages.add('/paste', '<!doctype html><title>Paste</title><textarea></textarea>'),
    );
    const canRead = kind === 'chromium';
    if (canRead) {
      const context = driver.engine.browser.defaultBrowserContext();
      await context.overridePermissions(driver.pages.origin, ['clipboard-read']);
    }
    await other.page.click('textarea');
    await other.page.keyboard.down('Control');
    await other.page.keyboard.press('v');
    await other.page.keyboard.up('Control');
    const text = await other.page.evaluate(
      (reads) => (reads ? navigator.clipboard.readText() : (document.querySelector('textarea')?.value ?? '')),
      canRead,
    );
    await other.close();
    await paper.page.bringToFront();
    return text;
  };

  const day = new Date().toISOString().slice(0, 10);
  test.each<[form: string, has: string | RegExp]>([
    ['Identifier', /^NCT03418623$/],
    ['NLM (Vancouver)', 'ClinicalTrials.gov [Internet]'],
    ['AMA', `ClinicalTrials.gov identifier: ${known}. Updated October 8, 2020. Accessed`],
    ['BibTeX', `note = {Accessed ${day}}`],
    ['RIS', `N1  - Accessed ${day}`],
    ['Markdown link', `(https://clinicaltrials.gov/study/${known}) (accessed ${day})`],
  ])('and is copied: %s', async (form, has) => {
    await paper.popover.evaluate((root) => {
      const cite = root.querySelector('details.ng-cite');
      if (cite instanceof HTMLDetailsElement) cite.open = true;
      cite?.scrollIntoView({ block: 'end', behavior: 'instant' });
    });
    await paper.popover.click('.ng-small-button', form);
    await paper.popover.until(`Copied: ${form}.`);
    if (form === 'NLM (Vancouver)') await picture(paper.page, '7-copied');
    const text = await pasted();
    if (typeof has === 'string') expect(text).toContain(has);
    else expect(text).toMatch(has);
  });

  test('“check again” asks anew; an identifier without a record is told so', async () => {
    await closeCard();
    const before = registry.requests.length;
    await openCard(known);
    await paper.popover.click(ask, 'Check again');
    await paper.popover.until('The registry has answered.');
    expect(registry.requests).toHaveLength(before + 1);
    await closeCard();
    await openCard(unknown);
    await paper.popover.click(ask, 'Check the registry now');
    await paper.popover.until('No such record');
    await picture(paper.page, '8-no-such-record');
    await closeCard();
  });

  test('of one of the guide’s, guide and record stand side by side, and what disagrees is marked', async () => {
    const record = JSON.parse(registryRecords.get(known) ?? '');
    record.protocolSection.identificationModule.nctId = ofGuide;
    record.protocolSection.conditionsModule.conditions = ['Malnutrition'];
    registry.answer((_request, response) => void response.writeHead(200).end(JSON.stringify(record)));
    await openCard(ofGuide);
    await paper.popover.click(ask, 'Check the registry now');
    await paper.popover.until('The registry has answered.');
    const disagreeing = (await paper.popover.findAll('.ng-beside-side .ng-disagrees')).map(
      ({ text }) => text,
    );
    expect(disagreeing.join(' ')).toMatch(/naltrexone/i);
    await picture(paper.page, '9-of-the-guide');
    await closeCard();
  });

  test.each<[name: string, says: string, answer: (response: ServerResponse) => void]>([
    ['malformed', 'does not take this for an identifier', (response) => response.writeHead(400).end()],
    ['busy', 'is busy', (response) => response.writeHead(429, { 'retry-after': '3600' }).end()],
    ['offline', 'could not be reached', (response) => response.destroy()],
    ['unreadable', 'not with a record that can be read', (response) => response.writeHead(200).end('<html>')],
    ['unexpected', 'something on the way refused it', (response) => response.writeHead(403).end()],
    ['timed-out', 'did not answer within ten seconds', () => undefined],
  ])('a check that fails says why: %s', async (name, says, answer) => {
    registry.answer((_request, response) => answer(response));
    await openCard(unknown);
    await paper.popover.click(ask);
    if (name === 'timed-out') {
      await paper.popover.until('Asking the registry …');
      await picture(paper.page, 'a-waiting');
      await expect.poll(() => paper.popover.text(), { timeout: 15_000 }).not.toContain('Asking');
    }
    await paper.popover.until(says);
    expect(await paper.popover.find(ask)).toMatchObject({ text: 'Try again' });
    await picture(paper.page, `b-${name}`);
    await closeCard();
  });

  test('an alias is followed, and told', async () => {
    const record = JSON.parse(registryRecords.get(known) ?? '');
    record.protocolSection.identificationModule.nctIdAliases = [unknown];
    registry.answer((_request, response) => void response.writeHead(200).end(JSON.stringify(record)));
    await openCard(unknown);
    await paper.popover.click(ask);
    await paper.popover.until(`${unknown} is another identifier of ${known}: this is that record.`);
    await picture(paper.page, 'c-alias');
    await closeCard();
  });

  test('made automatic in the settings, a card that is opened is checked; taken back, nothing is sent', async () => {
    const options = await driver.engine.openExtensionPage('options.html');
    await options.waitForFunction(() => document.body.textContent?.includes('You allowed this on'));
    const toggle = await options.waitForSelector('::-p-aria([name="Check every trial whose card I open"])');
    await toggle?.click();
    await options.waitForFunction(
      () =>
        [...document.querySelectorAll('[role=switch]')].find(({ textContent }) =>
          textContent?.includes('Check every trial'),
        )?.ariaChecked === 'true',
    );
    await picture(options, 'd-settings');
    const other = await driver.openPage(
      driver.pages.add('/another', '<!doctype html><title>Another</title><p>It is NCT00763412.'),
    );
    await other.untilMarked();
    const before = registry.requests.length;
    await other.hoverMark('NCT00763412');
    await other.popover.until('The registry has answered.');
    expect(registry.requests).toHaveLength(before + 1);

    await options.bringToFront();
    await (await options.waitForSelector('::-p-text(Take it back)'))?.click();
    await options.waitForFunction(() => document.body.textContent?.includes('This is off: nothing is sent.'));
    await options.close();
    await other.page.bringToFront();
    await other.page.reload();
    await other.untilMarked();
    await other.page.mouse.move(5, 5);
    await other.hoverMark('NCT00763412');
    await other.popover.click(ask, 'Check the registry now');
    await other.popover.until('Nothing is sent before you allow that');
    expect(registry.requests).toHaveLength(before + 1);
    await other.close();
  });
});
