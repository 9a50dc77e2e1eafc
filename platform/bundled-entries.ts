import { copiedFacts } from '@/core/copied-facts.ts';
import { createRecogniser } from '@/core/create-recogniser.ts';
import type { Entry, EntryId, TrialEntry } from '@/core/entry.ts';
import { identifierFacts } from '@/core/identifier-facts.ts';
import type { Mention } from '@/core/mention.ts';
import type { ComparedFacts, PageDifference } from '@/core/page-against-record.ts';
import { placesAgainstRecords } from '@/core/places-against-records.ts';
import type { Questions, RelatedEntry, TrialPlace } from '@/core/questions.ts';
import type { Recogniser } from '@/core/recognise.ts';
import type { RegistryCheck } from '@/core/registry-check.ts';
import { type ShowingNeeds, type ShownCheck, showBundled, showCheck } from '@/core/shown-check.ts';
import { trialOfEntryId } from '@/core/trial-id.ts';
import { whatStands } from '@/core/what-stands.ts';
import entries from '@/data/compiled/entries.json';
import { bundledLexicon, compiledOn } from './bundled-lexicon.ts';

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
    ...(identifier && !identifier.fault && { trial: showBundled(identifier.id, needsOf(identifier.id)) }),
    compiled: compiledOn,
  };
}

/** A check of a trial in the words of a card, beside what the guide says of it. */
export function checkInWords(id: string, check: RegistryCheck): ShownCheck {
  return showCheck(check, needsOf(id));
}

/** What a page says of trials otherwise than the records it was given say, and otherwise our copies of them. */
export function againstRecords(
  places: readonly TrialPlace[],
  records: readonly ComparedFacts[],
): PageDifference[][] {
  return placesAgainstRecords(places, (id) => {
    const given = records.find((record) => record.id === id || record.askedAs === id);
    const entry = trialOf(id);
    return given ?? (entry && copiedFacts(id, entry.registry));
  });
}

function needsOf(id: string): ShowingNeeds {
  return { entry: trialOf(id), subjects, today: new Date().toISOString().slice(0, 10) };
}

function trialOf(id: string): TrialEntry | undefined {
  const entry = byId.get(`trial:${id}`);
  return entry?.kind === 'trial' ? entry : undefined;
}

/** Made when something is first compared: most of the time the background is only looked up in. */
let recogniser: Recogniser | undefined;

/** The conditions and terms that a text names for sure. */
function subjects(text: string): readonly Mention[] {
  recogniser ??= createRecogniser(bundledLexicon());
  return recogniser
    .recognise(text)
    .mentions.filter(({ entryIds: [first] }) => first !== undefined && /^(?:condition|term):/.test(first));
}

function linkTo(entry: Entry): RelatedEntry {
  const verdict = whatStands(entry);
  return { id: entry.id, title: entry.title, ...(verdict && { standing: verdict.standing }) };
}
