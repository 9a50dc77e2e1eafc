import { describe, expect, test } from 'vitest';
import { elementRules, highlightRules, kinds, partOfText, underlines } from '@/page/mark-style.ts';
import { type Colour, contrast, readHex } from '@/tests/fixtures/contrast.ts';
import { pageColours } from '@/tests/fixtures/page-colours.ts';

/** As `color-mix(in srgb, …)` mixes. */
function mixed(text: Colour, colour: Colour): Colour {
  const part = (at: 0 | 1 | 2): number => (text[at] * partOfText + colour[at] * (100 - partOfText)) / 100;
  return [part(0), part(1), part(2)];
}

describe.each(kinds)('%s', (kind) => {
  const { form, colour } = underlines[kind];

  test('is seen on white and on nearly black', () => {
    expect(contrast(readHex(colour), readHex('#ffffff'))).toBeGreaterThanOrEqual(3);
    expect(contrast(readHex(colour), readHex('#1e1e1e'))).toBeGreaterThanOrEqual(3);
  });

  test.each(pageColours)('mixed with its text is seen on a page that is %s', (_name, behind, text) => {
    const line = mixed(readHex(text), readHex(colour));
    expect(contrast(line, readHex(behind))).toBeGreaterThanOrEqual(3);
  });

  test('has a form of its own', () => {
    const others = kinds
      .filter((other) => other !== kind)
      .map((other) => underlines[other].form.split(' ')[0]);
    expect(others).not.toContain(form.split(' ')[0]);
  });
});

test('every rule is for the screen, but the one that takes the page’s rules for `mark` away', () => {
  expect(highlightRules('forms', true)).toMatch(/^@media screen \{/);
  expect(highlightRules('forms', false)).toMatch(/^@media screen \{/);
  expect(elementRules().replace(/^mark\[[^\]]+\] \{ all: unset !important; \}\n/, '')).toMatch(
    /^@media screen \{/,
  );
});
