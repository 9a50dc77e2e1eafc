// Abbreviations as a reader meets them: decided once the whole page is read, and each with the reason on its card.
import { describe, expect, test } from 'vitest';
import type { DrivenPage } from '../driver/driven-page.ts';
import { browsers, useBrowser } from './set-up.ts';

const tall = '<div style="height: 2500px"></div>';

describe.each(browsers)('%s', (kind) => {
  const driver = useBrowser(kind);
  let count = 0;
  const open = async (body: string): Promise<DrivenPage> => {
    count += 1;
    const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title><body style="margin: 150px 40px">${body}</body></html>`;
    const driven = await driver().showPage(driver().pages.add(`/abbreviations-${count}`, html));
    await driven.untilMarked();
    return driven;
  };
  const words = async (driven: DrivenPage): Promise<string[]> =>
    (await driven.marks(true)).map(({ text }) => text);

  test('a card says what the page says an abbreviation is, and leads there', async () => {
    const driven = await open(
      `<p>Ten had BPD.</p>${tall}<p id="there">It is borderline personality disorder (BPD).</p>`,
    );
    await driven.hoverMark('BPD');
    await driven.popover.until('Here BPD is borderline personality disorder, because the page says so.');
    await driven.popover.click('.ng-receipt button');
    await driven.page.waitForFunction(() => {
      const { top, bottom } = document.querySelector('#there')?.getBoundingClientRect() ?? new DOMRect();
      return top >= 0 && bottom <= innerHeight;
    });
    await driven.popover.until('because the page says so');
    expect(await driven.popover.find('.ng-receipt button')).toBeUndefined();
    await driven.close();
  });

  test('what nobody defines is marked by words near by, and never against those of another meaning', async () => {
    const driven = await open(
      '<p>Naltrexone and self-harm in BPD.</p><p>Preterm infants with BPD and low oxygen.</p>',
    );
    await driven.hoverMark('BPD');
    await driven.popover.until('because of words near by');
    expect(await words(driven)).toEqual(['Naltrexone', 'self-harm', 'BPD']);
    await driven.close();
  });

  test('a page that defines an abbreviation of its own has it marked, also before', async () => {
    const driven = await open(
      '<h1>EDs</h1><p>Many have an eating disorder (ED). An ED is common.</p><p>The emergency room</p>',
    );
    await driven.hoverMark('EDs');
    await driven.popover.until('because the page says so');
    await driven.close();
  });

  test('one that stays open is not marked, and says so with the modifier key held', async () => {
    const driven = await open('<p>Naltrexone.</p><p>Ten had <b id="open">BPD</b>.</p>');
    const { x, y } = await driven.page.$eval('#open', (element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    });
    expect(await words(driven)).toEqual(['Naltrexone']);
    await driven.page.mouse.move(5, 5);
    await driven.page.keyboard.down('Alt');
    await driven.page.mouse.move(x, y);
    await driven.popover.until('The page does not tell what BPD means here.');
    await driven.page.keyboard.up('Alt');
    await driven.close();
  });
});
