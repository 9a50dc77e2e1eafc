import type { Browser, CDPSession, Page, Protocol, Target, WebWorker } from 'puppeteer-core';
import type { BrowserWithExtension } from '@/scripts/browser/launch-browser.ts';
import type { Engine, LoggedProblem, LoggedRequest, Preferences, ToolbarPopup } from './engine.ts';
import { chromiumLevels } from './heap-levels.ts';

/** What we use of Chromium's extension API inside its worker; `dispatch` belongs to every event there. */
interface WorkerGlobal {
  readonly chrome: {
    readonly action: { openPopup(): Promise<void> };
    readonly commands: { readonly onCommand: { dispatch(name: string, tab: unknown): void } };
    readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
    readonly tabs: {
      query(filter: object): Promise<readonly [{ readonly id: number }]>;
      setZoom(id: number, factor: number): Promise<void>;
    };
  };
}

/** What the browser's own page of extensions may do. */
interface ExtensionSettingsGlobal {
  readonly chrome: {
    readonly developerPrivate: {
      addHostPermission(extensionId: string, host: string): Promise<void>;
      removeHostPermission(extensionId: string, host: string): Promise<void>;
      updateExtensionConfiguration(change: object): Promise<void>;
      updateProfileConfiguration(change: object): Promise<void>;
    };
  };
}

/** As the browser's own settings name it. */
const registry = 'https://clinicaltrials.gov/*';

