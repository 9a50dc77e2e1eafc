// Pages that draw their text again and again, by whatever means: it stays theirs, and the marks follow.
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundled } from '../bundled.ts';
import type { DrivenPage } from '../driver/driven-page.ts';
import type { FrameworkPage } from '../test-pages/framework-page.ts';
import { browsers, storeSettings, useBrowser } from './set-up.ts';

declare global {
  interface Window {
    readonly frameworkPage: FrameworkPage;
  }
}

const frameworks = [
  ['React', 'react-words.ts', ''],
  ['Vue', 'vue-words.ts', ''],
  ['Svelte', 'svelte-words.ts', ''],
  ['Lit, in a shadow tree', 'lit-words.ts', ''],
  ['Lit, in the page’s own tree', 'lit-words.ts', 'data-light'],
] as const;

/** What is to be marked in even and odd states. */
const marked = [
  ['PTSD', 'anhedonia', 'low-dose naltrexone', 'naltrexone', 'dopamine', 'schizophrenia'],
  ['low-dose naltrexone', 'schizophrenia', 'naltrexone'],
] as const;

describe.each(browsers)('%s', (kind) => {
  const driver = useBrowser(kind);
  beforeAll(async () => {
    for (const [, entry] of frameworks) {
      const script = await bundled(fileURLToPath(new URL(`../test-pages/${entry}`, import.meta.url)));
      driver().pages.add(`/${entry}.js`, script, { 'content-type': 'text/javascript' });
    }
  });

  const become = (driven: DrivenPage, state: number): Promise<string> =>
    driven.page.evaluate(async (wanted) => {
      await window.frameworkPage.become(wanted);
      return window.frameworkPage.text().replace(/\s+/g, ' ');
    }, state);
  /** What is in mark elements; a name that lies in two texts is in two of them. */
  const wordsMarked = async (driven: DrivenPage): Promise<string[]> => {
    const texts = await driven.page.$$eval('mark', (marks) => marks.map(({ textContent }) => textContent));
    return texts.join('|').replace('low-dose |naltrexone', 'low-dose naltrexone').split('|').filter(Boolean);
  };

  describe.each(frameworks)('%s', (name, entry, attribute) => {
    const open = (): Promise<DrivenPage> =>
      driver().showPage(
        driver().pages.add(
          `/${name}`,
          `<!doctype html><title>Words</title><body><script ${attribute} src="/${entry}.js"></script></body>`,
        ),
      );

    test.each(['highlight', 'element'] as const)(
      'with %s marks says what it says without us',
      async (marks) => {
        const states = [0, 1, 2, 3, 2, 4, 5, 6];
        await storeSettings(driver(), { paused: true });
        const alone = await open();
        const expected: string[] = [];
        for (const state of states) expected.push(await become(alone, state));
        await alone.close();

        await storeSettings(driver(), { marks });
        const driven = await open();
        const all = async (): Promise<string[]> =>
          [...(await driven.marks()).map(({ text }) => text), ...(await wordsMarked(driven))].toSorted();
        for (const [index, state] of states.entries()) {
          expect(await become(driven, state)).toBe(expected[index]);
          await expect.poll(all).toEqual(marked[state % 2]?.toSorted());
          // Nothing is changed by what we do afterwards either.
          expect(await driven.page.evaluate(() => window.frameworkPage.text().replace(/\s+/g, ' '))).toBe(
            expected[index],
          );
        }
        // In one go, with no time for us in between.
        await driven.page.evaluate(async () => {
          for (let state = 0; state < 50; state++) await window.frameworkPage.become(state);
          await window.frameworkPage.become(0);
        });
        await expect.poll(all).toEqual(marked[0].toSorted());
        expect(await driven.page.evaluate(() => window.frameworkPage.text().replace(/\s+/g, ' '))).toBe(
          expected[0],
        );
        expect(await driven.page.evaluate(() => window.frameworkPage.errors())).toEqual([]);
        await driven.close();
      },
    );
  });
});
