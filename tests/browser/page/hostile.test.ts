import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostileShapes } from '@/scripts/bench/hostile-shapes.ts';
import { openPages, type PagesUnderTest } from './open-pages.ts';

describe.each(['chromium', 'firefox'] as const)('%s', (kind) => {
  let pages: PagesUnderTest;
  beforeAll(async () => {
    pages = await openPages(kind);
  });
  afterAll(() => pages?.close());

  test.each(hostileShapes.filter(({ isInFrames, isLimited }) => !isInFrames && !isLimited))(
    '$name: the same mentions as on a clean page',
    async ({ body, build, twin }) => {
      const page = await pages.openBody(body);
      const read = async (script: string): Promise<[string[], string]> => {
        new Function(script)();
        await window.gloss.start('highlight');
        return [window.gloss.found(), window.gloss.reading().state()];
      };
      const hostile = await page.evaluate(read, build);
      await pages.openBody(twin);
      expect(hostile).toEqual(await page.evaluate(read, ''));
      expect(hostile[0].length).toBeGreaterThan(3);
    },
  );

  // A million in paragraphs take Chromium most of a minute to lay out: that is for the bench.
  const tooMuch = hostileShapes.flatMap(({ name, body, build, buildLess = build, isLimited }) => {
    if (!isLimited) return [];
    return name.includes('paragraphs')
      ? [{ title: 'many names in paragraphs', body, script: buildLess }]
      : [{ title: name, body, script: build }];
  });
  test.each(tooMuch)(
    '$title: stops politely, says so, and goes without a trace',
    async ({ body, script: built }) => {
      const page = await pages.openBody(body);
      const result = await page.evaluate(async (script) => {
        new Function(script)();
        await window.gloss.start('highlight');
        const found = window.gloss.found();
        const state = window.gloss.reading().state();
        const isPainted = window.gloss.painted().length > 0;
        window.gloss.stop();
        return [found.length, state, found.slice(0, 1), isPainted, window.gloss.painted()] as const;
      }, built);
      expect(result[0]).toBeGreaterThanOrEqual(100_000);
      expect(result[0]).toBeLessThan(120_000);
      expect(result.slice(1)).toEqual(['limited', ['condition:PTSD'], true, []]);
    },
  );

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

  test('reads what a thousand changes in every frame come to in one pass when they are over', async () => {
    const page = await pages.openBody('<p>PTSD</p><div></div>');
    const result = await page.evaluate(async () => {
      await window.gloss.start('highlight');
      window.gloss.recognised();
      const target = document.querySelector('div');
      const start = performance.now();
      for (let frame = 0; frame < 40; frame++) {
        for (let step = 0; step < 1000; step++) {
          target?.append('anhedonia ');
          if (step > 0) target?.lastChild?.remove();
        }
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      const during = window.gloss.recognised().length;
      // Two texts, and no sooner than 200 ms after they were read before: with slow frames there is time for more.
      const most = 2 * (1 + (performance.now() - start) / 200);
      await new Promise((resolve) => setTimeout(resolve, 3000));
      await window.gloss.settle();
      return [during <= most, window.gloss.found().length, window.gloss.recognised().length <= 4];
    });
    expect(result).toEqual([true, 41, true]);
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
