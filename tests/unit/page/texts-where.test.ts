// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { dataOf, textsWhere } from '@/page/dom.ts';

test('elements are taken or left whole, or looked into, and what is not taken is told of', () => {
  document.body.innerHTML =
    'a<div class="no">b<p>c</p></div><div><p class="all">d<i class="no">e</i></p><p class="no">f</p></div>g<p class="no"></p>';
  const texts = textsWhere(document.body, ({ className }) =>
    className === '' ? undefined : className === 'all',
  );
  expect([...texts].map((text) => text && dataOf(text))).toEqual([
    ...['a', undefined, undefined, 'd', 'e', undefined, 'g', undefined],
  ]);
});
