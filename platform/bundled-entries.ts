import type { Entry, EntryId } from '@/core/entry.ts';
import { identifierFacts } from '@/core/identifier-facts.ts';
import type { Questions, RelatedEntry } from '@/core/questions.ts';
import { trialOfEntryId } from '@/core/trial-id.ts';
import { whatStands } from '@/core/what-stands.ts';
import entries from '@/data/compiled/entries.json';
import { bundledLexicon } from './bundled-lexicon.ts';

// data/build.ts validated and wrote this file as Entry[]; JSON cannot say so.
const bundled = entries as unknown as readonly Entry[];
const byId = new Map<string, Entry>(bundled.map((entry) => [entry.id, entry]));

/** The entry with what a card needs to link on: the titles of related entries and of its trials. */
export function entryAnswer(id: EntryId): ReturnType<Questions['entry']> {
  const entry = byId.get(id) ?? null;
  const linked = entry?.kind === 'trial' ? entry.about : (entry?.trials ?? []);
  const related = [...new Set([...(entry?.related ?? []), ...linked])].flatMap((other): RelatedEntry[] => {
    const found = byId.get(other);
    return found === undefined ? [] : [linkTo(found)];
  });
  const verdict = entry === null ? undefined : whatStands(entry);
  const identifier = identifierFacts(trialOfEntryId(id) ?? '');
  return {
    entry,
    ...(verdict && { verdict }),
    related,
    ...(identifier && { identifier }),
    compiled: bundledLexicon.compiled,
  };
}

function linkTo(entry: Entry): RelatedEntry {
  const verdict = whatStands(entry);
  return { id: entry.id, title: entry.title, ...(verdict && { standing: verdict.standing }) };
}
