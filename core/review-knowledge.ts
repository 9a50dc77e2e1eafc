import type { Entry } from './entry.ts';

/** What the keepers of the data want to see at each build, a line each: counts, and what has not been read for a year. */
export function reviewKnowledge(entries: readonly Entry[], asOf: string): string[] {
  const statements = entries.flatMap((entry) => entry.statements);
  return [
    `entries: ${counted(entries.map(({ kind }) => kind))}`,
    `statements: ${counted(statements.map(({ standing }) => standing))}`,
    `from: ${counted(statements.map(({ from }) => from.kind))}`,
    ...olderThanAYear(entries, asOf).map((id) => `not read for a year: ${id}`),
  ];
}

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
