import type { Entry } from './entry.ts';

/**
 * What the keepers of the data want to see at each build, a line each: counts, and what has not been read for a year.
 * The entries have passed the check, which lets no dead link and no clash of names through.
 */
export function reviewKnowledge(entries: readonly Entry[], asOf: string): string[] {
  const statements = entries.flatMap((entry) => entry.statements);
  const old = olderThanAYear(entries, asOf);
  const links = entries.reduce((sum, { related }) => sum + related.length, 0);
  return [
    `entries: ${counted(entries.map(({ kind }) => kind))}`,
    `statements: ${counted(statements.map(({ standing }) => standing))}`,
    ...kinds.map((kind) => {
      const standings = entries.filter((entry) => entry.kind === kind).flatMap((entry) => entry.statements);
      return `  of a ${kind}: ${counted(standings.map(({ standing }) => standing))}`;
    }),
    `from: ${counted(statements.map(({ from }) => from.kind))}`,
    `links between entries: ${links}, none of them dead; names that clash: none`,
    ...(old.length === 0 ? ['not read for a year: none'] : old.map((id) => `not read for a year: ${id}`)),
  ];
}

const kinds = ['condition', 'term', 'topic', 'trial'] as const;

function counted(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const parts = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([word, count]) => `${count} ${word}`);
  return `${words.length} (${parts.join(', ')})`;
}

function olderThanAYear(entries: readonly Entry[], asOf: string): string[] {
  const year = Number(asOf.slice(0, 4)) - 1;
  const limit = `${year}${asOf.slice(4)}`;
  return entries.filter(({ reviewed }) => reviewed < limit).map(({ id }) => id);
}
