// The section a node lies in: the last heading that begins before it, found from the node or among all headings.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPages, type PagesUnderTest } from './open-pages.ts';

/** Elements in each other, some of them headings. */
const bodies = fc.letrec<{ element: string; children: string }>((tie) => ({
  element: fc
    .tuple(fc.constantFrom('b', 'div', 'section', 'h2', 'h3', 'span', 'div role="heading"'), tie('children'))
    .map(([tag, inside]) => `<${tag}>x${inside}</${tag.split(' ')[0]}>`),
  children: fc.oneof(
    { maxDepth: 4 },
    fc.constant(''),
    fc.array(tie('element'), { maxLength: 6 }).map((parts) => parts.join('')),
  ),
})).children;

/** In the page: what `gloss.sections` says, and what is so. */
function sectionsIn(html: string): readonly number[][] {
  document.body.innerHTML = html;
  let last = -1;
  const expected = [...document.querySelectorAll('*')].map((element, index) => {
    const before = last;
    if (/^H[1-6]$/.test(element.tagName) || element.getAttribute('role') === 'heading') last = index;
    return before;
  });
  return [expected, ...window.gloss.sections()];
}

describe.each(['chromium', 'firefox'] as const)('%s', (kind) => {
  let pages: PagesUnderTest;
  beforeAll(async () => {
    pages = await openPages(kind);
  });
  afterAll(() => pages.close());

  test('is the same whichever way it is found', async () => {
    const page = await pages.openBody('');
    const far = `<h2>a</h2>${'<p>x</p>'.repeat(1_000)}<h3>b</h3>${'<p>y</p>'.repeat(1_000)}`;
    const deep = `<h2>a</h2>${'<i>'.repeat(500)}x${'</i>'.repeat(500)}<p>y</p>`;
    const random = fc.sample(bodies, { numRuns: 200, seed: 1 });
    for (const html of [far, deep, ...random]) {
      const [expected, first, second] = await page.evaluate(sectionsIn, html);
      expect([html, first]).toEqual([html, expected]);
      expect([html, second]).toEqual([html, expected]);
    }
  });
});
