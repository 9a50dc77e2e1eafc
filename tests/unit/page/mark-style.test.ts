import { describe, expect, test } from 'vitest';
import { elementRules, highlightRules, kinds, underlines } from '@/page/mark-style.ts';

/** Relative luminance of `#rrggbb`, as WCAG 2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(kinds)('%s', (kind) => {
  const { form, colour } = underlines[kind];

  test('is seen on white and on nearly black', () => {
    expect(contrast(colour, '#ffffff')).toBeGreaterThanOrEqual(3);
    expect(contrast(colour, '#1e1e1e')).toBeGreaterThanOrEqual(3);
  });

  test('has a form of its own', () => {
    const others = kinds
      .filter((other) => other !== kind)
      .map((other) => underlines[other].form.split(' ')[0]);
    expect(others).not.toContain(form.split(' ')[0]);
  });
});

test('every rule is for the screen, but the one that takes the page’s rules for `mark` away', () => {
  expect(highlightRules()).toMatch(/^@media screen \{/);
  expect(elementRules().replace(/^mark\[[^\]]+\] \{ all: unset !important; \}\n/, '')).toMatch(
    /^@media screen \{/,
  );
});
