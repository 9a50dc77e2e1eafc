import type { FoundEntry } from '@/components/FoundOnPage.tsx';
import { kindOfId } from '@/components/kind-words.ts';
import type { EntryId } from '@/core/entry.ts';
import type { PageFind } from '@/core/page-finds.ts';
import type { SearchDocument } from '@/core/search-index.ts';

/** What a page's frames found, taken together, with titles; identifiers we do not hold by themselves. */
export function foundEntries(
  finds: readonly PageFind[],
  entries: readonly SearchDocument[],
): readonly FoundEntry[] {
  const titles = new Map(entries.map(({ id, title }) => [id, title]));
  const counts = new Map<EntryId, number>();
  for (const { entryId, count } of finds) counts.set(entryId, (counts.get(entryId) ?? 0) + count);
  return [...counts].map(([id, count]) => {
    const title = titles.get(id) ?? id.slice(id.indexOf(':') + 1);
    return { id, kind: kindOfId(id), title, count };
  });
}
