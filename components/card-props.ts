import type { Entry, EntryId } from '@/core/entry.ts';
import type { RelatedEntry } from '@/core/questions.ts';
import type { ShownTrial } from '@/core/shown-check.ts';
import type { Verdict } from '@/core/what-stands.ts';
import type { TrialTools } from './trial-tools.ts';

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
  /** Of a trial: what is known without asking its registry. */
  readonly trial?: ShownTrial | undefined;
  /** Of a trial, where its registry can be asked. */
  readonly tools?: TrialTools | undefined;
}

/** The links whose ids are listed, in that order, as far as their titles are known. */
export function linksTo(ids: readonly EntryId[], related: readonly RelatedEntry[]): RelatedEntry[] {
  const known = new Map(related.map((entry) => [entry.id, entry]));
  return ids.flatMap((id) => known.get(id) ?? []);
}
