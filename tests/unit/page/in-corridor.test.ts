// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { inCorridor } from '@/page/in-corridor.ts';

// Words at 100-180 across, one line 20 high; a card 300 wide, 8 below or above.
const words = new DOMRect(100, 200, 80, 20);
const below = new DOMRect(100, 228, 300, 200);
const above = new DOMRect(100, 12, 300, 180);

test.each([
  ['straight down to a card below', 140, 224, below, true],
  ['at the very edge, with a shaking hand', 98, 222, below, true],
  ['along the next line of text', 350, 221, below, false],
  ['close to the far side of the card', 380, 227.5, below, true],
  ['on the words', 140, 210, below, false],
  ['on the card', 140, 240, below, false],
  ['up from the words when the card is below', 140, 196, below, false],
  ['straight up to a card above', 140, 196, above, true],
  ['down from the words when the card is above', 140, 224, above, false],
] as const)('%s', (_where, x, y, card, expected) => {
  expect(inCorridor({ x, y }, [words], card)).toBe(expected);
});

test('starts from the last line towards a card below', () => {
  const lines = [new DOMRect(400, 180, 80, 20), words];
  expect(inCorridor({ x: 140, y: 224 }, lines, below)).toBe(true);
  expect(inCorridor({ x: 440, y: 190 }, lines, below)).toBe(false);
});

// A column 20 wide and 80 high at 300 across; the card stands to its right, or to its left.
const column = new DOMRect(300, 100, 20, 80);
const toTheRight = new DOMRect(328, 100, 300, 200);
const toTheLeft = new DOMRect(20, 100, 272, 200);

test.each([
  ['across to a card on the right', 324, 140, toTheRight, true],
  ['along the next column', 324, 280, toTheRight, false],
  ['to the left when the card is on the right', 296, 140, toTheRight, false],
  ['across to a card on the left', 296, 140, toTheLeft, true],
] as const)('beside vertical text, %s', (_where, x, y, card, expected) => {
  expect(inCorridor({ x, y }, [column], card)).toBe(expected);
});
