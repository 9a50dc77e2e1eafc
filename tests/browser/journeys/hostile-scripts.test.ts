// Pages whose scripts work against us. Reading goes on or stops cleanly, and such a page gains nothing but that marks or a
// card exist: it triggers, forges and hides no action, and reads nothing in a card.
import { beforeAll, describe, expect, test } from 'vitest';
import type { DrivenPage } from '../driver/driven-page.ts';
import { brokenGlobals, grasping, sweeping, trapping } from '../test-pages/hostile-scripts.ts';
import { browsers, storeSettings, useBrowser } from './set-up.ts';

/** Where the words stand: of some of these pages nothing can be asked. */
const words =
  '<p style="position: fixed; left: 100px; top: 100px; margin: 0; font: 16px/20px sans-serif">anhedonia</p><p style="position: fixed; left: 100px; top: 160px; margin: 0; font: 16px/20px sans-serif">NCT04602260</p>';
const word = { x: 130, y: 110 };
const trial = { x: 130, y: 170 };

describe.each(browsers)('%s', (kind) => {
  const driver = useBrowser(kind);
  let own: DrivenPage;
  beforeAll(async () => {
    await storeSettings(driver(), {});
    own = await driver().openPopupTab();
  });

  const open = async (attack: string): Promise<DrivenPage> => {
    const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Against us</title>${attack}<body>${words}</body></html>`;
    return driver().showPage(driver().pages.add('/against', html));
  };
  /** Rests on the words until their card is open. */
  const rest = async ({ page, popover }: DrivenPage, { x, y }: typeof word, says: string): Promise<void> => {
    let to = x;
    const text = async (): Promise<string> => {
      to = to === x ? x + 2 : x;
      await page.mouse.move(to, y);
      return (await popover.text()) ?? '';
    };
    await expect.poll(text).toContain(says);
  };
  const close = async ({ page, popover }: DrivenPage): Promise<void> => {
    await page.keyboard.press('Escape');
    await popover.untilClosed();
  };
  /** All that an action could change: what is stored, what is permitted, what is open. */
  const state = (): Promise<string> =>
    own.page.evaluate(async () => {
      const { storage, permissions, tabs } =
        Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
      const { sync, local, session } = storage;
      const stored = await Promise.all([sync, local, session].map((area) => area.get(null)));
      return JSON.stringify([stored, await permissions.getAll(), (await tabs.query({})).length]);
    });

  test('whose functions and prototypes do something else: we use none of them', async () => {
    const driven = await open(brokenGlobals);
    await rest(driven, word, 'Medical information, not advice');
    await close(driven);
    await driver().command(driven, 'next-mention');
    await driven.popover.until(/1 of 2\s+Anhedonia/);
    await driver().command(driven, 'next-mention');
    await driven.popover.until(/2 of 2.*belongs to another study/s);
    await close(driven);
    await driver().command(driven, 'list-mentions');
    await driven.popover.until('Known words on this page');
    await close(driven);
    expect(await driven.page.title()).toBe('Against us');
  });

  test('that define our element and watch all that names nodes: what they get hold of they cannot use', async () => {
    const driven = await open(grasping);
    const before = await state();
    await rest(driven, trial, 'belongs to another study');
    await driven.popover.click('[aria-label="Keep open"]');
    await driven.page.keyboard.press('Tab');
    await driven.popover.click('.ng-title');
    await driven.page.mouse.wheel({ deltaY: 100 });
    const grasped: string[] = await driven.page.evaluate(() => Reflect.get(window, 'grasped'));
    // Firefox names the innermost node of an event, in closed trees too, whoever asks: there a page can come in.
    const known =
      kind === 'firefox' ? ['explicitOriginalTarget', 'originalTarget', 'rangeParent', 'selection'] : [];
    expect(grasped.filter((by) => !known.includes(by))).toEqual([]);
    await driven.page.evaluate(() => {
      const root: ShadowRoot | undefined = Reflect.get(window, 'graspedRoot');
      // A link leads where any link of the page could lead: to press it is no action of ours.
      for (const element of root?.querySelectorAll('button, summary') ?? []) {
        if (element instanceof HTMLElement) element.click();
        element.dispatchEvent(new PointerEvent('click', { bubbles: true, composed: true }));
      }
      for (const title of root?.querySelectorAll('.ng-title') ?? []) title.textContent = 'Forged';
    });
    await driven.popover.click('[aria-label="Copy with sources"]');
    await driven.popover.until('Copied');
    expect(await state()).toBe(before);
    await close(driven);
    await driven.page.mouse.move(900, 800);
    await rest(driven, trial, 'belongs to another study');
    expect(await driven.popover.text()).not.toContain('Forged');
    await close(driven);
  });

  test('that sweep us away without end: it stops, and goes on when they stop', async () => {
    const driven = await open(sweeping);
    const swept = (): Promise<number> => driven.page.evaluate(() => Reflect.get(window, 'swept'));
    let to = word.x;
    await expect
      .poll(async () => {
        to = to === word.x ? word.x + 2 : word.x;
        await driven.page.mouse.move(to, word.y);
        return swept();
      })
      .toBeGreaterThan(0);
    // Nobody goes on fighting: what is swept stays away.
    const settled = async (): Promise<boolean> => {
      const before = await swept();
      await new Promise((resolve) => setTimeout(resolve, 300));
      return (await swept()) === before;
    };
    await expect.poll(settled).toBe(true);
    expect(await driven.popover.isOpen()).toBe(false);
    await driven.page.evaluate(() => Reflect.set(window, 'isSweeping', false));
    await driven.page.mouse.move(600, 600);
    await rest(driven, trial, 'belongs to another study');
    expect((await driven.marks()).map(({ text }) => text)).toEqual(['anhedonia', 'NCT04602260']);
    await close(driven);
  });

  test('that trap keys and steal the focus: a press beside the card closes it', async () => {
    const driven = await open(trapping);
    await driven.untilMarked();
    await driver().command(driven, 'next-mention');
    await driven.popover.until('Anhedonia');
    await driven.page.keyboard.press('Enter');
    await driven.page.keyboard.press('Escape');
    expect(await driven.popover.text()).toContain('Anhedonia');
    await driven.page.mouse.click(900, 800);
    await driven.popover.untilClosed();
  });

  test('that make up every event, or show something else in front of a card: no action is triggered, forged or hidden', async () => {
    const driven = await open('');
    await driven.untilMarked();
    const before = await state();
    await rest(driven, trial, 'belongs to another study');
    await driven.popover.click('[aria-label="Keep open"]');
    const card = await driven.popover.text();
    await driven.page.evaluate(forgeEverything);
    expect(await driven.popover.text()).toBe(card);

    // Something of the page's own in front, which lets every press through to the card behind it.
    await driven.page.evaluate(() => {
      const front = document.createElement('div');
      front.popover = 'manual';
      front.style.cssText =
        'position: fixed; inset: 0; width: 100vw; height: 100vh; background: white; pointer-events: none';
      document.body.append(front);
      front.showPopover();
    });
    const names = await driven.popover.evaluate((root) =>
      [...root.querySelectorAll('button:not(.ng-follow)')].map(
        (each) => each.getAttribute('aria-label') ?? each.textContent,
      ),
    );
    expect(names).toEqual(expect.arrayContaining(['Copy with sources', 'Check the registry now', 'Close']));
    // The popup that one of them opens is another window, out of the page's reach.
    const left = names?.filter((each) => each !== 'Open in the popup' && each !== 'Close') ?? [];
    for (const name of [...left, 'Close']) {
      const [x, y] = (await driven.popover.evaluate((root, wanted) => {
        const button = [...root.querySelectorAll('button')].find(
          (each) => (each.getAttribute('aria-label') ?? each.textContent) === wanted,
        );
        for (const details of root.querySelectorAll('details')) details.open = true;
        button?.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { x = 0, y = 0, width = 0, height = 0 } = button?.getBoundingClientRect() ?? {};
        return [x + width / 2, y + height / 2] as const;
      }, name)) ?? [0, 0];
      await driven.page.mouse.click(x, y);
    }
    await driven.popover.untilClosed();
    expect(await state()).toBe(before);
  });
});

/** Runs in the page: everything it can do to the card without the reader. */
function forgeEverything(): void {
  const host = document.querySelector('naltrexone-gloss');
  // All that the platform has names for, and what it names nowhere.
  const types = ['focusin', 'focusout', 'touchstart', 'touchend', 'command', 'message'];
  for (const name in window) if (name.startsWith('on')) types.push(name.slice(2));
  for (const name in document.body) if (name.startsWith('on')) types.push(name.slice(2));
  for (const target of [host, document.body, document, window]) {
    for (const type of types) {
      for (const key of type.startsWith('key') ? ['Enter', 'Escape', ' ', 'Tab', 'ArrowLeft', 'Alt'] : ['']) {
        const init = { key, bubbles: true, composed: true, cancelable: true, clientX: 130, clientY: 220 };
        target?.dispatchEvent(
          type.startsWith('key') ? new KeyboardEvent(type, init) : new PointerEvent(type, init),
        );
        target?.dispatchEvent(Object.assign(new Event(type, init), { persisted: true }));
      }
    }
  }
  if (!(host instanceof HTMLElement)) return;
  host.click();
  host.focus();
  host.blur();
  host.scrollTo(0, 500);
  // By their ids, from outside of the tree they are in.
  for (const attribute of ['popovertarget', 'commandfor', 'form', 'for', 'aria-controls']) {
    for (const id of ['ng-frame', 'ng-heading']) {
      const button = document.createElement(attribute === 'for' ? 'label' : 'button');
      button.setAttribute(attribute, id);
      button.setAttribute('command', 'hide-popover');
      document.body.append(button);
      button.click();
      button.remove();
    }
  }
  for (const message of [
    { question: 'checkTrial', with: ['NCT04602260', { again: true }] },
    { order: 'read', with: [] },
  ]) {
    window.postMessage(message, '*');
    document.dispatchEvent(new CustomEvent('message', { detail: message }));
  }
}
