// Two hours of reading, played fast: what a browser holds at the end is what it held after the first pages, nothing
// complained, and no setting was lost. `npm run soak` prints the levels; SOAK is how much of it is played, 1 for all.
import { describe, expect, onTestFinished, test } from 'vitest';
import { readSettings } from '@/core/read-settings.ts';
import { savedPagePolicy } from '@/scripts/browser/serve-pages.ts';
import type { HeapLevels } from '../browser/driver/heap-levels.ts';
import { browsers, storeSettings, useBrowser } from '../browser/journeys/set-up.ts';
import { startControl } from './control.ts';
import { marksInWindow } from './marks-in-window.ts';
import { savedPage } from './saved-pages.ts';
import { useSettings } from './settings-in-use.ts';

const share = Number(process.env.SOAK ?? 1);
const part = (whole: number): number => Math.max(1, Math.round(whole * share));
const pages = part(500);
/** The levels at the end are held against those after so many pages. */
const firstPages = part(50);
const hoversOnPage = 32;
const kills = part(50);
const navigations = part(200);
const hoversOnView = 20;
/** A page keeps the cards of the last 40 entries that were looked at: after so many views it has that many. */
const firstViews = part(50);
/** More than browsers keep for going back to. */
const keptPages = 8;
/** What is compared is measured so many times. */
const compared = 4;
/** So much more may be held at the end than after the first pages. */
const tolerance = 1.05;

const settings = readSettings({ density: 'every', quiet: false, openAfter: 0, closeAfter: 0, badge: true });
const policy = { 'content-security-policy': savedPagePolicy };
/** An application of one page: what is shown is taken from saved pages, without loading anew. */
const application =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>App</title><body><main></main></body></html>';

/** Runs in the application. Not fetched: of what a page fetches Firefox does not tell for whom. */
const show = (text: string, path: string): void => {
  const { body } = new DOMParser().parseFromString(text, 'text/html');
  history.pushState(null, '', path);
  // Of a password without a form Chromium's console complains, and holds all that is around it for ever.
  for (const left of body.querySelectorAll('script, link, iframe, img, [type="password"]')) left.remove();
  document.querySelector('main')?.replaceChildren(...body.childNodes);
  scrollTo(0, 0);
};

