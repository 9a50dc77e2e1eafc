import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Colour, contrast, readHex } from '@/tests/fixtures/contrast.ts';
import { pageColours } from '@/tests/fixtures/page-colours.ts';
import { openPages, type PagesUnderTest } from './open-pages.ts';

const filler = '<p>Words that say nothing of it.</p>'.repeat(200);

/** What a page holds, and what is painted on it: the same whichever way it is painted. */
const rows: readonly [behaviour: string, body: string, painted: readonly string[]][] = [
  [
    'marks each kind',
    '<p>Anhedonia in depression: low-dose naltrexone (NCT01874951).</p>',
    ['term:Anhedonia', 'condition:depression', 'topic:low-dose naltrexone', 'trial:NCT01874951'],
  ],
  [
    'marks several in one text',
    '<p>PTSD, PTSD and PTSD</p>',
    ['condition:PTSD', 'condition:PTSD', 'condition:PTSD'],
  ],
  ['marks a whole text', '<b>PTSD</b>', ['condition:PTSD']],
  ['marks what touches', '<p>PTSD/depression</p>', ['condition:PTSD', 'condition:depression']],
  ['marks text in a link', '<a href="#">PTSD</a>', ['condition:PTSD']],
  ['marks nothing across blocks', '<p>low-dose</p><p>naltrexone</p>', ['topic:naltrexone']],
  [
    'marks the parts of what the style sets apart',
    '<style>i{display:block}</style><p><i>low-dose </i><i>naltrexone</i></p>',
    ['topic:naltrexone'],
  ],
  [
    'marks an abbreviation the page explains',
    '<p>BPD.</p><p>borderline personality disorder (BPD)</p>',
    ['condition:BPD', 'condition:borderline personality disorder', 'condition:BPD'],
  ],
  ['leaves one that it explains otherwise', '<p>bronchopulmonary dysplasia (BPD) and BPD</p>', []],
  ['leaves one that nobody explains', '<p>BPD</p>', []],
  [
    'marks in a form with awkward fields',
    '<form><input name="matches"><input name="replaceChild">PTSD</form>',
    ['condition:PTSD'],
  ],
  ['marks in a flexible box', '<div style="display:flex">Take naltrexone daily</div>', ['topic:naltrexone']],
  ['marks in a box without a box', '<div style="display:contents">PTSD</div>', ['condition:PTSD']],
  [
    'marks in an inner scroller',
    '<div style="height:50px;overflow:auto"><p>PTSD</p></div>',
    ['condition:PTSD'],
  ],
  ['marks in a plain-text paper', '<pre>On PTSD\n\nPTSD is</pre>', ['condition:PTSD', 'condition:PTSD']],
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
  const painted = (page: Page): Promise<string[]> => page.evaluate(() => window.gloss.painted());

  describe.each(painters)('%s marks', (marks) => {
    test.each(rows)('%s', async (_behaviour, body, expected) => {
      const page = await open(body, marks);
      expect(await painted(page)).toEqual(expected);
      expect(await page.evaluate(() => window.gloss.reading().state())).toBe('read');
    });

    test('lines are seen on pages of every colour', async () => {
      // Highlights in Chromium have their own colours only, which do for what is light or dark.
      const isMixed = kind === 'firefox' || marks === 'element';
      const shown = pageColours.filter(([, behind]) => isMixed || isLightOrDark(behind));
      const words = ['anhedonia', 'PTSD', 'NCT01874951', 'naltrexone'];
      const page = await open(
        `<style>body, p { margin: 0 } p { font: 40px/60px monospace } i { display: inline-block }</style>${shown
          .map(
            ([, behind, text]) =>
              `<p style="background:${behind};color:${text}"><i></i>${words.map((word) => `<b>${word}</b>`).join(' ')}</p>`,
          )
          .join('')}`,
        marks,
      );
      const before = page.viewport();
      await page.setViewport({ width: 1000, height: 60 * shown.length, deviceScaleFactor: 2 });
      await page.evaluate(() => window.gloss.settle());
      const lines = await linesOf(page, await page.screenshot());
      await page.setViewport(before);
      const faint = shown.flatMap(([name, behind], at) =>
        words.flatMap((word, nth) => {
          const seen = contrast(lines[at]?.[nth] ?? readHex(behind), readHex(behind));
          return seen >= 3 ? [] : `${word} on ${name}: ${seen.toFixed(2)}`;
        }),
      );
      expect(faint).toEqual([]);
    });

    test('knows what is under the pointer, and nothing beside it', async () => {
      const page = await open('<p style="width:9em">On low-dose naltrexone for PTSD. <b>PT</b>SD</p>', marks);
      const found = await page.evaluate(() => {
        const { reading, painter } = window.gloss;
        return reading()
          .occurrences()
          .map((occurrence) => {
            const rects = painter().rectsOf(occurrence);
            const [first] = rects;
            if (!first) return undefined;
            const middle = { x: first.left + first.width / 2, y: first.top + first.height / 2 };
            return {
              text: occurrence.text,
              lines: rects.length,
              isThere: rects.every(
                ({ left, top, width, height }) =>
                  painter().occurrenceAt({ x: left + width / 2, y: top + height / 2 }) === occurrence,
              ),
              isAbove: painter().occurrenceAt({ x: middle.x, y: middle.y - 60 }) === occurrence,
              isFarRight: painter().occurrenceAt({ x: innerWidth - 5, y: middle.y }) === occurrence,
            };
          });
      });
      expect(found).toEqual([
        { text: 'low-dose naltrexone', lines: 2, isThere: true, isAbove: false, isFarRight: false },
        { text: 'PTSD', lines: 1, isThere: true, isAbove: false, isFarRight: false },
        { text: 'PTSD', lines: 1, isThere: true, isAbove: false, isFarRight: false },
      ]);
    });

    test('takes back everything at once', async () => {
      const body = '<p>PTSD and <b>PT</b>SD, low-dose <i>naltrexone</i></p><p>BPD</p>';
      const page = await pages.openBody(body);
      const result = await page.evaluate(async (how) => {
        const before = document.documentElement.outerHTML;
        const nodes = [...document.querySelectorAll('p, b, i')].flatMap((element) => [...element.childNodes]);
        const sheets = document.adoptedStyleSheets.length;
        await window.gloss.start(how);
        const count = window.gloss.painted().length;
        window.gloss.stop();
        const after = [...document.querySelectorAll('p, b, i')].flatMap((element) => [...element.childNodes]);
        return {
          count,
          isSame: document.documentElement.outerHTML === before,
          areSameNodes: after.length === nodes.length && after.every((node, index) => node === nodes[index]),
          registered: CSS.highlights.size,
          sheets: document.adoptedStyleSheets.length - sheets,
          found: window.gloss.found(),
        };
      }, marks);
      expect(result.count).toBeGreaterThan(2);
      expect(result).toEqual({
        count: result.count,
        isSame: true,
        areSameNodes: true,
        registered: 0,
        sheets: 0,
        found: [],
      });
    });

    test('sets off the one that is explained', async () => {
      const page = await open('<p>PTSD and <b>PT</b>SD</p>', marks);
      const shown = await page.evaluate(() => {
        const { reading, painter } = window.gloss;
        const current = (): string =>
          [...(CSS.highlights.get('naltrexone-gloss-current') ?? [])]
            .map(({ startOffset }) => startOffset)
            .join() +
          [...document.querySelectorAll('[data-naltrexone-gloss-current]')]
            .map((mark) => mark.textContent)
            .join();
        const [, second] = reading().occurrences();
        painter().showCurrent(second);
        const during = current();
        painter().showCurrent(undefined);
        return [during, current()];
      });
      expect(shown).toEqual([marks === 'highlight' ? '0' : 'PT,SD', '']);
    });

    test('leaves nothing on paper', async () => {
      const page = await open('<p>Some PTSD here</p>', marks);
      const rules = await page.evaluate(() =>
        document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)),
      );
      for (const rule of rules) expect(rule).toMatch(/^@media screen|all: unset/);
    });

    test('survives a page that throws its styles and highlights away', async () => {
      const page = await open('<p>PTSD</p>', marks);
      const after = await page.evaluate(async () => {
        CSS.highlights.clear();
        document.adoptedStyleSheets = [];
        document.body.insertAdjacentHTML('beforeend', '<p>anhedonia</p>');
        await window.gloss.settle();
        return [window.gloss.painted(), document.adoptedStyleSheets.length];
      });
      expect(after).toEqual([['condition:PTSD', 'term:anhedonia'], 1]);
    });
  });

  test('highlights only what is near the viewport, and follows it', async () => {
    const page = await open(`<p>PTSD</p>${filler}<p>anhedonia</p>`, 'highlight');
    expect(await painted(page)).toEqual(['condition:PTSD']);
    expect(await page.evaluate(() => window.gloss.found())).toEqual(['condition:PTSD', 'term:anhedonia']);
    await page.evaluate(async () => {
      scrollTo(0, document.body.scrollHeight);
      await window.gloss.settle();
    });
    expect(await painted(page)).toEqual(['term:anhedonia']);
  });

  test('highlights only part of a long block, and follows it', async () => {
    const lines = Array.from({ length: 3000 }, (_, line) => `line ${line} on PTSD`).join('\n');
    const page = await open(`<pre>${lines}</pre>`, 'highlight');
    const count = (): Promise<number> => page.evaluate(() => window.gloss.painted().length);
    expect(await count()).toBeGreaterThan(30);
    expect(await count()).toBeLessThan(150);
    const visible = await page.evaluate(async () => {
      scrollTo(0, document.body.scrollHeight / 2);
      await window.gloss.settle();
      const [first] = CSS.highlights.get('naltrexone-gloss-condition') ?? [];
      const range = document.createRange();
      if (first) range.setStart(first.startContainer, first.startOffset);
      if (first) range.setEnd(first.endContainer, first.endOffset);
      return Math.abs(range.getBoundingClientRect().top) < 2 * innerHeight;
    });
    expect(visible).toBe(true);
    expect(await count()).toBeLessThan(150);
  });

  test('never highlights more than about 500 places', async () => {
    const page = await open(
      `<style>p{font-size:1px;display:inline-block;width:5px;height:2px;margin:0;overflow:hidden}</style>${'<p>PTSD</p>'.repeat(3000)}`,
      'highlight',
    );
    const count = await page.evaluate(() => window.gloss.painted().length);
    expect(count).toBe(500);
  });

  test('marks that are elements can take the focus and have a name', async () => {
    const page = await open(
      '<p>PTSD and border<em>line</em> personality disorder</p><a href="#">PTSD</a>',
      'element',
    );
    const attributes = await page.evaluate(() =>
      [...document.querySelectorAll('mark')].map(({ tabIndex, role, ariaLabel }) => [
        tabIndex,
        role,
        ariaLabel,
      ]),
    );
    expect(attributes).toEqual([
      [0, 'button', null],
      [0, 'button', 'borderline personality disorder'],
      [-1, null, null],
      [-1, null, null],
      [-1, null, null],
    ]);
  });

  test('tells hidden words from those a reader can see', async () => {
    const page = await open(
      `<p>PTSD</p><p hidden>PTSD</p><p style="visibility:hidden">PTSD</p><p style="position:absolute;left:-9999px">PTSD</p>
       <span style="position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)">PTSD</span>
       <details><summary>more</summary>PTSD</details><p style="opacity:0">PTSD</p><p style="text-indent:-9999px">PTSD</p>${filler}<p>PTSD</p>`,
      'highlight',
    );
    const shown = await page.evaluate(() => {
      const reading = window.gloss.reading();
      return reading.occurrences().map((occurrence) => reading.isShown(occurrence));
    });
    expect(shown).toEqual([true, false, false, false, false, false, false, false, true]);
  });
});

