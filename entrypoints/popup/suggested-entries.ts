import type { EntryId } from '@/core/entry.ts';
import type { RelatedEntry } from '@/core/questions.ts';
import type { SearchDocument } from '@/core/search-index.ts';

/** Good to begin with, where the knowledge base has them. */
const preferred: readonly EntryId[] = [
  'topic:safety',
  'condition:ptsd',
  'term:low-dose-naltrexone',
  'trial:NCT01874951',
];

/** One entry of each kind to begin with. */
export function suggestedEntries(entries: readonly SearchDocument[]): RelatedEntry[] {
  const chosen = (['topic', 'condition', 'term', 'trial'] as const).flatMap((kind) => {
    const ofKind = entries.filter((entry) => entry.kind === kind);
    return ofKind.find((entry) => preferred.includes(entry.id)) ?? ofKind[0] ?? [];
  });
  return chosen.map(({ id, title }) => ({ id, title }));
}