/** Drives Chromium by the DevTools protocol. */
export async function chromiumEngine({ browser, extensionOrigin }: BrowserWithExtension): Promise<Engine> {
  const requests: LoggedRequest[] = [];
  const problems: LoggedProblem[] = [];
  const log = (target: Target): Promise<void> =>
    logTarget(target, extensionOrigin, requests, problems).catch(() => undefined); // it was gone already
  browser.on('targetcreated', log);
  await Promise.all(browser.targets().map(log));

  const worker = async (page: Page): Promise<WebWorker> => {
    const last = workerTarget(browser, extensionOrigin);
    // Ended and at once started again: nobody can ask it for anything, but the one after it.
    if (last && (await last.worker())?.client.detached) await endWorker(browser, last);
    if (!workerTarget(browser, extensionOrigin)) {
      // Any message wakes it; what it answers is of no interest.
      const wake = async (): Promise<unknown> =>
        (globalThis as unknown as WorkerGlobal).chrome.runtime.sendMessage({}).catch(() => undefined);
      await page.extensionRealms()[0]?.evaluate(wake);
    }
    const target = await browser.waitForTarget((found) => isWorker(found, extensionOrigin), {
      timeout: 5000,
    });
    const found = await target.worker();
    if (!found) throw new Error('The background did not start.');
    return found;
  };

  const clickAction = async (over: Page): Promise<void> => {
    await over.bringToFront();
    await (await browser.extensions()).get(new URL(extensionOrigin).host)?.triggerAction(over);
  };

  /** The sessions in which readers' preferences are played. */
  const emulating = new WeakMap<Page, CDPSession>();

  /** Runs a function on the browser's own page of extensions. */
  const inSettings = async (
    change: (extensionId: string, argument: string) => Promise<void>,
    argument = '',
  ): Promise<void> => {
    const settings = await browser.newPage();
    await settings.goto('chrome://extensions');
    await settings.evaluate(change, new URL(extensionOrigin).host, argument);
    await settings.close();
  };

  const openPrivately = async (address: string, isAllowed: boolean): Promise<Page> => {
    if (isAllowed) {
      await inSettings(async (extensionId) => {
        const { developerPrivate } = (globalThis as unknown as ExtensionSettingsGlobal).chrome;
        // Or it stays switched off, being nobody's, when it is loaded anew.
        await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
        await developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true });
      });
    }
    const page = await (await browser.createBrowserContext()).newPage();
    await page.goto(address);
    // The content script is not there before the extension is loaded anew.
    while (isAllowed && page.extensionRealms().length === 0) await page.goto(address);
    return page;
  };

  return {
    kind: 'chromium',
    browser,
    extensionOrigin,
    requests,
    problems,
    readLogs: () => new Promise((resolve) => setTimeout(resolve, 50)), // events arrive by themselves

    forget() {
      requests.length = 0;
      problems.length = 0;
    },

    async show(page, address) {
      await page.goto(address);
    },

    async command(page, name) {
      await page.bringToFront();
      await (await worker(page)).evaluate(async (command) => {
        const { commands, tabs } = (globalThis as unknown as WorkerGlobal).chrome;
        const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
        commands.onCommand.dispatch(command, tab);
      }, name);
    },

    async killBackground() {
      const target = workerTarget(browser, extensionOrigin);
      if (target) await endWorker(browser, target);
    },

    async heapLevels(page) {
      for (let tries = 0; ; tries += 1) {
        try {
          return await chromiumLevels(page, await worker(page));
        } catch (error) {
          // A background that had nothing to do may be ended just then, and is named for a while after that.
          if (tries === 20) throw error;
          await new Promise((resolve) => setTimeout(resolve, 250));
        }
      }
    },

    async openExtensionPage(path) {
      const page = await browser.newPage();
      await page.goto(`${extensionOrigin}/${path}`);
      return page;
    },

    clickAction,

    readOnClickOnly: () =>
      inSettings((extensionId) => {
        const { chrome } = globalThis as unknown as ExtensionSettingsGlobal;
        return chrome.developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: 'ON_CLICK' });
      }),

    async answerRequest(isAllowed, request) {
      if (isAllowed) {
        await inSettings((extensionId, host) => {
          const { chrome } = globalThis as unknown as ExtensionSettingsGlobal;
          return chrome.developerPrivate.addHostPermission(extensionId, host);
        }, registry);
      }
      await request();
    },

    withdrawRegistry: () =>
      inSettings((extensionId, host) => {
        const { chrome } = globalThis as unknown as ExtensionSettingsGlobal;
        return chrome.developerPrivate.removeHostPermission(extensionId, host);
      }, registry),

    openPrivately,

    async askPrivately(address, messages) {
      const page = await openPrivately(address, true);
      const ask = (message: object): Promise<unknown> =>
        (globalThis as unknown as WorkerGlobal).chrome.runtime.sendMessage(message);
      const answers: unknown[] = [];
      for (const message of messages) answers.push(await page.extensionRealms()[0]?.evaluate(ask, message));
      await page.browserContext().close();
      return answers;
    },

    async openToolbarPopup(over, by) {
      const before = new Set(browser.targets());
      if (by === 'reader') {
        await clickAction(over);
      } else {
        await over.bringToFront();
        await (await worker(over)).evaluate(() =>
          (globalThis as unknown as WorkerGlobal).chrome.action.openPopup(),
        );
      }
      const target = await browser.waitForTarget(
        (found) => !before.has(found) && found.url().startsWith(`${extensionOrigin}/popup.html`),
        { timeout: 10_000 },
      );
      const popup = await target.asPage();
      await popup.waitForFunction(() => document.readyState === 'complete');
      return chromiumPopup(popup);
    },

    removeExtension: () => browser.uninstallExtension(new URL(extensionOrigin).host),

    async installExtension(folder) {
      await browser.installExtension(folder);
    },

    async prefer(page, { colours, reducedMotion, forcedColours, onPaper, textSize = 16 }: Preferences) {
      // What a session emulates ends with it.
      const session = emulating.get(page) ?? (await page.createCDPSession());
      emulating.set(page, session);
      await session.send('Emulation.setEmulatedMedia', {
        media: onPaper ? 'print' : '',
        features: [
          { name: 'prefers-color-scheme', value: colours ?? 'light' },
          { name: 'prefers-reduced-motion', value: reducedMotion ? 'reduce' : 'no-preference' },
          { name: 'forced-colors', value: forcedColours ? 'active' : 'none' },
        ],
      });
      await session.send('Page.setFontSizes', { fontSizes: { standard: textSize } });
    },

    async zoom(page, factor) {
      await page.bringToFront();
      await (await worker(page)).evaluate(async (to) => {
        const { tabs } = (globalThis as unknown as WorkerGlobal).chrome;
        const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
        await tabs.setZoom(tab.id, to);
      }, factor);
    },
  };
}

function chromiumPopup(popup: Page): ToolbarPopup {
  return {
    async evaluate(look, ...args) {
      // The function comes back to life in the popup, where it is handed its window.
      const result = await popup.evaluate(`(${look})(window, ...${JSON.stringify(args)})`);
      return result as ReturnType<typeof look>;
    },
    async press(...keys) {
      for (const key of keys) await popup.keyboard.press(key as 'Enter'); // the type lists every key by name
    },
    click: (selector) => popup.click(selector),
    screenshot: () => popup.screenshot(),
    close: () => popup.close(),
  };
}

