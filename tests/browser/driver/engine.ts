import type { Browser, Page } from 'puppeteer-core';
import type { BrowserKind } from '@/scripts/browser/find-browser.ts';
import type { HeapLevels } from './heap-levels.ts';

/** One request that left a tab, a frame, the background or a surface of the extension. */
export interface LoggedRequest {
  readonly url: string;
  /** What asked: document, image, fetch and so on, in the browser's own word, lower case. */
  readonly type: string;
  /** `extension`: it certainly came from our code. `page`: from the page. `unknown`: the browser does not tell. */
  readonly by: 'extension' | 'page' | 'unknown';
}

/** An error or warning in a console, or an exception nobody caught. */
export interface LoggedProblem {
  readonly by: 'extension' | 'page';
  readonly text: string;
}

/** How a page is told the reader's preferences are. */
export interface Preferences {
  readonly colours?: 'light' | 'dark';
  readonly reducedMotion?: boolean;
  readonly forcedColours?: boolean;
  /** What the browser writes ordinary text in, in CSS pixels. */
  readonly textSize?: number;
  /** On paper, as the preview of a print shows it. */
  readonly onPaper?: boolean;
}

/** The real popup that opens from the toolbar. */
export interface ToolbarPopup {
  /** Runs a function with the popup's window; it may use nothing from outside of itself. */
  evaluate<Args extends readonly unknown[], Result>(
    look: (popup: Window, ...args: Args) => Result,
    ...args: Args
  ): Promise<Result>;
  /** Presses keys as a reader would, one after the other: letters, or names such as ArrowDown. */
  press(...keys: readonly string[]): Promise<void>;
  /** A real click on the first element that matches. */
  click(selector: string): Promise<void>;
  /** A PNG. */
  screenshot(): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Who opens the popup over the toolbar. */
export type PopupOpener = 'reader' | 'script';

/** What the two browsers do each in their own way. */
export interface Engine {
  readonly kind: BrowserKind;
  readonly browser: Browser;
  /** Without a slash at the end. */
  readonly extensionOrigin: string;
  readonly requests: readonly LoggedRequest[];
  readonly problems: readonly LoggedProblem[];
  /** Brings what was logged up to now into `requests` and `problems`. */
  readLogs(): Promise<void>;
  /** Empties both, and knows of no page: all are closed. */
  forget(): void;
  /** Has a tab show an address, and waits until it has loaded. */
  show(page: Page, address: string): Promise<void>;
  /** As if the reader pressed the keys of a command, with this page in front. */
  command(page: Page, name: string): Promise<void>;
  /** Ends the background, as the browser may at any moment. */
  killBackground(): Promise<void>;
  /** What is held after a forced collection, with this page in front. */
  heapLevels(page: Page): Promise<HeapLevels>;
  /** Opens a page of the extension in a tab of its own, without waiting until it has loaded. */
  openExtensionPage(path: string): Promise<Page>;
  /** A real click on the extension's button, with this page in front. */
  clickAction(over: Page): Promise<void>;
  /** The extension may see a page only when its button is clicked there: a choice readers have in both browsers. */
  readOnClickOnly(): Promise<void>;
  /**
   * Runs what requests the permission for the registry, a click, and allows it or not as the reader would. In Chromium the
   * question is out of reach of DevTools: the host is allowed in the browser's settings beforehand, which spares the
   * question, or the question stays unanswered.
   */
  answerRequest(isAllowed: boolean, request: () => Promise<void>): Promise<void>;
  /** Takes the permission for the registry away, as a reader may in the browser's own settings. */
  withdrawRegistry(): Promise<void>;
  /** Opens a private window with a page; the extension is not allowed in private windows, or is from then on. */
  openPrivately(address: string, isAllowed: boolean): Promise<Page>;
  /**
   * Opens a private window, in which the extension is allowed from then on, and asks the background from there: as a
   * content script of the page at this address, or as a page of the extension. Gives the answers. Pages of the extension
   * that are open are closed by that.
   */
  askPrivately(address: string, messages: readonly object[]): Promise<unknown[]>;
  /** By a click on the extension's button, which shows it the tab; or without the reader, as any script may open it. */
  openToolbarPopup(over: Page, by: PopupOpener): Promise<ToolbarPopup>;
  /** Takes the extension away, as a reader may while pages are open. */
  removeExtension(): Promise<void>;
  /** Loads the extension in this folder; if it is there already it is updated. */
  installExtension(folder: string): Promise<void>;
  prefer(page: Page, preferences: Preferences): Promise<void>;
  /** The browser's own zoom; 1 is 100 %. */
  zoom(page: Page, factor: number): Promise<void>;
}
