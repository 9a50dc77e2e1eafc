// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { Occurrence } from '@/page/occurrence.ts';
import { textAround } from '@/page/text-around.ts';

/** What stands around the element with the id `here`, with what is named in brackets. */
function around(html: string): string {
  document.body.innerHTML = html;
  const node = document.getElementById('here')?.firstChild;
  if (!(node instanceof Text)) throw new Error('nothing is here');
  const place = { start: { node, offset: 0 }, end: { node, offset: node.data.length } };
  const mention = { start: 0, end: node.data.length, entryIds: ['trial:NCT09999999' as const] };
  const occurrence: Occurrence = { mention, text: node.data, place };
  const { text, start, end } = textAround(occurrence);
  return `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`;
}

const long = 'word '.repeat(200);

test.each<[what: string, html: string, found: string]>([
  [
    'all of a short paragraph',
    '<p>In <b id="here">NCT09999999</b>, 12.</p><p>No.</p>',
    'In [NCT09999999], 12.',
  ],
  ['over inline elements', '<p>A <i>b</i> <b id="here">N</b> <em>c <u>d</u></em></p>', 'A b [N] c d'],
  ['at the beginning', '<p><b id="here">N</b> rest</p>', '[N] rest'],
])('%s', (_what, html, found) => {
  expect(around(html)).toBe(found);
});

test('of a very long paragraph as much as a sentence can have', () => {
  const found = around(`<p>${long}<b id="here">N</b>${long}</p>`);
  expect(found).toHaveLength(400 + '[N]'.length + 400);
});
