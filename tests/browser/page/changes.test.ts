import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPages, type PagesUnderTest } from './open-pages.ts';

/** What a page does to itself, as the body of a function; what is then marked on it, and what had to be read for it. */
interface Row {
  readonly body: string;
  readonly change: string;
  readonly marked: readonly string[];
  /** The passages that are recognised because of the change, none twice. */
  readonly read?: readonly string[];
}

const rows: readonly [behaviour: string, row: Row][] = [
  [
    'reads what is appended, and nothing else',
    {
      body: '<p>PTSD</p>',
      change: `document.body.insertAdjacentHTML('beforeend', '<p>more <b>PT</b>SD</p>')`,
      marked: ['PTSD', 'PTSD'],
      read: ['more PTSD'],
    },
  ],
  [
    'forgets what is removed',
    {
      body: '<p>PTSD</p><p>anhedonia</p>',
      change: `document.querySelector('p').remove()`,
      marked: ['anhedonia'],
      read: [],
    },
  ],
  [
    'follows what is moved',
    {
      body: '<p>PTSD</p><p>anhedonia</p>',
      change: `document.body.append(document.querySelector('p'))`,
      marked: ['anhedonia', 'PTSD'],
      read: ['PTSD'],
    },
  ],
  [
    'reads a text that changes in place',
    {
      body: '<p>on PTSD now</p><p>anhedonia</p>',
      change: `document.querySelector('p').firstChild.data = 'on depression'`,
      marked: ['depression', 'anhedonia'],
      read: ['on depression'],
    },
  ],
  [
    'sees a name that becomes whole',
    {
      body: '<p>naltre<br>xone</p>',
      change: `document.querySelector('br').remove()`,
      marked: ['naltrexone'],
      read: ['naltrexone'],
    },
  ],
  [
    'sees an identifier that goes on in the next line',
    {
      body: '<p>NCT0466<br>here</p>',
      change: `document.querySelector('p').lastChild.data = '5219'`,
      marked: ['NCT04665219'],
    },
  ],
  [
    'and one that does so no more',
    {
      body: '<p>NCT0466<br>5219</p>',
      change: `document.querySelector('p').firstChild.data = 'PTSD'`,
      marked: ['PTSD'],
    },
  ],
  [
    'sees a name that is broken in two',
    {
      body: '<p>PTSD and nal<b>tre</b>xone</p>',
      change: `document.querySelector('b').before(document.createElement('br'))`,
      marked: ['PTSD'],
    },
  ],
  [
    'sees a name that grows by an inline neighbour',
    {
      body: '<p>dose naltrexone</p>',
      change: `document.querySelector('p').prepend('low-')`,
      marked: ['low-dose naltrexone'],
      read: ['low-dose naltrexone'],
    },
  ],
  [
    'sees a name that becomes whole when an inline element goes',
    {
      body: '<p><i>naltre<b>q</b></i>xone</p>',
      change: `document.querySelector('b').remove()`,
      marked: ['naltrexone'],
    },
  ],
  [
    'leaves text that becomes an editor',
    {
      body: '<p>PTSD</p><p>anhedonia</p>',
      change: `document.querySelector('p').contentEditable = 'true'`,
      marked: ['anhedonia'],
    },
  ],
  [
    'reads text that ceases to be an editor',
    {
      body: '<p contenteditable>PTSD</p>',
      change: `document.querySelector('p').contentEditable = 'false'`,
      marked: ['PTSD'],
      read: ['PTSD'],
    },
  ],
  [
    'marks an abbreviation when its meaning appears',
    {
      body: '<p>BPD here</p>',
      change: `document.body.insertAdjacentHTML('beforeend', '<p>borderline personality disorder (BPD)</p>')`,
      marked: ['BPD', 'borderline personality disorder', 'BPD'],
    },
  ],
  [
    'and leaves it when the meaning goes',
    {
      body: '<p>BPD here</p><p id="meaning">borderline personality disorder (BPD)</p>',
      change: `document.getElementById('meaning').remove()`,
      marked: [],
    },
  ],
  [
    'and when another meaning appears',
    {
      body: '<p>BPD: borderline personality disorder (BPD)</p>',
      change: `document.body.insertAdjacentHTML('beforeend', '<p>bronchopulmonary dysplasia (BPD)</p>')`,
      marked: ['borderline personality disorder'],
    },
  ],
  [
    'does not hear its own surface come and go',
    {
      body: '<p>PTSD</p>',
      change: `const host = document.createElement('naltrexone-gloss'); host.append('PTSD'); document.documentElement.append(host); host.remove()`,
      marked: ['PTSD'],
      read: [],
    },
  ],
  [
    'reads a new body',
    {
      body: '<p>PTSD</p>',
      change: `const body = document.createElement('body'); body.innerHTML = '<p>anhedonia</p>'; document.body = body`,
      marked: ['anhedonia'],
    },
  ],
  [
    'reads a page that changes all at once',
    {
      body: '<p>PTSD</p>',
      change: `for (let i = 0; i < 1500; i++) { const p = document.createElement('p'); p.textContent = i % 500 ? 'text' : 'anhedonia'; document.body.append(p); }`,
      marked: ['PTSD', 'anhedonia', 'anhedonia', 'anhedonia'],
    },
  ],
];

