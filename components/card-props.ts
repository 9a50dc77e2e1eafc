import type { Entry, EntryId } from '@/core/entry.ts';
import type { RelatedEntry } from '@/core/questions.ts';
import type { Verdict } from '@/core/what-stands.ts';

/** What every card is given. */
export interface CardProps<Kind extends Entry = Entry> {
  readonly entry: Kind;
  /** What stands, where the entry claims something. */
  readonly verdict: Verdict | undefined;
  /** Titles of what the entry links to. */
  readonly related: readonly RelatedEntry[];
  /** Id for the card's heading, by which a dialog is labelled. */
  readonly headingId: string;
  readonly onFollow: (id: EntryId) => void;
}

/** The links whose ids are listed, in that order, as far as their titles are known. */
export function linksTo(ids: readonly EntryId[], related: readonly RelatedEntry[]): RelatedEntry[] {
  const known = new Map(related.map((entry) => [entry.id, entry]));
  return ids.flatMap((id) => known.get(id) ?? []);
}
