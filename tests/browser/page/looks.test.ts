// The card of each kind as it was last looked at and found good, against what it looks like now: docs/decisions/0015.
// `npm run looks` draws the pictures in tests/baselines anew.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '@/scripts/run.ts';
import { openPages, type PagesUnderTest } from './open-pages.ts';

const baselines = `${root}tests/baselines/`;
const found = `${root}tests/.artefacts/looks/`;
const isRenewing = process.env.RENEW_LOOKS === 'yes';

/** One of each kind. */
const kinds = ['term', 'condition', 'trial-other-study', 'topic', 'unknown-trial'] as const;
/** How a reader has it. */
const looks = [
  {
    look: 'light',
    cards: [
      ...kinds,
      ...[
        'term-with-claims',
        'trial-confirmed',
        'trial-not-found',
        'malformed',
        'check-differs',
        'lost',
        'list',
      ],
    ],
  },
  { look: 'dark', cards: [...kinds, 'trial-confirmed', 'check-differs', 'list'] },
  { look: 'forced-colours', cards: [...kinds, 'list'] },
  { look: 'narrow', cards: kinds },
  { look: 'twice-the-size', cards: kinds },
  { look: 'right-to-left', cards: kinds },
] as const;
type Look = (typeof looks)[number]['look'];

let pages: PagesUnderTest;
beforeAll(async () => {
  pages = await openPages('chromium', '../../gallery/main.tsx', [
    '--font-render-hinting=none',
    '--disable-lcd-text',
  ]);
  if (isRenewing) rmSync(baselines, { recursive: true, force: true });
  for (const folder of [baselines, found]) mkdirSync(folder, { recursive: true });
});
afterAll(() => pages?.close());

test.each(looks)('every kind of card looks as it was approved: $look', async ({ look, cards }) => {
  const page = await open(look);
  const differences: string[] = [];
  for (const card of cards) {
    const file = `${card}-${look}.png`;
    const clip = await page.evaluate((name) => window.gallery.inHost(name), card);
    const picture = await page.screenshot({ clip });
    if (isRenewing) writeFileSync(baselines + file, picture);
    const difference = await against(page, file, picture);
    if (difference !== undefined) differences.push(`${file}: ${difference}`);
  }
  expect(differences, 'see tests/.artefacts/looks; `npm run looks` approves what is there now').toEqual([]);
});

async function open(look: Look): Promise<Page> {
  const page = await pages.openBody('');
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: look === 'dark' ? 'dark' : 'light' },
    { name: 'forced-colors', value: look === 'forced-colours' ? 'active' : 'none' },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  const [width, height, deviceScaleFactor] =
    look === 'narrow' ? [320, 640, 1] : look === 'twice-the-size' ? [512, 384, 2] : [480, 640, 1];
  await page.setViewport({ width, height, deviceScaleFactor });
  if (look === 'right-to-left')
    await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
  return page;
}

/** What differs from the baseline; keeps both for whoever has to look. */
async function against(page: Page, file: string, picture: Uint8Array): Promise<string | undefined> {
  if (!existsSync(baselines + file)) return 'was never approved';
  const url = (bytes: Uint8Array): string => `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`;
  const difference = await page.evaluate(
    (before, now) => window.gallery.compare(before, now),
    url(readFileSync(baselines + file)),
    url(picture),
  );
  if (difference === undefined) return undefined;
  writeFileSync(found + file, picture);
  const drawn = difference.drawn?.split(',')[1];
  if (drawn !== undefined) writeFileSync(`${found}differs-${file}`, Buffer.from(drawn, 'base64'));
  return difference.says;
}
