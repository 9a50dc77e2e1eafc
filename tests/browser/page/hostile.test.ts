import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPages, type PagesUnderTest } from './open-pages.ts';

describe.each(['chromium', 'firefox'] as const)('%s', (kind) => {
  let pages: PagesUnderTest;
  beforeAll(async () => {
    pages = await openPages(kind);
  });
  afterAll(() => pages?.close());

  test('leaves a text of 50 million characters alone, and reads what is beside it', async () => {
    const page = await pages.openBody('<p>PTSD</p><div style="display:none"></div><p>anhedonia</p>');
    const result = await page.evaluate(async () => {
      document.querySelector('div')?.append('depression '.repeat(4_600_000));
      await window.gloss.start('highlight');
      return [window.gloss.found(), window.gloss.reading().state()];
    });
    expect(result).toEqual([['condition:PTSD', 'term:anhedonia'], 'read']);
  });

  test('stops when a page mentions more than anybody reads', async () => {
    const page = await pages.openBody('<div style="display:none"></div>');
    const result = await page.evaluate(async () => {
      const texts = document.querySelector('div');
      for (let part = 0; part < 100; part++) {
        const paragraph = document.createElement('p');
        paragraph.append('PTSD depression '.repeat(5000));
        texts?.append(paragraph);
      }
      await window.gloss.start('highlight');
      const { length } = window.gloss.found();
      const state = window.gloss.reading().state();
      window.gloss.stop();
      return [length >= 100_000 && length < 120_000, state, window.gloss.painted()];
    });
    expect(result).toEqual([true, 'limited', []]);
  });

  test('marks a page that is 2,000 elements deep on screen', async () => {
    const page = await pages.openBody('');
    const found = await page.evaluate(async () => {
      let inner: Element = document.body;
      for (let depth = 0; depth < 2000; depth++) {
        inner = inner.appendChild(document.createElement(depth % 2 ? 'span' : 'x-span'));
        if (depth % 100 === 0) inner.append('PTSD ');
      }
      await window.gloss.start('highlight');
      return window.gloss.found().length;
    });
    expect(found).toBe(20);
  });

  test('outlives a page that never stops changing', async () => {
    const page = await pages.openBody('<p>PTSD</p><div></div>');
    const result = await page.evaluate(async () => {
      await window.gloss.start('highlight');
      const target = document.querySelector('div');
      for (let round = 0; round < 30; round++) {
        for (let step = 0; step < 200; step++) {
          target?.replaceChildren(document.createElement('b'), 'anhedonia', document.createElement('i'));
        }
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      await new Promise((resolve) => setTimeout(resolve, 500));
      await window.gloss.settle();
      return window.gloss.painted();
    });
    expect(result).toEqual(['condition:PTSD', 'term:anhedonia']);
  });
});
