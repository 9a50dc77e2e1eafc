import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import type { BrowserKind } from '@/scripts/browser/find-browser.ts';
import { closeWelcome, launchBrowser, type PlayedRegistry } from '@/scripts/browser/launch-browser.ts';
import { requireBrowser } from '@/scripts/browser/require-browser.ts';
import { type PageServer, servePages } from '@/scripts/browser/serve-pages.ts';
import { chromiumEngine } from './chromium-engine.ts';
import { type DrivenPage, drivePage } from './driven-page.ts';
import type {
  Engine,
  LoggedProblem,
  LoggedRequest,
  PopupOpener,
  Preferences,
  ToolbarPopup,
} from './engine.ts';
import { firefoxEngine } from './firefox-engine.ts';
import { copyOfProfile } from './warm-profile.ts';

/** The commands of the manifest that are ours. */
export type Command = 'next-mention' | 'previous-mention' | 'open-mention' | 'list-mentions' | 'toggle-marks';

/** A browser with the built extension in it, and saved pages to read. */
export interface Driver {
  readonly kind: BrowserKind;
  /** Serves tests/fixtures/pages, and pages a test adds. */
  readonly pages: PageServer;
  /** What the two browsers do each in their own way, for tests that need more than this driver has. */
  readonly engine: Engine;
  /** Opens an address, or a path below tests/fixtures/pages such as `/papers/PMC5808396.html`. */
  openPage(address: string): Promise<DrivenPage>;
  /**
   * As `openPage`, in a tab kept for this: what was shown in it before is gone, and to close it leaves it for the next.
   * A tab of its own costs a browser three times as much.
   */
  showPage(address: string): Promise<DrivenPage>;
  /** The popup's page in a tab of its own. */
  openPopupTab(): Promise<DrivenPage>;
  /** The real popup over the toolbar, opened with a click on the extension's button or by a script. */
  openToolbarPopup(over: DrivenPage, by?: PopupOpener): Promise<ToolbarPopup>;
  /** Takes the extension away while pages are open. */
  removeExtension(): Promise<void>;
  /** Puts it back. */
  installExtension(): Promise<void>;
  /** Brings a newer version of it, as a store does. */
  updateExtension(): Promise<void>;
  command(page: DrivenPage, name: Command): Promise<void>;
  killBackground(): Promise<void>;
  prefer(page: DrivenPage, preferences: Preferences): Promise<void>;
  zoom(page: DrivenPage, factor: number): Promise<void>;
  /** Requests that are not certainly a page's own: there must be none. */
  foreignRequests(): Promise<LoggedRequest[]>;
  /** Errors and warnings of our code anywhere: there must be none. */
  ownProblems(): Promise<LoggedProblem[]>;
  /** Closes all that is open, forgets all that was stored and logged: for the next who takes this browser. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Starts a browser, once per test file; `extension` is another build than the usual one, `registry` plays
 * ClinicalTrials.gov.
 */
export async function launch(
  kind: BrowserKind,
  extension = `${root}.output/${builds[kind]}`,
  registry?: PlayedRegistry,
): Promise<Driver> {
  // A copy: another build, of somebody who goes on working, may not change what is being tested.
  const copy = mkdtempSync(join(tmpdir(), 'gloss-extension-'));
  cpSync(extension, copy, { recursive: true });
  const pages = await servePages(`${root}tests/fixtures/pages`);
  const firefoxProfile = kind === 'firefox' ? copyOfProfile() : undefined;
  const running = await launchBrowser(requireBrowser(kind), copy, true, {
    registry,
    firefoxProfile,
  });
  const engine = kind === 'chromium' ? await chromiumEngine(running) : await firefoxEngine(running);
  const withViewport = async (page: Page): Promise<Page> => {
    await page.setViewport({ width: 1200, height: 900 });
    return page;
  };
  let shown: DrivenPage | undefined;
  return {
    kind,
    pages,
    engine,
    async openPage(address) {
      const page = await withViewport(await running.browser.newPage());
      await engine.show(page, new URL(address, pages.origin).href);
      return drivePage(page);
    },
    async showPage(address) {
      if (shown === undefined || shown.page.isClosed()) shown = drivePage(await running.browser.newPage());
      const { page } = shown;
      await page.bringToFront();
      // Where it was left it may lie on a word of the next page.
      await page.mouse.move(0, 0);
      await engine.prefer(page, {});
      await withViewport(page);
      await engine.show(page, new URL(address, pages.origin).href);
      return { ...shown, close: async () => undefined };
    },
    async openPopupTab() {
      const page = await withViewport(await engine.openExtensionPage('popup.html'));
      await page.waitForFunction(() => document.readyState === 'complete' && document.title !== '');
      return drivePage(page);
    },
    openToolbarPopup: ({ page }, by = 'reader') => engine.openToolbarPopup(page, by),
    removeExtension: () => engine.removeExtension(),
    async installExtension() {
      await engine.installExtension(copy);
      await closeWelcome(running.browser, engine.extensionOrigin, copy);
    },
    updateExtension() {
      const manifest = JSON.parse(readFileSync(`${copy}/manifest.json`, 'utf8'));
      const [major = '0', minor = '0'] = manifest.version.split('.');
      const version = `${major}.${Number(minor) + 1}.0`;
      writeFileSync(`${copy}/manifest.json`, JSON.stringify({ ...manifest, version }));
      return engine.installExtension(copy);
    },
    command: ({ page }, name) => engine.command(page, name),
    killBackground: () => engine.killBackground(),
    prefer: ({ page }, preferences) => engine.prefer(page, preferences),
    zoom: ({ page }, factor) => engine.zoom(page, factor),
    async foreignRequests() {
      await engine.readLogs();
      const isForeign = ({ by, url }: LoggedRequest): boolean =>
        by !== 'page' || ![pages.origin, pages.otherOrigin].some((origin) => url.startsWith(origin));
      return engine.requests.filter(isForeign);
    },
    async ownProblems() {
      await engine.readLogs();
      return engine.problems.filter(({ by }) => by === 'extension');
    },
    async reset() {
      const open = await running.browser.pages();
      const page = await engine.openExtensionPage('popup.html');
      await page.evaluate(async () => {
        const { storage } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
        for (const area of ['sync', 'local', 'session']) await storage[area].clear();
      });
      await engine.prefer(page, {});
      await page.goto('about:blank');
      for (const other of open) await other.close();
      await engine.readLogs();
      engine.forget();
    },
    async close() {
      await running.browser.close();
      await pages.close();
      rmSync(copy, { recursive: true });
      if (firefoxProfile) rmSync(firefoxProfile, { recursive: true });
    },
  };
}

const builds: Readonly<Record<BrowserKind, string>> = { chromium: 'chrome-mv3', firefox: 'firefox-mv3' };
