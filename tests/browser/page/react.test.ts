import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPages, type PagesUnderTest } from './open-pages.ts';
import type { ReactPage } from './react-page.ts';

declare global {
  interface Window {
    readonly reactPage: ReactPage;
  }
}

/** Ten components, each changed, reverted and changed again. */
const states = [1, 0, 1];

describe.each(['chromium', 'firefox'] as const)('%s', (kind) => {
  let pages: PagesUnderTest;
  beforeAll(async () => {
    pages = await openPages(kind, 'react-page.ts');
  });
  afterAll(() => pages?.close());

  const run = async (marks: 'none' | 'highlight' | 'element') => {
    const page = await pages.openBody('');
    return page.evaluate(
      async (how, all) => {
        const { reactPage, gloss } = window;
        reactPage.render();
        if (how !== 'none') await gloss.start(how);
        const painted = how === 'none' ? 0 : gloss.painted().length;
        const texts: string[][] = [];
        for (const state of all) {
          reactPage.become(state);
          if (how === 'none') await new Promise((resolve) => setTimeout(resolve));
          else await gloss.settle();
          texts.push(reactPage.texts());
        }
        const found = how === 'none' ? [] : gloss.painted();
        return { texts, errors: reactPage.errors(), painted, found };
      },
      marks,
      states,
    );
  };

  test.each(['highlight', 'element'] as const)('%s marks leave a React page its texts', async (marks) => {
    const control = await run('none');
    const marked = await run(marks);
    expect(control.errors).toEqual([]);
    expect(marked.painted).toBeGreaterThan(10);
    expect(marked.errors).toEqual([]);
    expect(marked.texts).toEqual(control.texts);
    expect(marked.found.length).toBeGreaterThan(8);
  });

  test('highlights take over where the page rewrote marked text', async () => {
    const page = await pages.openBody('<p>PTSD</p><p>anhedonia</p>');
    const kinds = await page.evaluate(async () => {
      const { gloss } = window;
      await gloss.start('element');
      const text = document.querySelector('p')?.firstChild;
      if (text instanceof Text) text.data = 'now PTSD';
      await gloss.settle();
      const highlighted = [...(CSS.highlights.get('naltrexone-gloss-condition') ?? [])].length;
      return {
        highlighted,
        marks: document.querySelectorAll('mark').length,
        text: document.body.textContent,
      };
    });
    expect(kinds).toEqual({ highlighted: 1, marks: 1, text: 'now PTSDanhedonia' });
  });
});
