import { expect, test } from 'vitest';
import type { Entry, EntryId } from '@/core/entry.ts';
import { compiledKnowledge } from './compiled-knowledge.ts';

const { entries } = compiledKnowledge();
const byId = new Map(entries.map((entry) => [entry.id, entry]));

/** Every entry a reader can go to from this one's card. */
const waysFrom = (entry: Entry): Set<EntryId> =>
  new Set([...entry.related, ...(entry.kind === 'trial' ? entry.about : entry.trials)]);

test('every link leads somewhere', () => {
  const dead = entries.flatMap((entry) =>
    [...waysFrom(entry)].filter((id) => !byId.has(id)).map((id) => `${entry.id} -> ${id}`),
  );
  expect(dead).toEqual([]);
});

test('from every entry that a card leads to, a way leads back', () => {
  const oneWay = entries.flatMap((entry) =>
    [...waysFrom(entry)]
      .filter((id) => {
        const other = byId.get(id);
        return other !== undefined && !waysFrom(other).has(entry.id);
      })
      .map((id) => `${entry.id} -> ${id}`),
  );
  expect(oneWay).toEqual([]);
});

test('no entry is out of reach: every one is led to from another', () => {
  const reached = new Set(entries.flatMap((entry) => [...waysFrom(entry)]));
  expect(entries.filter(({ id }) => !reached.has(id)).map(({ id }) => id)).toEqual([]);
});