describe.each(browsers)('%s', (kind) => {
  const driver = useBrowser(kind, { leavesTraces: true });

  test(`${pages} pages, ${pages * hoversOnPage + navigations * hoversOnView} hovers, ${navigations} navigations, ${kills} ends of the background`, async () => {
    await storeSettings(driver(), settings);
    const inUse = await useSettings(driver(), settings);
    const driven = await driver().openPage('/papers/PMC5808396.html');
    // A fading card has every rest wait for more frames.
    await driver().prefer(driven, { reducedMotion: true });
    const control = kind === 'firefox' ? await startControl() : undefined;
    onTestFinished(() => control?.close());
    /** Has this tab, and the one without the extension, show an address. */
    const go = (address: string): Promise<unknown> =>
      Promise.all([driven.page.goto(address), control?.page.goto(address)]);
    let hovers = 0;
    let looks = 0;

    /** Rests on one mark of the window after the other, and scrolls on. */
    const hover = (count: number): Promise<unknown> => Promise.all([rest(count), control?.move(count)]);
    const rest = async (count: number): Promise<void> => {
      for (let left = count, by = 0; left > 0; by = 500) {
        const marks = await driven.page.evaluate(marksInWindow, by);
        if (marks.length === 0) throw new Error(`Nothing is marked at ${driven.page.url()}`);
        // Few of them are gone over twice, one after the other.
        const rounds = marks.length === 1 ? 1 : Math.ceil(8 / marks.length);
        const rests = Array.from({ length: rounds }, () => marks)
          .flat()
          .slice(0, left);
        for (const [x, y] of rests) await driven.page.mouse.move(x, y);
        left -= rests.length;
        hovers += rests.length;
      }
    };
    /** The card of what the pointer rests on is there, and says what it should. */
    const look = async (): Promise<void> => {
      const [[x, y] = [0, 0]] = await driven.page.evaluate(marksInWindow, -1e6);
      await driven.page.mouse.move(x + 1, y);
      await driven.page.mouse.move(x, y);
      const text = await driven.popover.until(/Medical information, not advice/);
      expect(text).not.toMatch(/cannot be fetched|updated or switched off/);
      looks += 1;
      await driven.page.keyboard.press('Escape');
      await driven.popover.untilClosed();
    };

    /** What is held now, this tab having shown everything; without what the browser alone has gained. */
    const measure = async (when: string): Promise<HeapLevels> => {
      const levels = await driver().engine.heapLevels(driven.page);
      const gained = (await control?.gained()) ?? 0;
      const alone = control ? `; without us it has gained ${inMegabytes(gained)}` : '';
      console.log(inWords(when, levels) + alone);
      return { ...levels, page: levels.page - gained };
    };
    /** What is held on a page that is the same each time. */
    const measurePage = async (when: string): Promise<HeapLevels> => {
      // Pages that are kept for going back to are no leak: now they are always the same.
      for (let kept = 0; kept < keptPages; kept += 1)
        await go(driver().pages.add(`/kept/${kept}`, '<title>Kept</title><p>anhedonia</p>'));
      await go(new URL('/papers/PMC5808396.html', driver().pages.origin).href);
      await hover(3);
      await look();
      return measure(when);
    };
    /** The least that is held on it: the browser keeps a few per cent more of the same page or does not, as it pleases. */
    const measurePages = async (when: string, times = 1): Promise<HeapLevels> => {
      await inUse.settle();
      let least = await measurePage(when);
      for (let time = 1; time < times; time += 1) {
        const { page, extension, counts } = await measurePage(when);
        least = { page: Math.min(page, least.page), extension: Math.min(extension, least.extension), counts };
      }
      return least;
    };

    const visit = async (index: number): Promise<void> => {
      await go(driver().pages.add(`/soak/${index}`, savedPage(index), policy));
      await hover(hoversOnPage);
      if (index % 10 === 0) await look();
    };

    let first: HeapLevels | undefined;
    let killed = 0;
    // The background lives through the first pages and through the last ones: in between it is ended again and again.
    const [killFrom, killTo] = [firstPages, Math.round(pages * 0.8)];
    for (let index = 0; index < pages; index += 1) {
      if (index === firstPages) first = await measurePages(`${index} pages`, compared);
      const due = Math.min(kills, Math.floor((kills * (index + 1 - killFrom)) / (killTo - killFrom)));
      const isKill = killed < due;
      if (isKill) killed += 1;
      await Promise.all([
        visit(index),
        index % 5 === 4 && inUse.change(),
        isKill && driver().killBackground(),
      ]);
      if (index > firstPages && index % firstPages === 0) await measurePages(`${index} pages`);
    }
    const afterPages = await measurePages(`${pages} pages`, compared);
    expect(killed).toBe(kills);

    await go(driver().pages.add('/app', application));
    const showView = async (view: number): Promise<void> => {
      for (const page of [driven.page, control?.page])
        await page?.evaluate(show, savedPage(view), `/app/${view}`);
      await hover(hoversOnView);
    };
    const measureViews = async (when: string): Promise<HeapLevels> => {
      await inUse.settle();
      // The view before the last may still be held, by the pointer if by nothing else: now it is always the same.
      for (const view of [1, 0]) {
        await showView(view);
        await look();
      }
      return measure(when);
    };
    let firstView: HeapLevels | undefined;
    for (let view = 0; view < navigations; view += 1) {
      if (view === firstViews) firstView = await measureViews(`${view} navigations in one document`);
      await Promise.all([showView(view), view % 5 === 4 && inUse.change()]);
      if (view % 10 === 0) await look();
    }
    const lastView = await measureViews(`${navigations} navigations in one document`);
    const last = await measurePages('all', compared);

    expect(await inUse.stored()).toEqual(inUse.expected());
    console.log(
      `${kind}: ${hovers} hovers, ${looks} cards looked at, ${killed} ends, settings ${inUse.expected().sites.size}`,
    );
    for (const [before, after] of [
      [first, afterPages],
      [first, last],
      [firstView, lastView],
    ]) {
      expect(after?.page).toBeLessThan((before?.page ?? 0) * tolerance);
      expect(after?.extension).toBeLessThan((before?.extension ?? 0) * tolerance);
    }
    await driven.close();
  });
});

const inMegabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;

function inWords(when: string, { page, extension, counts }: HeapLevels): string {
  const others = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
  return `after ${when}: page ${inMegabytes(page)}, extension ${inMegabytes(extension)}, ${others.join(', ')}`;
}
