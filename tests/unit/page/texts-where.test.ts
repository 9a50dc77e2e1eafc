// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { dataOf, textsWhere } from '@/page/dom.ts';

test('elements that are not wanted are passed over whole, and each is told of', () => {
  document.body.innerHTML =
    'a<div class="no">b<p>c</p></div><div><p>d</p><p class="no">e<i>f</i></p></div><div class="no">g</div>h<p class="no"></p>';
  const texts = textsWhere(document.body, (element) => element.className !== 'no');
  expect([...texts].map((text) => text && dataOf(text))).toEqual([
    ...['a', undefined, 'd', undefined, undefined, 'h', undefined],
  ]);
});
