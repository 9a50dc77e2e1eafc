// npm run pictures: draws every picture under docs/images in Chromium with the built extension, light and dark.
import { mkdirSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { insidePopover } from './browser/inside-popover.ts';
import { launchBrowser } from './browser/launch-browser.ts';
import { requireBrowser } from './browser/require-browser.ts';
import { servePages } from './browser/serve-pages.ts';
import { pointAt, showMark } from './browser/show-mark.ts';
import { buildExtension, builtExtension } from './build-extension.ts';
import { root, run } from './run.ts';

type Colours = 'light' | 'dark';

/** A picture of a page with the card of one mark open. */
interface CardPicture {
  readonly name: string;
  readonly path: string;
  readonly mark: string;
  readonly width?: number;
  readonly height?: number;
}

/** A picture of the popup over a paper, after something was typed; with `opens`, the first result's card is open. */
interface PopupPicture {
  readonly name: string;
  readonly typed: string;
  readonly opens?: true;
  /** The page it is opened on; the paper unless another is named. */
  readonly over?: string;
  /** What is pressed before the picture is taken. */
  readonly presses?: string;
  /** CSS pixels; 400 by 560 unless its window is smaller. */
  readonly size?: { readonly width: number; readonly height: number };
}

const paper = '/papers/PMC5808396.html';
const notes = '/notes.html';
const cards: readonly CardPicture[] = [
  { name: 'reading', path: paper, mark: 'PTSD' },
  { name: 'trial', path: notes, mark: 'NCT04602260' },
  { name: 'trial-registered', path: notes, mark: 'NCT01052831', height: 980 },
  { name: 'trial-unknown', path: paper, mark: 'NCT01385163' },
  { name: 'condition-contradicted', path: notes, mark: 'treatment-resistant depression', height: 980 },
  { name: 'reading-narrow', path: paper, mark: 'PTSD', width: 320, height: 640 },
];
const popups: readonly PopupPicture[] = [
  { name: 'search', typed: 'low dose naltrexone' },
  { name: 'popup-start', typed: '' },
  { name: 'popup-nothing', typed: 'zzzqqq' },
  { name: 'topic-safety', typed: 'naltrexone safety', opens: true, size: { width: 400, height: 1000 } },
  { name: 'topic-dosing', typed: 'naltrexone dose', opens: true, size: { width: 400, height: 1000 } },
  { name: 'search-narrow', typed: 'NCT04665219', opens: true, size: { width: 320, height: 560 } },
  { name: 'trials-popup', over: notes, typed: '', presses: '.ng-found-table' },
];
/** A page of the extension in a tab. */
interface OwnPicture {
  readonly name: string;
  readonly path: string;
  readonly width?: number;
}
const ownPages: readonly OwnPicture[] = [
  { name: 'welcome', path: 'welcome.html' },
  { name: 'settings', path: 'options.html' },
  { name: 'settings-narrow', path: 'options.html', width: 320 },
];

for (const { code, output } of [await run('data/build.ts', []), await buildExtension('chromium')]) {
  if (code !== 0) throw new Error(output);
}
mkdirSync(`${root}docs/images`, { recursive: true });
const server = await servePages(`${root}tests/fixtures/pages`);
server.add(notes, notesPage());
const { browser, extensionOrigin } = await launchBrowser(
  requireBrowser('chromium'),
  builtExtension('chromium'),
  true,
);
try {
  for (const colours of ['light', 'dark'] as const) {
    for (const picture of cards) await drawCard(colours, picture);
    for (const picture of popups) await drawPopup(colours, picture);
    for (const picture of ownPages) await drawOwn(colours, picture);
    await drawTrials(colours);
    await drawList(colours);
  }
} finally {
  await browser.close();
  await server.close();
}

async function drawCard(colours: Colours, picture: CardPicture): Promise<void> {
  const { path, mark, width = 1000, height = 720 } = picture;
  const page = await newPage(colours, { width, height });
  await page.goto(server.origin + path);
  await until(async () => (await page.evaluate(() => CSS.highlights.size)) > 0);
  await pointAt(page, await showMark(page, mark));
  // A card that has its text has its footer.
  await until(async () =>
    Boolean(await insidePopover(page.mainFrame(), (inside) => inside.querySelector('.ng-footer') !== null)),
  );
  await save(page, picture.name, colours);
  await page.close();
}

async function drawPopup(
  colours: Colours,
  { name, typed, opens, over, presses, size }: PopupPicture,
): Promise<void> {
  const reading = await newPage(colours, { width: 1000, height: 720 });
  await reading.goto(server.origin + (over ?? paper));
  const popup = await newPage(colours, size ?? { width: 400, height: 560 });
  await popup.goto(`${extensionOrigin}/popup.html`);
  // The popup speaks of the tab that was in front when it opened. Without a screen the real one is cut at a window
  // smaller than itself.
  await reading.bringToFront();
  await popup.reload();
  await until(() => popup.evaluate(() => document.body.textContent.includes(' on this page. ')));
  // It looks once more when it has its settings, and never again: by then another tab may be in front.
  await settle(popup);
  await popup.bringToFront();
  await popup.locator('input').fill(typed);
  if (opens) {
    await settle(popup);
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('.ng-footer');
  }
  if (presses !== undefined) await popup.locator(presses).click();
  await save(popup, name, colours);
  await popup.close();
  await reading.close();
}

async function drawOwn(colours: Colours, { name, path, width = 1000 }: OwnPicture): Promise<void> {
  const page = await newPage(colours, { width, height: 860 });
  await page.goto(`${extensionOrigin}/${path}`);
  await page.waitForSelector('main');
  await save(page, name, colours);
  await page.close();
}

/** The trials of the notes on a page of their own. */
async function drawTrials(colours: Colours): Promise<void> {
  const reading = await newPage(colours, { width: 1000, height: 720 });
  await reading.goto(server.origin + notes);
  const page = await newPage(colours, { width: 1200, height: 640 });
  await page.goto(`${extensionOrigin}/options.html`);
  const tab = await tabBeingRead(page);
  await page.goto(`${extensionOrigin}/trials.html?tab=${tab}`);
  await page.waitForSelector('.ng-trials tbody tr');
  await save(page, 'trials-page', colours);
  await page.close();
  await reading.close();
}

/** The list of mentions over a paper. */
async function drawList(colours: Colours): Promise<void> {
  const reading = await newPage(colours, { width: 1000, height: 720 });
  await reading.goto(server.origin + paper);
  await until(async () => (await reading.evaluate(() => CSS.highlights.size)) > 0);
  const page = await newPage(colours, { width: 400, height: 300 });
  await page.goto(`${extensionOrigin}/options.html`);
  const tab = await tabBeingRead(page);
  await reading.bringToFront();
  await page.evaluate(
    (id) => Reflect.get(globalThis, 'chrome').tabs.sendMessage(id, { order: 'list', with: [] }),
    tab,
  );
  await until(async () =>
    Boolean(await insidePopover(reading.mainFrame(), (inside) => inside.querySelector('.ng-list') !== null)),
  );
  await save(reading, 'list', colours);
  await page.close();
  await reading.close();
}

/** The tab in which our content script answers; asked from a page of the extension. */
function tabBeingRead(page: Page): Promise<number | undefined> {
  return page.evaluate(async () => {
    const { tabs } = Reflect.get(globalThis, 'chrome');
    for (const { id } of await tabs.query({})) {
      const status = await tabs.sendMessage(id, { order: 'status', with: [] }).catch(() => undefined);
      if (status !== undefined) return Number(id);
    }
    return undefined;
  });
}

async function newPage(colours: Colours, size: { width: number; height: number }): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ ...size, deviceScaleFactor: 1.5 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: colours }]);
  return page;
}

