// What is being written belongs to the writer: in an editor nothing is marked, and nothing is different with us.
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundled } from '../bundled.ts';
import type { DrivenPage } from '../driver/driven-page.ts';
import { browsers, storeSettings, useBrowser } from './set-up.ts';

interface Editors {
  focus(name: string): void;
  saved(name: string): string | undefined;
  tree(name: string): string | undefined;
}
declare global {
  interface Window {
    readonly editors: Editors;
  }
}

const names = ['prosemirror', 'codemirror', 'lexical', 'plain', 'textarea'] as const;

describe.each(browsers)('%s', (kind) => {
  const driver = useBrowser(kind);
  let address: string;
  beforeAll(async () => {
    const script = await bundled(fileURLToPath(new URL('../test-pages/editors.ts', import.meta.url)));
    driver().pages.add('/editors.js', script, { 'content-type': 'text/javascript' });
    address = driver().pages.add(
      '/editors',
      '<!doctype html><title>Editors</title><body><p>About naltrexone.</p><script src="/editors.js"></script></body>',
    );
  });

  /** Types into an editor, takes it back and puts it there again; gives what would be saved after each. */
  const write = async (driven: DrivenPage, name: string): Promise<unknown[]> => {
    const { keyboard } = driven.page;
    const seen: unknown[] = [];
    const see = async (): Promise<void> => {
      // The extension reads what came, if it reads it, before the next key.
      await driven.marks();
      seen.push(
        await driven.page.evaluate(
          (which) => [window.editors.saved(which), window.editors.tree(which)],
          name,
        ),
      );
    };
    const withControl = async (key: 'z' | 'y' | 'a'): Promise<void> => {
      await keyboard.down('Control');
      await keyboard.press(key);
      await keyboard.up('Control');
    };
    await driven.page.evaluate((which) => window.editors.focus(which), name);
    await keyboard.type('On anhedonia and PTSD');
    await see();
    await keyboard.press('Enter');
    await keyboard.type('schizophreni');
    await see();
    await keyboard.type('a, depression');
    // Editors hear of a moved caret when the browser has a moment.
    for (let steps = 0; steps < 3; steps++) {
      await keyboard.press('ArrowLeft');
      await driven.marks();
    }
    await keyboard.press('Backspace');
    await keyboard.type('X');
    await see();
    // What one step of undoing takes back is a matter of time in some of them, and sooner or later all of it.
    const isTimed = name !== 'prosemirror' && name !== 'lexical';
    for (const key of ['z', 'y'] as const) {
      for (let steps = 0; steps < (isTimed ? 40 : 3); steps++) {
        await withControl(key);
        if (!isTimed) await see();
      }
      await see();
    }
    await keyboard.press('Home');
    await keyboard.type('naltrexone ');
    await see();
    return seen;
  };

  test.each(names)(
    '%s: typing, undo, redo and what is saved are the same with and without us',
    async (name) => {
      const run = async (paused: boolean): Promise<unknown[]> => {
        await storeSettings(driver(), { paused });
        const driven = await driver().showPage(address);
        if (!paused) await driven.untilMarked();
        const seen = await write(driven, name);
        const marked = (await driven.marks()).map(({ text }) => text);
        expect(marked).toEqual(paused ? [] : ['naltrexone']);
        await driven.close();
        return seen;
      };
      const without = await run(true);
      expect(JSON.stringify(without[0])).toContain('anhedonia and PTSD');
      expect(await run(false)).toEqual(without);
    },
  );

  test.each(names)('%s: the same with marks that are elements', async (name) => {
    await storeSettings(driver(), { marks: 'element' });
    const driven = await driver().showPage(address);
    await driven.page.waitForSelector('mark');
    await driven.page.evaluate((which) => window.editors.focus(which), name);
    await driven.page.keyboard.type('On anhedonia and PTSD');
    await driven.marks();
    expect(await driven.page.$$eval('mark', (marks) => marks.map(({ textContent }) => textContent))).toEqual([
      'naltrexone',
    ]);
    expect(await driven.page.evaluate((which) => window.editors.saved(which), name)).toContain(
      'anhedonia and PTSD',
    );
    await driven.close();
  });

  test('text loses its marks when the reader begins to write in it, and has them again afterwards', async () => {
    await storeSettings(driver(), {});
    const html = '<!doctype html><title>Edit</title><p>naltrexone</p><p id="note">On anhedonia.</p>';
    const driven = await driver().showPage(driver().pages.add('/becomes-editor', html));
    const words = async (): Promise<string[]> => (await driven.marks()).map(({ text }) => text);
    await expect.poll(words).toEqual(['naltrexone', 'anhedonia']);
    await driven.page.$eval('#note', (note) => {
      if (!(note instanceof HTMLElement)) return;
      note.contentEditable = 'true';
      note.focus();
    });
    await expect.poll(words).toEqual(['naltrexone']);
    await driven.page.keyboard.type('PTSD ');
    await driven.page.$eval('#note', (note) => note.removeAttribute('contenteditable'));
    await expect.poll(words).toEqual(['naltrexone', 'PTSD', 'anhedonia']);
    await driven.close();
  });
});