/** Whether a page is nearly white or nearly black. */
function isLightOrDark(behind: string): boolean {
  const colour = readHex(behind);
  return contrast(colour, readHex('#000000')) >= 15.5 || contrast(colour, readHex('#ffffff')) >= 16;
}

/** Under each word of each line, the colour that is furthest from the one behind it: what lies between letters and next line. */
function linesOf(page: Page, picture: Uint8Array): Promise<Colour[][]> {
  return page.evaluate(
    async (url) => {
      const bitmap = await createImageBitmap(await (await fetch(url)).blob());
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      if (!canvas) throw new Error('There is nothing to draw on');
      canvas.drawImage(bitmap, 0, 0);
      return [...document.querySelectorAll('p')].map((line) => {
        // Nothing is in it, so its lower edge is where the letters stand.
        const foot = line.querySelector('i')?.getBoundingClientRect().bottom ?? 0;
        return [...line.querySelectorAll('b')].map((word) => {
          const { left, width } = word.getBoundingClientRect();
          const band = [left, foot + 2, width, 14].map((length) => Math.round(length * devicePixelRatio));
          const [x = 0, y = 0, wide = 1, high = 1] = band;
          const { data } = canvas.getImageData(x, y, wide, high);
          const pixel = (at: number): Colour => [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
          const behind = pixel(data.length - 4);
          let furthest: Colour = behind;
          let most = 0;
          for (let at = 0; at < data.length; at += 4) {
            const distance = pixel(at).reduce(
              (sum, part, nth) => sum + Math.abs(part - (behind[nth] ?? 0)),
              0,
            );
            if (distance > most) [most, furthest] = [distance, pixel(at)];
          }
          return furthest;
        });
      });
    },
    `data:image/png;base64,${Buffer.from(picture).toString('base64')}`,
  );
}