async function save(page: Page, name: string, colours: Colours): Promise<void> {
  await settle(page);
  await page.screenshot({ path: `${root}docs/images/${name}-${colours}.png` });
}

/** Long enough for what moves to come to rest. */
function settle(page: Page): Promise<unknown> {
  return page.evaluate(() => new Promise((done) => setTimeout(done, 400)));
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await isSo()); tries += 1) {
    if (tries > 200) throw new Error('What the picture is to show never came.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A page as somebody may keep it who reads about naltrexone. */
function notesPage(): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Reading notes</title>
<style>
  body { max-width: 40rem; margin: 3rem auto; padding: 0 1rem; font: 17px/1.6 Georgia, serif; color: #1c1c1c; background: #fff }
  h1 { font: 600 1.6rem/1.25 system-ui, sans-serif } li { margin: .6rem 0 }
  @media (prefers-color-scheme: dark) { body { color: #e4e4e4; background: #181818 } }
</style>
<h1>Reading notes: trials to look up</h1>
<p>Collected from handouts and reviews; each identifier is still to be checked before anything is cited.</p>
<ul>
  <li>NCT04602260, said to be a study of post-traumatic stress disorder.</li>
  <li>NCT01052831, gambling and other impulses in Parkinson disease.</li>
  <li>For treatment-resistant depression the handout speaks of naltrexone beside ketamine.</li>
</ul>
</html>`;
}
