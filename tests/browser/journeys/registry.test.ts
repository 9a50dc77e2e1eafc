import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RegistryCheck } from '@/core/registry-check.ts';
import type { BrowserKind } from '@/scripts/browser/find-browser.ts';
import { registryRecords } from '@/tests/fixtures/registry-answers.ts';
import { asRecorded } from '../driver/as-recorded.ts';
import type { DrivenPage } from '../driver/driven-page.ts';
import { type Driver, launch } from '../driver/launch.ts';
import { type RegistryServer, serveRegistry } from '../driver/registry-server.ts';
import { browsers } from './set-up.ts';

const id = 'NCT03418623';

const origin = 'https://clinicaltrials.gov/*';
/** What the extension requests of each browser; only Firefox knows kinds of data. */
const wantedOf = (kind: BrowserKind): object => ({
  origins: [origin],
  ...(kind === 'firefox' && { data_collection: ['websiteContent'] }),
});

const elsewhere = /\/elsewhere$/;
/** What the browser says of itself in every request, and how it keeps the connection and its caches. */
const byBrowser =
  /^(?:user-agent|accept-(?:language|encoding)|sec-|te$|priority$|connection$|dnt$|pragma$|cache-control$)/;

describe.each(browsers)('%s', (kind) => {
  let registry: RegistryServer;
  let driver: Driver;
  let tab: DrivenPage;

  beforeAll(async () => {
    registry = await serveRegistry();
    driver = await launch(kind, undefined, registry);
    tab = await driver.openPopupTab();
  }, 120_000);
  afterAll(async () => {
    const problems = await driver.ownProblems();
    const sent = await driver.foreignRequests();
    await driver.close();
    await registry.close();
    const studies = /^https:\/\/clinicaltrials\.gov\/api\/v2\/studies\/NCT\d{8}\?format=json$/;
    // The policy of the extension stops the one redirect to another host, and the browser says so.
    expect(sent.map(({ url }) => url).filter((url) => !studies.test(url) && !elsewhere.test(url))).toEqual(
      [],
    );
    expect(problems.filter(({ text }) => !/connect-src/.test(text))).toEqual([]);
    expect(driver.pages.asked.filter((path) => elsewhere.test(path))).toEqual([]);
    expect(registry.requests.map(({ url }) => url).filter((url) => !studies.test(url))).toEqual([]);
    expect(registry.strangeHosts.filter((host) => host.includes('clinicaltrials'))).toEqual([]);
  });
  beforeEach(() => registry.answer(asRecorded));

  const check = (asked: string, again = false): Promise<RegistryCheck> =>
    tab.page.evaluate(
      async (trial, anew) => {
        const { runtime } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
        return runtime.sendMessage({
          question: 'checkTrial',
          with: [trial, { again: anew, isPrivate: false }],
        });
      },
      asked,
      again,
    );

  /** Requests what the extension requests, with a real click of the reader, who then answers the browser. */
  const requestPermission = async (isAllowed: boolean): Promise<boolean> => {
    const { page } = tab;
    await page.bringToFront();
    await page.evaluate((wanted) => {
      const { permissions } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
      const request = (resolve: (given: boolean) => void): void =>
        addEventListener('click', () => resolve(permissions.request(wanted)), { once: true, capture: true });
      Reflect.set(globalThis, 'requested', new Promise(request));
    }, wantedOf(kind));
    await driver.engine.answerRequest(isAllowed, () => page.mouse.click(5, 5));
    if (kind === 'chromium' && !isAllowed) return false; // its question stays open
    return page.evaluate(() => Reflect.get(globalThis, 'requested'));
  };

  const storedKeys = (): Promise<string[]> =>
    tab.page.evaluate(async () => {
      const { storage } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
      return Object.keys(await storage.local.get(null)).filter((key) => key.startsWith('registry'));
    });

  const setConsent = (given: boolean): Promise<void> =>
    tab.page.evaluate(async (isGiven) => {
      const { storage } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
      if (isGiven) await storage.local.set({ registryConsent: { given: '2026-11-23', automatic: false } });
      else await storage.local.remove('registryConsent');
    }, given);

  test('nothing is sent without consent', async () => {
    expect(await check(id)).toEqual({ kind: 'not-allowed', missing: 'consent' });
    expect(registry.requests).toEqual([]);
  });

  test('nor with consent and without the browser’s permission, refused or not asked for', async () => {
    await setConsent(true);
    expect(await check(id)).toEqual({ kind: 'not-allowed', missing: 'permission' });
    expect(await requestPermission(false)).toBe(false);
    expect(await check(id)).toEqual({ kind: 'not-allowed', missing: 'permission' });
    expect(registry.requests).toEqual([]);
  });

  test('nor with the permission and without consent', async () => {
    await setConsent(false);
    // Where the question of the last test is still open, a page of its own asks anew.
    await tab.close();
    tab = await driver.openPopupTab();
    expect(await requestPermission(true)).toBe(true);
    expect(await check(id)).toEqual({ kind: 'not-allowed', missing: 'consent' });
    expect(registry.requests).toEqual([]);
  });

  test('with both, the production build reaches the registry and sends the identifier alone', async () => {
    await setConsent(true);
    expect(await check(id)).toMatchObject({ kind: 'answered', facts: { id }, isKept: false });
    const [request, ...others] = registry.requests;
    expect(others).toEqual([]);
    expect(request).toMatchObject({
      method: 'GET',
      url: `https://clinicaltrials.gov/api/v2/studies/${id}?format=json`,
    });
    const headers = Object.entries(request?.headers ?? {}).filter(([name]) => !byBrowser.test(name));
    expect(Object.fromEntries(headers)).toEqual({ accept: 'application/json', host: 'clinicaltrials.gov' });
    // Every browser says these as it does to everybody.
    expect(JSON.stringify(request?.headers)).not.toMatch(/extension|gloss/i);
  });

  test('what is kept is not asked for twice, also by a background that was killed', async () => {
    const before = registry.requests.length;
    expect(await check(id)).toMatchObject({ kind: 'answered', isKept: true });
    await driver.killBackground();
    expect(await check(id)).toMatchObject({ kind: 'answered', isKept: true });
    expect(registry.requests).toHaveLength(before);
  });

  test('four identifiers at once are asked for within three seconds at the least', async () => {
    const ids = ['NCT00763412', 'NCT00973089', 'NCT03475563', 'NCT06171568'];
    const before = registry.requests.length;
    const begun = Date.now();
    const answers = await Promise.all(ids.map((each) => check(each)));
    expect(answers.map(({ kind: how }) => how)).toEqual(ids.map(() => 'answered'));
    const sent = registry.requests.slice(before);
    expect(sent).toHaveLength(ids.length);
    expect((sent.at(-1)?.at ?? 0) - begun).toBeGreaterThanOrEqual((ids.length - 1) * 1000);
  });

  test('asked several times at once for one identifier, it sends one request', async () => {
    const before = registry.requests.length;
    await Promise.all([1, 2, 3, 4].map(() => check('NCT06970236')));
    expect(registry.requests).toHaveLength(before + 1);
  });

  test('asked again it sends the etag', async () => {
    registry.answer((_request, response) => void response.writeHead(304).end());
    expect(await check(id, true)).toMatchObject({ kind: 'answered', isKept: true });
    expect(registry.requests.at(-1)?.headers['if-none-match']).toBe('"1"');
  });

  test.each<[what: string, answer: (response: ServerResponse) => void, outcome: object]>([
    [
      'no such record',
      (response) =>
        response.writeHead(404, { 'content-type': 'text/plain' }).end('NCT number NCT01874951 not found'),
      { kind: 'no-such-record' },
    ],
    [
      'a page of somebody on the way that knows nothing',
      (response) =>
        response.writeHead(404, { 'content-type': 'text/html' }).end('<html>NCT01874951 not found'),
      { kind: 'failed', why: 'unreadable' },
    ],
    [
      'a malformed identifier',
      (response) => response.writeHead(400).end('Parameter `nctId` has incorrect format'),
      { kind: 'failed', why: 'malformed' },
    ],
    [
      'a web page',
      (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
      { kind: 'failed', why: 'unreadable' },
    ],
    [
      'another record',
      (response) => response.writeHead(200).end(registryRecords.get('NCT00763412')),
      { kind: 'failed', why: 'unreadable' },
    ],
    ['nothing, and hangs up', (response) => response.destroy(), { kind: 'failed', why: 'offline' }],
    [
      'that it is busy, for longer than anybody waits',
      (response) => response.writeHead(429, { 'retry-after': '3600' }).end(),
      { kind: 'failed', why: 'busy' },
    ],
    [
      'fifty megabytes',
      (response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const megabyte = ' '.repeat(1_000_000);
        let left = 50;
        const more = (): void => {
          while (left-- > 0) if (!response.write(megabyte)) return void response.once('drain', more);
          response.end();
        };
        response.on('error', () => undefined);
        more();
      },
      { kind: 'failed', why: 'too-large' },
    ],
    ['nothing at all', () => undefined, { kind: 'failed', why: 'timed-out' }],
  ])('the registry answers with %s', async (_what, answer, outcome) => {
    registry.answer((_request, response) => answer(response));
    expect(await check('NCT01874951')).toMatchObject(outcome);
  });

  test('an alias is followed and told', async () => {
    const record = JSON.parse(registryRecords.get(id) ?? '');
    record.protocolSection.identificationModule.nctIdAliases = ['NCT07048704'];
    registry.answer(({ url }, response) => {
      if (url.includes('NCT07048704')) {
        response.writeHead(301, { location: `/api/v2/studies/${id}?format=json` }).end();
      } else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(record));
    });
    expect(await check('NCT07048704')).toMatchObject({
      kind: 'answered',
      facts: { id, askedAs: 'NCT07048704' },
    });
  });

  test('a redirect to another host is not followed', async () => {
    registry.answer(
      (_request, response) =>
        void response.writeHead(301, { location: `${driver.pages.origin}/elsewhere` }).end(),
    );
    expect(await check('NCT01874951')).toMatchObject({ kind: 'failed' });
    expect(driver.pages.asked).not.toContain('/elsewhere');
  });

  test('a registry that is busy for a moment is asked again', async () => {
    let answered = 0;
    registry.answer((_request, response) => {
      if (answered++ === 0) response.writeHead(503).end();
      else response.writeHead(404, { 'content-type': 'text/plain' }).end('NCT number NCT01874951 not found');
    });
    expect(await check('NCT01874951')).toMatchObject({ kind: 'no-such-record' });
    expect(answered).toBe(2);
  });

  test('a computer without a way out hears so, and asks when there is one', async () => {
    await registry.reachable(false);
    expect(await check('NCT00763412', true)).toEqual({ kind: 'failed', why: 'offline' });
    await registry.reachable(true);
    expect(await check('NCT00763412', true)).toMatchObject({ kind: 'answered', isKept: false });
  });

  test('a background that is killed half-way has asked, and is asked again', async () => {
    let answered = 0;
    registry.answer((request, response) => {
      if (answered++ > 0) asRecorded(request, response);
    });
    const before = registry.requests.length;
    const lost = check('NCT00763412', true).catch(() => undefined);
    while (registry.requests.length === before) await new Promise((resolve) => setTimeout(resolve, 20));
    await driver.killBackground();
    expect(await lost).toBeFalsy();
    expect(await check('NCT00763412', true)).toMatchObject({ kind: 'answered', isKept: false });
  });

  test('a permission that is taken back in the browser ends it, whatever was kept', async () => {
    const before = registry.requests.length;
    await driver.engine.withdrawRegistry();
    expect(await check(id)).toEqual({ kind: 'not-allowed', missing: 'permission' });
    expect(registry.requests).toHaveLength(before);
    expect(await requestPermission(true)).toBe(true);
  });

  test('consent that is taken back forgets what was kept, and stops at once', async () => {
    await check(id);
    expect(await storedKeys()).toContain(`registry:${id}`);
    await setConsent(false);
    const before = registry.requests.length;
    expect(await check(id)).toEqual({ kind: 'not-allowed', missing: 'consent' });
    expect(registry.requests).toHaveLength(before);
    await expect.poll(storedKeys).toEqual([]);
  });

  test('consent that is taken back while the registry is asked ends the request', async () => {
    await setConsent(true);
    let hungUp: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => {
      hungUp = resolve;
    });
    registry.answer((_request, response) => void response.on('close', hungUp));
    const before = registry.requests.length;
    const pending = check(id);
    while (registry.requests.length === before) await new Promise((resolve) => setTimeout(resolve, 20));
    await setConsent(false);
    expect(await pending).toEqual({ kind: 'not-allowed', missing: 'consent' });
    await ended;
    expect(await storedKeys()).toEqual([]);
  });

  test('in a private window it is asked, and nothing is kept', async () => {
    await setConsent(true);
    // In Chromium as the script of a page asks, in Firefox as a page of ours does.
    const question =
      kind === 'chromium'
        ? { question: 'checkCard', with: [id, false] }
        : { question: 'checkTrial', with: [id, { again: false, isPrivate: false }] };
    const before = registry.requests.length;
    const page = driver.pages.add('/private', '<p>Registered.');
    const answers = await driver.engine.askPrivately(page, [question, question]);
    for (const answer of answers) {
      const read: unknown = typeof answer === 'string' ? JSON.parse(answer) : answer;
      expect(read).toMatchObject({ facts: { id } });
    }
    // Neither is one that was kept.
    expect(JSON.stringify(answers)).not.toMatch(/"isKept":true|kept for a day/);
    expect(registry.requests).toHaveLength(before + 2);
    tab = await driver.openPopupTab();
    expect(await storedKeys()).toEqual(['registryConsent']);
  });

  test('consent is stored also when the browser’s question took the page away that asked for it', async () => {
    await setConsent(false);
    await driver.engine.withdrawRegistry();
    await tab.page.evaluate(async () => {
      const { storage } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
      await storage.session.set({ registryConsentPending: { given: '2026-11-23', automatic: false } });
    });
    expect(await requestPermission(true)).toBe(true);
    await expect.poll(storedKeys).toEqual(['registryConsent']);
  });
});
