import { existsSync } from 'node:fs';
import { type Browser, launch } from 'puppeteer-core';
import type { BrowserKind, InstalledBrowser } from './find-browser.ts';
import { isRoot } from './is-root.ts';

/** The extension's id in Firefox, as the manifest has it. */
export const geckoId = '@naltrexone-gloss';

/** In Firefox every profile gives the extension another address; this one is fixed, so that its pages can be opened. */
const firefoxHost = '0f6d3f9c-5d0c-4a7e-9d0e-5b8a4c1f2e3d';

/** A running browser with the extension in it. */
export interface BrowserWithExtension {
  readonly browser: Browser;
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  readonly extensionOrigin: string;
}

/** Who plays the registry of trials for a test: ports of this machine. */
export interface PlayedRegistry {
  readonly port: number;
  readonly proxyPort: number;
}

/** What a test wants otherwise than a reader has it. */
export interface LaunchOptions {
  readonly registry?: PlayedRegistry | undefined;
  /** A profile that Firefox has started with before, which it may write to; absent: a fresh one. */
  readonly firefoxProfile?: string | undefined;
  /** More arguments for Chromium. */
  readonly flags?: readonly string[];
}

/** Starts a browser with a fresh profile and loads the built extension from a folder. */
export async function launchBrowser(
  installed: InstalledBrowser,
  extensionFolder: string,
  headless: boolean,
  options: LaunchOptions = {},
): Promise<BrowserWithExtension> {
  const browser = await startBrowser(installed, headless, options);
  const extensionOrigin = await loadExtension(browser, installed.kind, extensionFolder);
  if (headless) await closeWelcome(browser, extensionOrigin, extensionFolder);
  return { browser, extensionOrigin };
}

/** Starts a browser with a fresh profile in which an extension can be loaded. */
export function startBrowser(
  { kind, path }: InstalledBrowser,
  headless: boolean,
  { registry, firefoxProfile, flags = [] }: LaunchOptions = {},
): Promise<Browser> {
  const common = {
    executablePath: path,
    headless,
    acceptInsecureCerts: registry !== undefined,
    // A window is for a person: it has the size they give it, and Ctrl-C is no accident.
    ...(!headless && { defaultViewport: null, handleSIGINT: false, handleSIGTERM: false }),
  };
  if (kind === 'chromium') {
    // Over the DevTools pipe, because Chrome and Edge as sold ignore --load-extension.
    const args = [
      ...(isRoot() ? ['--no-sandbox'] : []),
      ...(registry === undefined
        ? []
        : [
            `--host-resolver-rules=MAP clinicaltrials.gov:443 127.0.0.1:${registry.port}`,
            // The worker of an extension has no tab to accept the certificate in.
            '--ignore-certificate-errors',
          ]),
      ...flags,
    ];
    return launch({ ...common, pipe: true, enableExtensions: true, args });
  }
  return launch({
    ...common,
    browser: 'firefox',
    ...(firefoxProfile !== undefined && { userDataDir: firefoxProfile }),
    // Lets WebDriver open extension pages and reach the browser's own window.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [geckoId]: firefoxHost }),
      'extensions.webextensions.fileSchemeAccess.requireOptIn': false,
      // Closing a tab ends whatever script is running in it, and says so in the console as if it were an error.
      'dom.abort_script_on_child_shutdown': false,
      // Fewer processes started ahead and ended early, and no notes of the session on disk: a tenth less work.
      'dom.ipc.processPrelaunch.enabled': false,
      'dom.ipc.processCount.webIsolated': 1,
      'dom.ipc.keepProcessesAlive.webIsolated.max': 4,
      'dom.ipc.keepProcessesAlive.webIsolated.perOrigin': 1,
      'dom.ipc.keepProcessesAlive.extension': 1,
      // The blank page of a new tab, which is left at once, has the same process each time: a third less work for a tab.
      'dom.ipc.processCount': 1,
      'dom.ipc.keepProcessesAlive.web': 2,
      'browser.sessionstore.interval': 600_000,
      ...(registry !== undefined && {
        'network.proxy.type': 1,
        'network.proxy.ssl': '127.0.0.1',
        'network.proxy.ssl_port': registry.proxyPort,
      }),
    },
  });
}

/** Loads an extension from a folder and gives its origin, without a slash at the end. */
async function loadExtension(browser: Browser, kind: BrowserKind, extensionFolder: string): Promise<string> {
  const id = await browser.installExtension(extensionFolder);
  return kind === 'chromium' ? `chrome-extension://${id}` : `moz-extension://${firefoxHost}`;
}

/** Waits for the page that greets a new reader, and closes it: whoever drives a browser has a page of their own. */
export async function closeWelcome(
  browser: Browser,
  extensionOrigin: string,
  extensionFolder: string,
): Promise<void> {
  if (!existsSync(`${extensionFolder}/welcome.html`)) return;
  const address = `${extensionOrigin}/welcome.html`;
  for (const end = Date.now() + 20_000; Date.now() < end; ) {
    for (const page of await browser.pages()) {
      // Firefox tells of a tab that an extension opened only that there is one: the page itself knows more.
      const isWelcome = await page.evaluate((wanted) => location.href === wanted, address).catch(() => false);
      if (!isWelcome) continue;
      await page.close();
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The extension did not welcome its reader.');
}
