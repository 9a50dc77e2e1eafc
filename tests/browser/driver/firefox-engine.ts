import type { Browser, Page } from 'puppeteer-core';
import { type BrowserWithExtension, geckoId } from '@/scripts/browser/launch-browser.ts';
import type { Engine, LoggedProblem, LoggedRequest, ToolbarPopup } from './engine.ts';
import { firefoxLevels } from './heap-levels.ts';

/** What puppeteer keeps to itself: the WebDriver BiDi connection, and the name a frame has there (`_id`). */
interface Connection {
  send(method: string, params: object): Promise<{ readonly result: unknown }>;
  on(event: 'log.entryAdded', listener: (entry: LogEntry) => void): void;
}
interface LogEntry {
  readonly level: string;
  readonly text: string;
  readonly stackTrace?: { readonly callFrames: readonly { readonly url: string }[] };
}
interface Evaluation {
  readonly type: 'success' | 'exception';
  readonly exceptionDetails?: { readonly text: string };
  readonly result?: { readonly value?: string };
}

/** Names of the policy types of requests (nsIContentPolicy) that a page makes by itself, without any script. */
const pageTypes: ReadonlyMap<number, string> = new Map([
  [2, 'script'],
  [3, 'image'],
  [4, 'stylesheet'],
  [6, 'document'],
  [7, 'subdocument'],
  [14, 'font'],
  [15, 'media'],
  [21, 'image'], // from a srcset
]);

// What follows runs in the window of the browser itself, so it is kept as text. `extension` is ours.
const policy = `WebExtensionPolicy.getByID('${geckoId}')`;
const extension = `${policy}.extension`;
const popupBrowser = `document.querySelector('.webextension-popup-browser')`;
const popupWindow = `browser.extension.getViews({ type: 'popup' })[0]`;
const action = `${extension}.apiManager.global.browserActionFor(${extension})`;
/** The button is put where a reader who uses it has it: in the toolbar. */
const clickAction = `async () => {
  const { id, widget } = ${action};
  CustomizableUI.addWidgetToArea(id, 'nav-bar');
  const button = widget.forWindow(window).node.querySelector('.unified-extensions-item-action-button');
  await promiseDocumentFlushed(() => {});
  const { x, y, width, height } = button.getBoundingClientRect();
  for (const type of ['mousemove', 'mousedown', 'mouseup']) {
    synthesizeMouseEvent(type, x + width / 2, y + height / 2, { button: 0, clickCount: 1 });
  }
}`;
const startLogs = `() => {
  window.glossLog = [];
  const owner = (principal) => principal?.addonPolicy?.id ?? principal?.contentScriptAddonPolicy?.id;
  window.glossRequests = { observe(subject) {
    const channel = subject.QueryInterface(Ci.nsIHttpChannel);
    const { loadInfo } = channel;
    const by = owner(loadInfo.triggeringPrincipal) ?? owner(loadInfo.loadingPrincipal);
    // The browser's own services: no tab, and nobody asked but the browser itself.
    if (!by && !loadInfo.browsingContextID && loadInfo.triggeringPrincipal.isSystemPrincipal) return;
    window.glossLog.push(['request', channel.URI.spec, [by ?? '', loadInfo.externalContentPolicyType]]);
  } };
  Services.obs.addObserver(window.glossRequests, 'http-on-modify-request');
  window.glossErrors = { observe(message) {
    if (!(message instanceof Ci.nsIScriptError)) return;
    window.glossLog.push(['problem', message.errorMessage, message.sourceName]);
  } };
  Services.console.registerListener(window.glossErrors);
}`;

/** Said of a document that was left before a question was answered, such as the blank one every tab begins with. */
const lateAnswer = /^Promise (resolved|rejected) (after context unloaded|while context is inactive)/;

/**
 * Said of a page of ours that is laid out while it loads. When a script asks for that, Firefox names the script; when it names
 * the page itself no script did, but what drives the browser, as by giving a tab its size. tests/browser/driver.test.ts shows
 * that the first is heard of.
 */
const earlyLayout = /^Layout was forced before the page was fully loaded/;

