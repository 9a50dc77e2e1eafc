// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { createFirstOfName, type FirstOfName } from '@/page/first-of-name.ts';
import type { Occurrence } from '@/page/occurrence.ts';

document.body.innerHTML = '<p>one anhedonia, two anhedonia</p><p>three anhedonia</p><p>PTSD</p>';
const at = (paragraph: number, offset: number, name = 'term:anhedonia'): Occurrence => {
  const node = document.querySelectorAll('p')[paragraph]?.firstChild;
  if (!(node instanceof Text)) throw new Error('There is no text');
  return {
    mention: { start: 0, end: 4, entryIds: [name as 'term:anhedonia'] },
    text: 'words',
    place: { start: { node, offset }, end: { node, offset: offset + 4 } },
  };
};
const one = at(0, 4);
const two = at(0, 19);
const three = at(1, 6);
const other = at(2, 0, 'condition:ptsd');
let firsts: FirstOfName;
const isFirst = () => [one, two, three, other].map((occurrence) => firsts.has(occurrence));

beforeEach(() => {
  firsts = createFirstOfName();
});

test('the first in the document is the first, in whatever order they come', () => {
  expect(firsts.add(three)).toBeUndefined();
  expect(firsts.add(two)).toBe(three);
  expect(firsts.add(one)).toBe(two);
  expect(firsts.add(other)).toBeUndefined();
  expect(isFirst()).toEqual([true, false, false, true]);
});

test('when the first goes the next one follows, whichever that is', () => {
  for (const each of [two, three, one]) firsts.add(each);
  expect(firsts.remove(three)).toBeUndefined();
  expect(firsts.remove(one)).toBe(two);
  expect(firsts.remove(two)).toBeUndefined();
  expect(isFirst()).toEqual([false, false, false, false]);
  firsts.add(three);
  expect(isFirst()).toEqual([false, false, true, false]);
});
