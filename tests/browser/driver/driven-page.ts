import type { Frame, Page } from 'puppeteer-core';
import { insidePopover } from '@/scripts/browser/inside-popover.ts';
import { type MarkOnPage, marksOnPage } from '@/scripts/browser/marks-on-page.ts';
import { pointAt, showMark } from '@/scripts/browser/show-mark.ts';

/** A rectangle in CSS pixels of the viewport. */
export interface ViewportRect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** An element inside the popover. */
export interface PopoverElement extends ViewportRect {
  readonly text: string;
}

/** A tab with a page in it, as a reader uses it: every pointer and key event is a real, trusted one. */
export interface DrivenPage {
  /** The page itself, for all that has nothing to do with the extension. */
  readonly page: Page;
  /** Marks near the viewport, or of the whole page. */
  marks(wholePage?: boolean): Promise<MarkOnPage[]>;
  /** Waits until the page has marks, and gives those near the viewport. */
  untilMarked(): Promise<MarkOnPage[]>;
  /** Scrolls to the first mark with this text and gives where it lies now. */
  showMark(text: string): Promise<MarkOnPage>;
  /** Scrolls to the first mark with this text and moves the pointer onto it. */
  hoverMark(text: string): Promise<MarkOnPage>;
  clickMark(text: string): Promise<MarkOnPage>;
  popover: DrivenPopover;
  /** The popover of a frame in it; what it says of places is in the frame's own coordinates. */
  popoverIn(frame: Frame): DrivenPopover;
  close(): Promise<void>;
}

/** The popover of a page, through its closed shadow root. */
export interface DrivenPopover {
  isOpen(): Promise<boolean>;
  /** Its text as a reader sees it; `undefined` while no popover is there. */
  text(): Promise<string | undefined>;
  find(selector: string): Promise<PopoverElement | undefined>;
  findAll(selector: string): Promise<PopoverElement[]>;
  /** A real click on the first element that matches, or on the first that also has this text. */
  click(selector: string, text?: string): Promise<void>;
  /** Moves the pointer onto the first element that matches. */
  hover(selector: string): Promise<void>;
  /** Waits until it is open and its text matches. */
  until(text: RegExp | string): Promise<string>;
  untilClosed(): Promise<void>;
  /** Runs a function in the closed root; it may use nothing from outside of itself. */
  evaluate<Args extends readonly unknown[], Result>(
    look: (root: ShadowRoot, ...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result | undefined>;
}

/** Milliseconds after which waiting for the extension is given up. */
const patience = 10_000;

/** Makes a tab drivable. */
export function drivePage(page: Page): DrivenPage {
  const marks = async (wholePage = false): Promise<MarkOnPage[]> => {
    const viewport = page.viewport();
    if (!wholePage || !viewport) return page.evaluate(marksOnPage, wholePage);
    // In a window six times as tall a page is scrolled through six times as fast.
    await page.setViewport({ ...viewport, height: viewport.height * 6 });
    const found = await page.evaluate(marksOnPage, true);
    await page.setViewport(viewport);
    return found;
  };
  const popover = drivePopover(page, page.mainFrame());

  const driven: DrivenPage = {
    page,
    marks,
    popover,
    popoverIn: (frame) => drivePopover(page, frame),
    untilMarked: () => until(marks, (found) => found.length > 0, 'no mark appeared'),

    async showMark(text) {
      await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
      await driven.untilMarked();
      return showMark(page, text);
    },

    async hoverMark(text) {
      const mark = await driven.showMark(text);
      await pointAt(page, mark);
      return mark;
    },

    async clickMark(text) {
      const mark = await driven.hoverMark(text);
      await page.mouse.down();
      await page.mouse.up();
      return mark;
    },

    close: () => page.close(),
  };
  return driven;
}

function drivePopover(page: Page, frame: Frame): DrivenPopover {
  const evaluate: DrivenPopover['evaluate'] = (look, ...args) => insidePopover(frame, look, ...args);
  const findAll = async (selector: string): Promise<PopoverElement[]> =>
    (await evaluate((root, wanted) => {
      return [...root.querySelectorAll<HTMLElement>(wanted)].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return { text: element.innerText ?? element.textContent, x, y, width, height };
      });
    }, selector)) ?? [];
  const text = (): Promise<string | undefined> =>
    evaluate((root) =>
      [...root.children]
        .map((child) => ('innerText' in child && child.localName !== 'style' ? child.innerText : ''))
        .join('\n')
        .trim(),
    );
  const centre = async (selector: string, wanted?: string): Promise<readonly [number, number]> => {
    let before: PopoverElement | undefined;
    // Where it stands still: a card that has just changed may be placed anew in the next frame.
    const element = await until(
      async () => {
        const last = before;
        before = (await findAll(selector)).find(
          (found) => wanted === undefined || found.text.trim() === wanted,
        );
        return last && before && last.x === before.x && last.y === before.y ? before : undefined;
      },
      (found) => found !== undefined,
      `nothing in the popover is ${selector} ${wanted ?? ''}, or it never stands still`,
    );
    if (!element) throw new Error(`nothing in the popover is ${selector}`);
    return [element.x + element.width / 2, element.y + element.height / 2];
  };

  return {
    evaluate,
    findAll,
    text,
    find: async (selector) => (await findAll(selector))[0],
    isOpen: async () => Boolean(await text()),
    async click(selector, wanted) {
      const [x, y] = await centre(selector, wanted);
      await page.mouse.move(x, y, { steps: 5 });
      await page.mouse.down();
      await page.mouse.up();
    },
    async hover(selector) {
      const [x, y] = await centre(selector);
      await page.mouse.move(x, y, { steps: 5 });
    },
    async until(wanted) {
      const matches = (found: string | undefined): boolean =>
        found !== undefined && (typeof wanted === 'string' ? found.includes(wanted) : wanted.test(found));
      const found = await until(text, matches, `the popover never said ${wanted}`);
      return found ?? '';
    },
    async untilClosed() {
      await until(text, (found) => !found, 'the popover stayed open');
    },
  };
}

/** Asks again and again until the answer is right. */
async function until<Answer>(
  ask: () => Promise<Answer>,
  isRight: (answer: Answer) => boolean,
  complaint: string,
): Promise<Answer> {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (isRight(answer)) return answer;
    if (Date.now() > end)
      throw new Error(`${complaint}; the last answer was ${JSON.stringify(answer)?.slice(0, 300)}`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}