function isWorker(target: Target, origin: string): boolean {
  return target.type() === 'service_worker' && target.url().startsWith(origin);
}

function workerTarget(browser: Browser, origin: string): Target | undefined {
  return browser.targets().find((target) => isWorker(target, origin));
}

/**
 * Ends a worker as the browser ends one that nobody inspects. Its session is given up first: a worker that is started again at
 * the very moment it ends, with a session still open, waits for a debugger for ever and answers nobody.
 */
async function endWorker(browser: Browser, worker: Target): Promise<void> {
  let hasEnded: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    hasEnded = resolve;
  });
  const listen = (target: Target): void => {
    if (target === worker) hasEnded();
  };
  browser.on('targetdestroyed', listen);
  await (await worker.worker())?.client.detach().catch(() => undefined); // it was given up before
  const session = await browser.target().createCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  const running = targetInfos.find(({ type, url }) => type === 'service_worker' && url === worker.url());
  if (running)
    await session.send('Target.closeTarget', { targetId: running.targetId }).catch(() => undefined);
  await session.detach();
  // Nobody tells of the end of one that is started again at once.
  await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 250))]);
  browser.off('targetdestroyed', listen);
}

/** Listens to one tab, frame, worker or surface from now on. */
async function logTarget(
  target: Target,
  origin: string,
  requests: LoggedRequest[],
  problems: LoggedProblem[],
): Promise<void> {
  if (!/page|iframe|service_worker|background_page|other/.test(target.type())) return;
  // A worker with a session of its own could not be ended: puppeteer's is given up when it is.
  const session = (await target.worker())?.client ?? (await target.createCDPSession());
  const ours = new Set<number>(); // contexts of our content scripts
  const isOurs = (urls: readonly (string | undefined)[], context?: number): boolean =>
    target.url().startsWith(origin) ||
    urls.some((url) => url?.startsWith(origin)) ||
    (context !== undefined && ours.has(context));
  const note = (text: string, urls: readonly (string | undefined)[], context?: number): void => {
    problems.push({ by: isOurs(urls, context) ? 'extension' : 'page', text });
  };

  const sent = new Map<string, LoggedRequest>();
  session.on('Network.requestWillBeSent', ({ requestId, request, type, initiator }) => {
    if (/^(?:chrome-extension|data|blob|about|chrome):/.test(request.url)) return;
    const by = isOurs([initiator.url, ...frameUrls(initiator.stack)]) ? 'extension' : 'page';
    const logged = { url: request.url, type: (type ?? 'other').toLowerCase(), by } as const;
    requests.push(logged);
    sent.set(requestId, logged);
  });
  session.on('Network.loadingFailed', ({ requestId, blockedReason }) => {
    // A saved page's policy stops what it would load from elsewhere: that never left. Ours counts even so.
    const stopped = blockedReason === 'csp' ? sent.get(requestId) : undefined;
    if (stopped?.by === 'page') requests.splice(requests.indexOf(stopped), 1);
  });
  session.on('Network.webSocketCreated', ({ url, initiator }) => {
    const by = isOurs([initiator?.url, ...frameUrls(initiator?.stack)]) ? 'extension' : 'page';
    requests.push({ url, type: 'websocket', by });
  });
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === origin) ours.add(context.id);
  });
  session.on('Runtime.exceptionThrown', ({ exceptionDetails: thrown }) => {
    const text = thrown.exception?.description ?? thrown.text;
    note(text, [thrown.url, ...frameUrls(thrown.stackTrace)], thrown.executionContextId);
  });
  session.on('Runtime.consoleAPICalled', ({ type, args, executionContextId, stackTrace }) => {
    if (type !== 'error' && type !== 'warning' && type !== 'assert') return;
    const text = args.map(({ value, description }) => String(value ?? description)).join(' ');
    note(text, frameUrls(stackTrace), executionContextId);
  });
  session.on('Log.entryAdded', ({ entry: { level, text, url, stackTrace } }) => {
    if (level === 'error' || level === 'warning') note(text, [url, ...frameUrls(stackTrace)]);
  });
  await Promise.all([
    session.send('Network.enable'),
    session.send('Runtime.enable'),
    session.send('Log.enable'),
  ]);
}

function frameUrls(stack: Protocol.Runtime.StackTrace | undefined): string[] {
  return stack?.callFrames.map(({ url }) => url) ?? [];
}
