import { describe, expect, test } from 'vitest';
import { browsers, useBrowser } from './set-up.ts';

/** How often the background is ended while it is asked. Firefox ends it through its own test door, which takes longer. */
const kills = { chromium: 300, firefox: 20 } as const;

describe.each(browsers)('%s', (kind) => {
  const driver = useBrowser(kind, { leavesTraces: true });

  test(`${kills[kind]} questions are answered although the background is ended under them`, async () => {
    const popup = await driver().openPopupTab();
    const lost: string[] = [];
    for (let asked = 0; asked < kills[kind]; asked++) {
      // Identifiers no registry has given out: each is a new question.
      const identifier = `NCT${99_000_000 + asked}`;
      await popup.page.$eval(
        'input[role="combobox"]',
        (input, typed) => {
          (input as HTMLInputElement).value = typed;
          input.dispatchEvent(new Event('input', { bubbles: true }));
        },
        identifier,
      );
      // The question is on its way; most of those that are lost are lost in the first six milliseconds.
      await new Promise((resolve) => setTimeout(resolve, asked % 7));
      await driver().killBackground();
      const answer = await popup.page.waitForFunction(
        (wanted) => {
          const card = document.querySelector('.ng-card:not([data-kind="waiting"])');
          return card?.textContent?.includes(wanted) && card.textContent;
        },
        {},
        identifier,
      );
      if (!/not in this knowledge base/i.test(String(await answer.jsonValue()))) lost.push(identifier);
    }
    expect(lost).toEqual([]);
    await popup.close();
  }, 180_000);
});
