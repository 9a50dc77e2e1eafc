// npm start [-- [--browser chromium|firefox] [--headless] [page.html | https://…]]
// Builds the extension and opens a browser that has it, on saved papers or on the page that was asked for. Without a
// display it looks at the pages itself: prints what is marked, and saves a picture of an open card.
import { existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import type { BrowserKind } from './browser/find-browser.ts';
import { hasDisplay } from './browser/has-display.ts';
import { insidePopover } from './browser/inside-popover.ts';
import { launchBrowser } from './browser/launch-browser.ts';
import { type MarkOnPage, marksOnPage } from './browser/marks-on-page.ts';
import { requireBrowser } from './browser/require-browser.ts';
import { servePages } from './browser/serve-pages.ts';
import { pointAt, showMark } from './browser/show-mark.ts';
import { buildExtension, builtExtension } from './build-extension.ts';
import { root, run } from './run.ts';

/** The first speaks of PTSD and depression, the second of naltrexone; both of a registered trial. */
const papers = ['/papers/PMC5808396.html', '/papers/PMC4432875.html'];

try {
  await start();
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  process.exit(1);
}

async function start(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { browser: { type: 'string' }, headless: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const installed = requireBrowser(wantedBrowser(values.browser));
  const headless = values.headless || !hasDisplay();
  const own = positionals.map(addressOf);

  console.log('Building …');
  for (const { code, output } of [await run('data/build.ts', []), await buildExtension(installed.kind)]) {
    if (code !== 0) throw new Error(`${output}\nThe build failed.`);
  }

  const server = await servePages(`${root}tests/fixtures/pages`);
  const addresses = own.length > 0 ? own : papers.map((path) => server.origin + path);
  const { browser } = await launchBrowser(installed, builtExtension(installed.kind), headless);
  const end = async (): Promise<void> => {
    await browser.close().catch(() => undefined); // it may be closed already
    await server.close();
  };
  if (!headless) for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void browser.close());

  try {
    console.log(`${await browser.version()} with the extension, from ${installed.path}`);
    if (!headless) {
      for (const address of addresses.toReversed()) await openPage(await browser.newPage(), address);
      console.log('Point at an underlined word. Close the browser, or press Ctrl-C here, to end.');
      await new Promise((gone) => browser.once('disconnected', gone));
      return;
    }
    const page = await browser.newPage();
    await page.setViewport({ width: 1100, height: 800 });
    const picture = `${root}.output/popover-${installed.kind}.png`;
    const shown: boolean[] = [];
    for (const address of addresses)
      shown.push(await lookAt(page, address, shown.length > 0 ? undefined : picture));
    if (shown.includes(false)) process.exitCode = 1;
  } finally {
    await end();
  }
}

/** Prints what is marked on a page and, if wanted, saves a picture of a card on it. Says whether all went well. */
async function lookAt(page: Page, address: string, picture: string | undefined): Promise<boolean> {
  await openPage(page, address);
  const marks = await untilMarked(page);
  console.log(`\n${await page.title()}\n${address}`);
  if (marks.length === 0) {
    console.log('Nothing on this page is in the knowledge base.');
    return true;
  }
  console.log(table(count(marks)));
  if (!picture) return true;

  // The card of a condition shows the most.
  const { text } = marks.find(({ kind }) => kind === 'condition') ?? marks[0] ?? { text: '' };
  await pointAt(page, await showMark(page, text));
  const card = await untilOpen(page);
  if (!card) {
    console.error(`Hovering “${text}” opened no card.`);
    return false;
  }
  mkdirSync(`${root}.output`, { recursive: true });
  await page.screenshot({ path: picture as `${string}.png` }); // it ends so
  console.log(`The card of “${text}”: ${picture}`);
  return true;
}

async function openPage(page: Page, address: string): Promise<void> {
  try {
    await page.goto(address, { waitUntil: 'domcontentloaded' });
  } catch (error) {
    throw new Error(`${address} could not be opened: ${error instanceof Error ? error.message : error}`);
  }
}

/** Every mark of the page; none if none appears for a few seconds. */
async function untilMarked(page: Page): Promise<MarkOnPage[]> {
  const end = Date.now() + 4000;
  let marks: MarkOnPage[] = [];
  while (marks.length === 0 && Date.now() < end) {
    await pause(200);
    marks = await page.evaluate(marksOnPage, true);
  }
  return marks;
}

/** The text of the card once it is there and says something lasting. */
async function untilOpen(page: Page): Promise<string | undefined> {
  let before: string | undefined;
  for (let waited = 0; waited < 5000; waited += 250) {
    await pause(250);
    const text = await insidePopover(page.mainFrame(), ({ textContent }) => textContent ?? '');
    if (text && text === before) return text;
    before = text;
  }
  return undefined;
}

/** One row per name and kind, most frequent first. */
function count(marks: readonly MarkOnPage[]): { name: string; kind: string; count: number }[] {
  const rows = new Map<string, { name: string; kind: string; count: number }>();
  for (const { text, kind } of marks) {
    const key = `${kind} ${text.toLowerCase()}`;
    const row = rows.get(key) ?? { name: text, kind, count: 0 };
    rows.set(key, { ...row, count: row.count + 1 });
  }
  return [...rows.values()].sort((a, b) => b.count - a.count);
}

function table(rows: readonly { name: string; kind: string; count: number }[]): string {
  const width = Math.max(...rows.map(({ name }) => name.length)) + 2;
  const line = (name: string, kind: string, times: number | string): string =>
    `  ${name.padEnd(width)}${kind.padEnd(11)}${String(times).padStart(5)}`;
  return [
    line('name', 'kind', 'count'),
    ...rows.map(({ name, kind, count }) => line(name, kind, count)),
  ].join('\n');
}

function wantedBrowser(name: string | undefined): BrowserKind | undefined {
  if (name === undefined || name === 'chromium' || name === 'firefox') return name;
  if (name === 'chrome' || name === 'edge') return 'chromium';
  throw new Error(`--browser is chromium or firefox, not ${name}.`);
}

function addressOf(page: string): string {
  if (/^(?:https?|file):/.test(page)) return page;
  const path = resolve(page);
  if (!existsSync(path)) throw new Error(`There is no page ${path}.`);
  return pathToFileURL(path).href;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
