import { describe, expect, test } from 'vitest';
import type { DrivenPage } from '../driver/driven-page.ts';
import { browsers, storeSettings, useBrowser } from './set-up.ts';

const words = async (driven: DrivenPage): Promise<string[]> => (await driven.marks()).map(({ text }) => text);

describe.each(browsers)('%s', (kind) => {
  const driver = useBrowser(kind);
  const open = (path: string, body: string): Promise<DrivenPage> =>
    driver().showPage(
      driver().pages.add(path, `<!doctype html><title>Trees</title><body style="margin: 60px">${body}`),
    );

  /** Gives elements shadow trees: a script the page runs itself, so that it is its own doing. */
  const script = (code: string): string => `<script>${code}</script>`;

  test.each([
    ['an open tree', `attach('div', 'open')`],
    ['a closed tree', `attach('div', 'closed')`],
    ['a closed tree of an element of the page’s own making', `attach('x-card', 'closed')`],
  ])('%s is read, marked, explained and painted by rules of its own', async (what, attach) => {
    const code = `const attach = (name, mode) => {
        const host = document.body.appendChild(document.createElement(name));
        host.attachShadow({ mode }).innerHTML = '<p>There is <b>anhe</b>donia in it.</p>';
      }; ${attach}; addEventListener('error', (event) => { document.title = event.message; });`;
    const driven = await open(`/${what}`, `<p>naltrexone</p>${script(code)}`);
    await expect.poll(() => words(driven)).toEqual(['naltrexone', 'anhedonia']);
    await driven.hoverMark('anhedonia');
    await driven.popover.until('Anhedonia');
    const rules = (): Promise<number[]> =>
      driven.page.evaluate(() =>
        [...(CSS.highlights.get('naltrexone-gloss-term') ?? [])].flatMap(({ startContainer }) => {
          const root = startContainer.getRootNode();
          return root instanceof ShadowRoot ? [root.adoptedStyleSheets.length] : [];
        }),
      );
    expect(await rules()).toEqual([1]);
    await driven.page.keyboard.press('Escape');
    await driven.popover.untilClosed();
    await driven.close();
  });

  test('trees in trees are read in the order in which they stand, slots are read where they are written', async () => {
    const code = `
      const outer = document.querySelector('section').attachShadow({ mode: 'closed' });
      outer.innerHTML = '<p>PTSD</p><x-inner></x-inner><p>schizophrenia <slot></slot></p>';
      outer.querySelector('x-inner').attachShadow({ mode: 'open' }).innerHTML = '<p>anhedonia</p>';`;
    const driven = await open(
      '/nested',
      `<section><i>dopamine</i></section><p>naltrexone</p>${script(code)}`,
    );
    await expect
      .poll(() => words(driven))
      .toEqual(['PTSD', 'anhedonia', 'schizophrenia', 'dopamine', 'naltrexone']);
    await driver().command(driven, 'next-mention');
    await driven.popover.until('1 of 5');
    await driver().command(driven, 'next-mention');
    await driven.popover.until('2 of 5');
    await driven.popover.until('Anhedonia');
    await driven.close();
  });

  test('what changes in a tree is followed, and a tree that goes takes its marks along', async () => {
    const code = `
      window.root = document.querySelector('div').attachShadow({ mode: 'closed' });
      root.innerHTML = '<p>PTSD</p>';`;
    const driven = await open('/changing', `<p>naltrexone</p><div></div>${script(code)}`);
    await expect.poll(() => words(driven)).toEqual(['naltrexone', 'PTSD']);
    const change = (work: string): Promise<unknown> =>
      driven.page.evaluate((body) => new Function('root', body)(Reflect.get(window, 'root')), work);
    await change(`root.append('anhedonia')`);
    await expect.poll(() => words(driven)).toEqual(['naltrexone', 'PTSD', 'anhedonia']);
    await change(`root.firstChild.firstChild.data = 'schizophrenia'`);
    await expect.poll(() => words(driven)).toEqual(['naltrexone', 'schizophrenia', 'anhedonia']);
    await change(`document.body.prepend(root.host)`);
    await expect.poll(() => words(driven)).toEqual(['schizophrenia', 'anhedonia', 'naltrexone']);
    await change(`root.host.remove()`);
    await expect.poll(() => words(driven)).toEqual(['naltrexone']);
    await change(`document.body.append(root.host)`);
    await expect.poll(() => words(driven)).toEqual(['naltrexone', 'schizophrenia', 'anhedonia']);
    await change(`document.body.replaceChildren()`);
    await expect.poll(() => words(driven)).toEqual([]);
    await driven.close();
  });

  test('a tree that comes without a word is read soon after the next change, or where the reader points', async () => {
    const driven = await open(
      '/late',
      '<p>naltrexone</p><div id="one"></div><div id="two">Something <b>else</b></div>',
    );
    await driven.untilMarked();
    const attach = (id: string, word: string, alsoChange: boolean): Promise<void> =>
      driven.page.evaluate(
        (host, text, changing) => {
          const root = document.getElementById(host)?.attachShadow({ mode: 'closed' });
          if (root) root.innerHTML = `<p>${text} <slot></slot></p>`;
          if (changing) document.body.append(document.createElement('hr'));
        },
        id,
        word,
        alsoChange,
      );
    await attach('one', 'anhedonia', true);
    await expect.poll(() => words(driven)).toEqual(['naltrexone', 'anhedonia']);
    await attach('two', 'schizophrenia', false);
    const { x, y } = await driven.page.$eval('#two b', (element) => element.getBoundingClientRect().toJSON());
    await driven.page.mouse.move(x + 3, y + 3);
    await expect.poll(() => words(driven)).toEqual(['naltrexone', 'anhedonia', 'schizophrenia']);
    await driven.close();
  });

  test('a tree in an editor is left alone', async () => {
    const code = `for (const host of document.querySelectorAll('x-in'))
      host.attachShadow({ mode: 'open' }).innerHTML = '<p>anhedonia</p><div contenteditable>PTSD</div>';`;
    const driven = await open(
      '/edited',
      `<div contenteditable><x-in></x-in></div><x-in role="textbox"></x-in><x-in></x-in>${script(code)}`,
    );
    await expect.poll(() => words(driven)).toEqual(['anhedonia']);
    await driven.close();
  });

  test('nothing stays in a tree when marking stops, and a tree without a name sees nothing of us', async () => {
    const code = `
      window.roots = [...document.querySelectorAll('div')].map((host) => host.attachShadow({ mode: 'open' }));
      roots[0].innerHTML = 'anhedonia'; roots[1].innerHTML = 'nothing';`;
    const driven = await open('/traces', `<div></div><div></div>${script(code)}`);
    const sheets = (): Promise<number[]> =>
      driven.page.evaluate(() =>
        (Reflect.get(window, 'roots') as ShadowRoot[]).map(
          ({ adoptedStyleSheets }) => adoptedStyleSheets.length,
        ),
      );
    await expect.poll(() => words(driven)).toEqual(['anhedonia']);
    expect(await sheets()).toEqual([1, 0]);
    await storeSettings(driver(), { paused: true }, driven);
    await expect.poll(sheets).toEqual([0, 0]);
    expect(await words(driven)).toEqual([]);
    await storeSettings(driver(), {}, driven);
    await expect.poll(() => words(driven)).toEqual(['anhedonia']);
    await driven.close();
  });
});
