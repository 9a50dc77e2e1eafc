// All trials of a page, checked at the registry: asked for, allowed, under way, cancelled, done.

import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asRecorded } from '../driver/as-recorded.ts';
import type { DrivenPage } from '../driver/driven-page.ts';
import { type Driver, launch } from '../driver/launch.ts';
import { type RegistryServer, serveRegistry } from '../driver/registry-server.ts';
import { browsers } from './set-up.ts';

// Two records that were saved, one of the guide's, and one that no record was saved of.
const ids = ['NCT03418623', 'NCT00763412', 'NCT04602260', 'NCT09999999'];
const html = `<!doctype html><html lang="en"><title>Trials</title><p>${ids.join(', ')} and ISRCTN12345678.</p>`;

describe.each(browsers)('%s', (kind) => {
  let registry: RegistryServer;
  let driver: Driver;
  let paper: DrivenPage;
  let page: Page;

  beforeAll(async () => {
    registry = await serveRegistry();
    driver = await launch(kind, undefined, registry);
    paper = await driver.openPage(driver.pages.add('/trials', html));
    await paper.untilMarked();
    const popup = await driver.openToolbarPopup(paper);
    const tabId = await popup.evaluate(async (window) => {
      const { tabs } = Reflect.get(window, 'browser') ?? Reflect.get(window, 'chrome');
      const [tab] = await tabs.query({ active: true, currentWindow: true });
      return Number(tab.id);
    });
    await popup.close();
    page = await driver.engine.openExtensionPage(`trials.html?tab=${tabId}`);
    await page.waitForSelector('.ng-trials tbody tr:nth-child(5)');
  }, 120_000);
  afterAll(async () => {
    const problems = await driver.ownProblems();
    await driver.close();
    await registry.close();
    expect(problems).toEqual([]);
  });
  beforeEach(() => registry.answer(asRecorded));

  const words = () => page.$eval('.ng-trials', ({ textContent }) => (textContent ?? '').replace(/\s+/g, ' '));
  const rowOf = (id: string) =>
    page.$$eval(
      '.ng-trials tbody tr',
      (rows, wanted) =>
        rows.find(({ textContent }) => textContent?.includes(wanted))?.textContent?.replace(/\s+/g, ' '),
      id,
    );
  const press = '.ng-trials-check .ng-button';

  test('nothing is sent before the reader allows it, nor when the browser’s question is refused', async () => {
    expect(await words()).toContain('Check all 4 at ClinicalTrials.gov');
    await page.click(press);
    await expect.poll(words).toContain('the identifiers are sent to ClinicalTrials.gov, nothing else');
    await page.click('.ng-trials-check .ng-plain-button');
    await expect.poll(words).toContain('Check all 4 at ClinicalTrials.gov');
    expect(registry.requests).toEqual([]);
  });

  test('a run can be cancelled, and what was answered stays', async () => {
    await page.click(press);
    await page.waitForSelector('.ng-trials-check p');
    // The second is never answered.
    registry.answer((request, response) => {
      if (registry.requests.length < 2) asRecorded(request, response);
    });
    await driver.engine.answerRequest(true, () => page.click(press));
    await expect.poll(words, { timeout: 15_000 }).toContain('1 of 4 done');
    expect(await page.$eval('progress', ({ value, max }) => [value, max])).toEqual([1, 4]);
    await page.click(press);
    await expect.poll(words).toContain('Stopped after 1 of 4');
    expect(await rowOf('NCT03418623')).toContain('a record exists');
  });

  test('a run tells of each what the registry says, once a second and each asked about once', async () => {
    const before = registry.requests.length;
    await page.click(press);
    await expect.poll(words, { timeout: 60_000 }).toContain('4 checked');
    expect(await rowOf('NCT03418623')).toMatch(/a record exists.*registry, /);
    expect(await rowOf('NCT09999999')).toContain('No such record');
    // The guide's own claim is still what it was.
    expect(await rowOf('NCT04602260')).toMatch(/belongs to another study|No such record/);
    const asked = registry.requests.slice(before).map(({ url }) => /NCT\d{8}/.exec(url)?.[0]);
    expect(new Set(asked).size).toBe(asked.length);
  });
});
