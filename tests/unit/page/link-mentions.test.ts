import { expect, test } from 'vitest';
import type { Mention } from '@/core/mention.ts';
import { withLinks } from '@/page/link-mentions.ts';

const link = 'NCT01234567';

/** Marks what is in square brackets as a link, takes what is in braces as found, and gives what is marked in the end. */
function marked(written: string): string[] {
  const mentions: Mention[] = [];
  const links: { start: number; end: number; trialId: string }[] = [];
  let text = '';
  let opened = 0;
  for (const piece of written.split(/([[\]{}])/)) {
    if (piece === '[' || piece === '{') opened = text.length;
    else if (piece === ']') links.push({ start: opened, end: text.length, trialId: link });
    else if (piece === '}') {
      const words = text.slice(opened);
      const id = /^NCT\d{8}$/.test(words) ? (`trial:${words}` as const) : ('condition:found' as const);
      mentions.push({ start: opened, end: text.length, entryIds: [id] });
    } else text += piece;
  }
  const found = withLinks({ mentions, undecided: [], definitions: [] }, text, links);
  return found.mentions.map(({ start, end, entryIds: [id] }) => `${text.slice(start, end)} = ${id}`);
}

test.each<[what: string, written: string, found: readonly string[]]>([
  ['a link is its trial', 'It was [registered].', ['registered = trial:NCT01234567']],
  ['without the space at its ends', 'It was[ registered ].', ['registered = trial:NCT01234567']],
  [
    'in order with what else is found',
    '{PTSD}, [here], {panic}',
    ['PTSD = condition:found', 'here = trial:NCT01234567', 'panic = condition:found'],
  ],
  ['an icon has no words', 'It was[ ].', []],
  ['a link with a part of the page in it is left alone', `[${'word '.repeat(80)}]`, []],
])('%s', (_what, written, found) => expect(marked(written)).toEqual(found));

test('names in the words of a link give way to it, identifiers do not', () => {
  const text = 'Trial of PTSD NCT07654321';
  const links = [{ start: 0, end: text.length, trialId: link }];
  const name: Mention = { start: 9, end: 13, entryIds: ['condition:found'] };
  const identifier: Mention = { start: 14, end: 25, entryIds: ['trial:NCT07654321'] };
  const rest = { undecided: [{ ...name, abbreviation: 'PTSD' }], definitions: [] };
  const named = withLinks({ mentions: [name], ...rest }, text, links);
  expect(named.mentions).toMatchObject([{ start: 0, end: 25, reason: { kind: 'link', trialId: link } }]);
  expect(named.undecided).toEqual([]);
  const written = { mentions: [name, identifier], ...rest };
  expect(withLinks(written, text, links)).toBe(written);
});

test('without a link everything is as it was', () => {
  const found = { mentions: [], undecided: [], definitions: [] };
  expect(withLinks(found, 'words', [])).toBe(found);
});
