import type { EntryKind } from '@/core/entry.ts';

/** A kind of entry in words. */
export const kindWords: Readonly<Record<EntryKind, { readonly one: string; readonly many: string }>> = {
  term: { one: 'Term', many: 'Terms' },
  condition: { one: 'Condition', many: 'Conditions' },
  trial: { one: 'Trial', many: 'Trials' },
  topic: { one: 'Topic', many: 'Topics' },
};

/** The kind an id names; it is the part before the colon. */
export function kindOfId(id: string): EntryKind {
  const kind = id.slice(0, id.indexOf(':'));
  return kind === 'condition' || kind === 'trial' || kind === 'topic' ? kind : 'term';
}