/** Drives Firefox by WebDriver BiDi, and by scripts in the browser's own window where that is not enough. */
export async function firefoxEngine({ browser, extensionOrigin }: BrowserWithExtension): Promise<Engine> {
  const connection = connectionOf(browser);
  const requests: LoggedRequest[] = [];
  const problems: LoggedProblem[] = [];
  const inBrowser = await inFirefox(browser);
  // A popup is out of WebDriver's reach, but another page of the extension may look into it.
  let helperTab: Page | undefined;
  let isOnPaper = false;
  // Not from a blank tab, as WebDriver would: Firefox cuts short what content scripts do while one becomes our page.
  const openTab = async (url: string, isPrivate = false): Promise<Page> => {
    const before = new Set(browser.targets());
    await inBrowser(
      `async (url) => {
        const within = ${isPrivate ? 'await new Promise(openPrivate)' : 'window'};
        function openPrivate(resolve) {
          const opened = OpenBrowserWindow({ private: true });
          opened.addEventListener('load', () => opened.delayedStartupPromise.then(() => resolve(opened)), { once: true });
        }
        const { gBrowser } = within;
        const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
        const tab = gBrowser.addTab(url, { triggeringPrincipal });
        gBrowser.selectedTab = tab;
        // Until it has loaded it may be given another process, and with it another name.
        while (tab.linkedBrowser.currentURI.spec !== url || tab.linkedBrowser.webProgress.isLoadingDocument) {
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      }`,
      url,
    );
    for (;;) {
      // A window comes with a tab of its own.
      const target = await browser.waitForTarget((found) => !before.has(found));
      before.add(target);
      const page = await target.asPage();
      // What a test pressed just before may open a tab too, and it may be closed already.
      const shown = await page.evaluate(() => location.href).catch(() => '');
      if (shown === url) return page;
    }
  };

  const openExtensionPage = (path: string): Promise<Page> => openTab(`${extensionOrigin}/${path}`);

  const openPrivately = async (address: string, isAllowed: boolean): Promise<Page> => {
    if (!isAllowed) return openTab(address, true);
    helperTab = undefined;
    await inBrowser(`async () => {
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      const allowed = { permissions: ['internal:privateBrowsingAllowed'], origins: [] };
      await ExtensionPermissions.add('${geckoId}', allowed);
      await (await AddonManager.getAddonByID('${geckoId}')).reload();
      await ${policy}.readyPromise;
    }`);
    return openTab(address, true);
  };

  connection.on('log.entryAdded', ({ level, text, stackTrace }) => {
    if (level !== 'error' && level !== 'warn') return;
    const ours = stackTrace?.callFrames.some(({ url }) => url.startsWith(extensionOrigin));
    problems.push({ by: ours ? 'extension' : 'page', text });
  });
  await inBrowser(startLogs);
  const isOwnProblem = (text: string, source: string): boolean =>
    source.startsWith(extensionOrigin) &&
    !lateAnswer.test(text) &&
    !(earlyLayout.test(text) && source.endsWith('.html'));

  return {
    kind: 'firefox',
    browser,
    extensionOrigin,
    requests,
    problems,

    async readLogs() {
      const log = JSON.parse(await inBrowser('() => JSON.stringify(window.glossLog.splice(0))'));
      for (const [what, first, second] of log) {
        if (what === 'request') requests.push(namedRequest(first, second));
        else if (isOwnProblem(first, second))
          problems.push({ by: 'extension', text: `${first} (${second})` });
      }
    },

    forget() {
      requests.length = 0;
      problems.length = 0;
      helperTab = undefined;
    },

    // One question and its answer: what puppeteer waits for is put together from events, and is missed now and then.
    async show(page, address) {
      const { _id: context } = page.mainFrame() as unknown as { readonly _id: string };
      await connection.send('browsingContext.navigate', { context, url: address, wait: 'complete' });
    },

    async command(page, name) {
      await page.bringToFront();
      await inBrowser(`(name) => ${extension}.shortcuts.onCommand(name)`, name);
    },

    async killBackground() {
      await inBrowser(`() => ${extension}.terminateBackground()`);
    },

    heapLevels: () => firefoxLevels(inBrowser, extensionOrigin),

    openExtensionPage,

    async clickAction(over) {
      await over.bringToFront();
      await inBrowser(clickAction);
    },

    async readOnClickOnly() {
      await inBrowser(`async () => {
        const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        const { origins } = await ExtensionPermissions.get('${geckoId}');
        await ExtensionPermissions.remove('${geckoId}', { permissions: [], origins: [...origins] }, ${extension});
      }`);
    },

    async answerRequest(isAllowed, request) {
      await request();
      await inBrowser(
        `async (name) => {
          const { panel } = PopupNotifications;
          const question = () => panel.querySelector('#addon-webext-permissions-notification');
          while (panel.state !== 'open' || !question()) await new Promise((resolve) => setTimeout(resolve, 20));
          question()[name].click();
        }`,
        isAllowed ? 'button' : 'secondaryButton',
      );
    },

    async withdrawRegistry() {
      await inBrowser(`async () => {
        const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        const withdrawn = { permissions: [], origins: [], data_collection: ['websiteContent'] };
        await ExtensionPermissions.remove('${geckoId}', withdrawn, ${extension});
      }`);
    },

    openPrivately,

    async askPrivately(_address, messages) {
      const page = await openPrivately(`${extensionOrigin}/popup.html`, true);
      const ask = (message: object): Promise<unknown> =>
        Reflect.get(globalThis, 'browser').runtime.sendMessage(message);
      const answers: unknown[] = [];
      for (const message of messages) answers.push(await page.evaluate(ask, message));
      await page.close();
      return answers;
    },

    async openToolbarPopup(over, by) {
      helperTab ??= await openExtensionPage('popup.html');
      const helper = helperTab;
      await over.bringToFront();
      await inBrowser(by === 'reader' ? clickAction : `() => ${action}.openPopup(window)`);
      // It is loaded out of sight, and what is clicked there is lost. Asked from here: in a tab that nobody sees frames and
      // timers come once in a second.
      const isOpen = async (): Promise<boolean> =>
        (await inBrowser(`() => ${popupBrowser}?.closest('panel')?.state ?? ''`)) === 'open' &&
        Boolean(await helper.evaluate(`${popupWindow}?.document.readyState === 'complete'`));
      for (const end = Date.now() + 20_000; !(await isOpen()); ) {
        if (Date.now() > end) throw new Error('The popup did not open.');
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return firefoxPopup(helper, inBrowser);
    },

    async removeExtension() {
      helperTab = undefined;
      await browser.uninstallExtension(geckoId);
    },

    async installExtension(folder) {
      helperTab = undefined;
      // With the extension its address was forgotten.
      await inBrowser(
        `(uuids) => Services.prefs.setStringPref('extensions.webextensions.uuids', uuids)`,
        JSON.stringify({ [geckoId]: new URL(extensionOrigin).host }),
      );
      await browser.installExtension(folder);
      await inBrowser(`async () => { await ${policy}.readyPromise; }`);
    },

    async prefer(page, { colours, reducedMotion, forcedColours, textSize = 16, onPaper = false }) {
      if (onPaper !== isOnPaper) {
        isOnPaper = onPaper;
        await page.bringToFront();
        const medium = '(to) => { gBrowser.selectedBrowser.browsingContext.mediumOverride = to }';
        await inBrowser(medium, onPaper ? 'print' : '');
      }
      await inBrowser(
        `(json) => { for (const [name, value] of JSON.parse(json)) Services.prefs.setIntPref(name, value) }`,
        JSON.stringify([
          ['layout.css.prefers-color-scheme.content-override', colours === 'dark' ? 0 : 1],
          ['ui.prefersReducedMotion', reducedMotion ? 1 : 0],
          ['browser.display.document_color_use', forcedColours ? 2 : 0],
          ['font.size.variable.x-western', textSize],
        ]),
      );
    },

    async zoom(page, factor) {
      await page.bringToFront();
      const zoom = `(to) => ZoomManager.setZoomForBrowser(gBrowser.selectedBrowser, Number(to))`;
      await inBrowser(zoom, String(factor));
    },
  };
}

const connectionOf = (browser: Browser): Connection =>
  (browser as unknown as { readonly connection: Connection }).connection;

/** Runs the text of a function in the window of the browser itself, which may do everything. */
export async function inFirefox(
  browser: Browser,
): Promise<(text: string, argument?: string) => Promise<string>> {
  const connection = connectionOf(browser);
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const { contexts } = tree.result as { readonly contexts: readonly { readonly context: string }[] };
  const target = { context: contexts[0]?.context };
  return async (text, argument = '') => {
    const { result } = await connection.send('script.callFunction', {
      functionDeclaration: text,
      arguments: [{ type: 'string', value: argument }],
      target,
      awaitPromise: true,
    });
    const evaluation = result as Evaluation;
    if (evaluation.type === 'exception') throw new Error(evaluation.exceptionDetails?.text);
    return evaluation.result?.value ?? '';
  };
}

function firefoxPopup(
  helper: Page,
  inBrowser: (text: string, argument?: string) => Promise<string>,
): ToolbarPopup {
  return {
    async evaluate(look, ...args) {
      const result = await helper.evaluate(`(${look})(${popupWindow}, ...${JSON.stringify(args)})`);
      return result as ReturnType<typeof look>;
    },
    async press(...keys) {
      await inBrowser(
        `(keys) => {
          ${popupBrowser}.focus();
          const input = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
          input.beginInputTransaction(window, () => {});
          for (const key of JSON.parse(keys)) {
            const event = new KeyboardEvent('', { key, code: key.length > 1 ? key : '' });
            const flags = key.length > 1 ? input.KEY_NON_PRINTABLE_KEY : 0;
            input.keydown(event, flags);
            input.keyup(event, flags);
          }
        }`,
        JSON.stringify(keys),
      );
    },
    async click(selector) {
      const find = (): Promise<readonly [number, number]> =>
        this.evaluate(({ document }, wanted) => {
          const element = document.querySelector(wanted);
          element?.scrollIntoView({ block: 'nearest' });
          const { x = 0, y = 0, width = 0, height = 0 } = element?.getBoundingClientRect() ?? {};
          return [x + width / 2, y + height / 2] as const;
        }, selector);
      // Where it stands still: a popup that has just opened goes on filling itself.
      let place = await find();
      for (let before: string | undefined; before !== String(place); ) {
        before = String(place);
        await new Promise((resolve) => setTimeout(resolve, 60));
        place = await find();
      }
      // The popup has a process of its own, where this script is run.
      await inBrowser(
        `async (place) => {
          const { messageManager } = ${popupBrowser};
          const clicked = new Promise((resolve) => messageManager.addMessageListener('clicked', resolve));
          const script = \`for (const type of ['mousemove', 'mousedown', 'mouseup'])
            content.synthesizeMouseEvent(type, ...\${place}, { button: 0, clickCount: 1 });
            sendAsyncMessage('clicked');\`;
          messageManager.loadFrameScript('data:,' + encodeURIComponent(script), false);
          await clicked;
        }`,
        JSON.stringify(place),
      );
    },
    async screenshot() {
      const url = await inBrowser(`async () => {
        const picture = await ${popupBrowser}.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
        const canvas = new OffscreenCanvas(picture.width, picture.height);
        canvas.getContext('2d').drawImage(picture, 0, 0);
        const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
        return bytes.toBase64();
      }`);
      return Buffer.from(url, 'base64');
    },
    async close() {
      await inBrowser(`() => ${popupBrowser}?.closest('panel')?.hidePopup()`);
    },
  };
}

function namedRequest(url: string, [owner, type]: readonly [string, number]): LoggedRequest {
  const byPage = pageTypes.get(type);
  if (owner) return { url, type: byPage ?? 'fetch', by: owner === geckoId ? 'extension' : 'unknown' };
  // A content script of ours fetches in the page's name: only what needs no script is certainly the page's.
  return byPage ? { url, type: byPage, by: 'page' } : { url, type: 'fetch', by: 'unknown' };
}
