import type { EntryKind } from '@/core/entry.ts';
import type { Occurrence } from './occurrence.ts';

const kindsByPrefix = new Map<string, EntryKind>([
  ['term', 'term'],
  ['condition', 'condition'],
  ['trial', 'trial'],
  ['topic', 'topic'],
]);

/** The kind an occurrence is marked as: that of its best entry. */
export function kindOf({ mention }: Occurrence): EntryKind {
  const prefix = mention.entryIds[0]?.split(':', 1)[0] ?? '';
  return kindsByPrefix.get(prefix) ?? 'term';
}
