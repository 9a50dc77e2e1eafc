import type { EntryId } from './entry.ts';
import { entryKinds } from './settings.ts';

/** An entry that is named in a frame of a page, and how often. */
export interface PageFind {
  readonly entryId: EntryId;
  readonly count: number;
}

/** More different entries than this are not told of one frame. */
export const mostFinds = 500;

/** Longer than any id of an entry. */
const longestId = 100;

/** Whether a value is an id an entry can have; whether there is such an entry is another question. */
export function isEntryId(value: unknown): value is EntryId {
  return (
    typeof value === 'string' &&
    value.length < longestId &&
    entryKinds.some((kind) => value.startsWith(`${kind}:`))
  );
}

/** What a frame says that it found, read from whatever was sent. Never throws. */
export function readFinds(sent: unknown): PageFind[] {
  if (!Array.isArray(sent)) return [];
  return sent.slice(0, mostFinds).flatMap((one: unknown): PageFind[] => {
    if (typeof one !== 'object' || one === null || !('entryId' in one) || !('count' in one)) return [];
    const { entryId, count } = one;
    if (!isEntryId(entryId) || typeof count !== 'number' || !Number.isSafeInteger(count)) return [];
    return count > 0 ? [{ entryId, count }] : [];
  });
}