const painters = ['highlight', 'element'] as const;

describe.each(['chromium', 'firefox'] as const)('%s', (kind) => {
  let pages: PagesUnderTest;
  beforeAll(async () => {
    pages = await openPages(kind);
  });
  afterAll(() => pages?.close());

  const open = async (body: string, marks: (typeof painters)[number]): Promise<Page> => {
    const page = await pages.openBody(body);
    await page.evaluate((how) => window.gloss.start(how), marks);
    return page;
  };

  describe.each(painters)('%s marks', (marks) => {
    test.each(rows)('%s', async (_behaviour, { body, change, marked, read }) => {
      const page = await open(body, marks);
      await page.evaluate(() => window.gloss.recognised());
      const isStorm = change.includes('1500');
      const after = await page.evaluate(
        async (script, wait) => {
          new Function(script)();
          if (wait) await new Promise((resolve) => setTimeout(resolve, 400));
          await window.gloss.settle();
          return { found: window.gloss.found(), recognised: window.gloss.recognised() };
        },
        change,
        isStorm,
      );
      expect(after.found.map((name) => name.replace(/^\w+:/, ''))).toEqual(marked);
      if (read) expect(after.recognised).toEqual(read);
    });

    test('gives the page back as it made itself', async () => {
      const page = await open('<p id="a">PTSD and depression</p><p id="b">anhedonia</p>', marks);
      const html = await page.evaluate(async () => {
        const [a, b] = [document.getElementById('a'), document.getElementById('b')];
        a?.firstChild?.remove();
        b?.append(' and more PTSD');
        await window.gloss.settle();
        window.gloss.stop();
        return [a?.outerHTML, b?.outerHTML, b?.childNodes.length];
      });
      expect(html).toEqual(['<p id="a"></p>', '<p id="b">anhedonia and more PTSD</p>', 2]);
    });

    test('is not woken by its own marks', async () => {
      const page = await open('<p>PTSD and <b>PT</b>SD</p>', marks);
      const read = await page.evaluate(async () => {
        window.gloss.recognised();
        await new Promise((resolve) => setTimeout(resolve, 300));
        await window.gloss.settle();
        return window.gloss.recognised();
      });
      expect(read).toEqual([]);
    });

    test('agrees with a fresh look after many random changes', async () => {
      const page = await open('<div id="root"><p>PTSD</p></div>', marks);
      const [kept, fresh] = await page.evaluate(async () => {
        let seed = 7;
        const pick = <T>(list: readonly T[]): T => {
          seed = (seed * 1103515245 + 12345) % 2147483648;
          return list[seed % list.length] as T;
        };
        const words = ['PTSD', 'naltre', 'xone', ' low-dose ', 'depression', ' ', 'anhedonia', ''];
        const root = document.getElementById('root');
        if (!root) return [];
        for (let round = 0; round < 60; round++) {
          for (let change = 0; change < 15; change++) {
            const elements = [root, ...root.querySelectorAll('p, b, br, div, code')].filter(
              (element) => !element.closest('mark'),
            );
            const at = pick(elements);
            const kind = pick(['text', 'element', 'remove', 'data', 'move']);
            const child = pick([...at.childNodes, undefined]);
            if (kind === 'text') at.insertBefore(document.createTextNode(pick(words)), child ?? null);
            else if (kind === 'element')
              at.insertBefore(document.createElement(pick(['p', 'b', 'br', 'b', 'code'])), child ?? null);
            else if (kind === 'remove') child?.remove();
            else if (kind === 'data' && child instanceof Text) child.data = pick(words);
            else if (kind === 'move' && child && !child.contains(pick(elements))) {
              const target = pick(elements);
              if (!child.contains(target)) target.append(child);
            }
          }
          await window.gloss.reading().whenRead();
        }
        const kept = window.gloss.found();
        await window.gloss.start('highlight');
        return [kept, window.gloss.found()];
      });
      expect(fresh?.length).toBeGreaterThan(5);
      expect(kept).toEqual(fresh);
    });
  });

  test.each([
    ['a heading comes', `two.insertAdjacentHTML('beforebegin', '<h2>Two</h2>')`, [true, true, true]],
    [
      'a heading comes in something else, with text of its own',
      `two.insertAdjacentHTML('beforebegin', '<div><i>More</i><section><h3>Two</h3></section></div>')`,
      [true, true, true],
    ],
    ['what comes is told to be a heading', `two.before(role)`, [true, true, true]],
    ['a heading goes', `last.remove()`, [true, false, false]],
    ['a heading goes with what is around it', `box.remove()`, [true, false, false]],
    ['a heading is emptied away', `box.replaceChildren()`, [true, false, false]],
    ['a heading is moved', `two.before(last)`, [true, true, false]],
    ['a heading becomes another', `last.replaceWith(role)`, [true, false, true]],
  ] as const)('the first of each section is marked, also when %s', async (_what, change, marked) => {
    const page = await pages.openBody(
      '<h2>One</h2><p>PTSD</p><p id="two">PTSD</p><div id="box"><h2 id="last">Last</h2></div><p>PTSD</p>',
    );
    const chosen = await page.evaluate(async (code) => {
      await window.gloss.start('highlight', 'section');
      const before = window.gloss.chosen();
      const byId = (id: string): Element | null => document.querySelector(`#${id}`);
      const role = document.createElement('div');
      role.setAttribute('role', 'heading');
      role.textContent = 'Another';
      new Function('two', 'last', 'box', 'role', code)(byId('two'), byId('last'), byId('box'), role);
      await window.gloss.settle();
      return [before, window.gloss.chosen()];
    }, change);
    const says = (marks: readonly boolean[]): string[] =>
      marks.map((isMarked) => `condition:PTSD ${isMarked}`);
    expect(chosen).toEqual([says([true, false, true]), says(marked)]);
  });

  test('where an abbreviation is told to be something else, the next of what it stood for is marked', async () => {
    const page = await pages.openBody('<p>PTSD</p><p>post-traumatic stress disorder</p>');
    const chosen = await page.evaluate(async () => {
      await window.gloss.start('highlight', 'page');
      const before = window.gloss.chosen();
      document.body.insertAdjacentHTML('beforeend', '<p>pulmonary tissue stiffness disease (PTSD)</p>');
      await window.gloss.settle();
      return [before, window.gloss.chosen()];
    });
    expect(chosen).toEqual([
      ['condition:PTSD true', 'condition:post-traumatic stress disorder false'],
      ['condition:post-traumatic stress disorder true'],
    ]);
  });

  test('thousands of abbreviations are all settled, and each is marked', async () => {
    const page = await pages.openBody(`<p>PTSD in a row</p>${'<p>PTSD</p>'.repeat(4000)}`);
    const [known, marked] = await page.evaluate(async () => {
      await window.gloss.start('highlight');
      const { occurrences, isMarked } = window.gloss.reading();
      return [occurrences().length, occurrences().filter(isMarked).length];
    });
    expect([known, marked]).toEqual([4001, 4001]);
  });

  test('what a run leaves that is ended from outside is taken away, down to what differs and where the reader is', async () => {
    const page = await open('<p>PTSD</p>', 'highlight');
    const names = (): Promise<string[]> =>
      page.evaluate(() => [...CSS.highlights.keys()].filter((name) => name.startsWith('naltrexone-gloss')));
    await page.evaluate(() => {
      const { occurrences } = window.gloss.reading();
      window.gloss.painter().showDiffering(new Set(occurrences()));
      window.gloss.painter().showCurrent(occurrences()[0]);
    });
    expect(await names()).toContain('naltrexone-gloss-differing');
    await page.evaluate(() => window.gloss.removeLeftovers());
    expect(await names()).toEqual([]);
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
  });

  test('rests while nobody sees the page, and goes on when somebody does', async () => {
    const page = await open('<p>PTSD</p>', 'highlight');
    await page.evaluate(() => window.gloss.recognised());
    const other = await page.browser().newPage();
    await other.bringToFront();
    const change = async (): Promise<[boolean, string[]]> => {
      document.body.insertAdjacentHTML('beforeend', '<p>anhedonia</p>');
      await new Promise((resolve) => setTimeout(resolve, 200));
      return [document.hidden, window.gloss.recognised()];
    };
    expect(await page.evaluate(change)).toEqual([true, []]);
    await other.close();
    await page.bringToFront();
    await page.waitForFunction(() => !document.hidden);
    await page.evaluate(() => window.gloss.settle());
    expect(await page.evaluate(() => window.gloss.recognised())).toEqual(['anhedonia']);
  });
});
