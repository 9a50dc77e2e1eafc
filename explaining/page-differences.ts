import type { EntryId } from '@/core/entry.ts';
import type { ComparedFacts, PageDifference } from '@/core/page-against-record.ts';
import type { TrialPlace } from '@/core/questions.ts';
import type { RecordFacts } from '@/core/record-facts.ts';
import type { Occurrence } from '@/page/occurrence.ts';
import type { Painter } from '@/page/painter.ts';
import { textAround } from '@/page/text-around.ts';

/** Compares with records what is said where trials are named; one answer for each place. Rejects when nobody answers. */
export type RecordComparison = (
  places: readonly TrialPlace[],
  records: readonly ComparedFacts[],
) => Promise<readonly (readonly PageDifference[])[]>;

/** Where a page says otherwise than what is known of the trials it names. */
export interface PageDifferences {
  of(occurrence: Occurrence): readonly PageDifference[];
  /** Holds every place that names a trial against what is known of it, and shows on the marks where they differ. */
  compare(): Promise<void>;
  /** The registry gave a record: the page is held against that one from now on. */
  learn(facts: RecordFacts): Promise<void>;
}

/** So many places are compared. */
const mostPlaces = 1000;

/** Creates it. */
export function createPageDifferences(
  ask: RecordComparison,
  occurrences: () => readonly Occurrence[],
  painter: Painter,
): PageDifferences {
  const records = new Map<string, ComparedFacts>();
  let found: ReadonlyMap<Occurrence, readonly PageDifference[]> = new Map();
  let compared: readonly Occurrence[] = [];
  let last = Promise.resolve();

  const compareAnew = async (places: readonly (readonly [EntryId, Occurrence])[]): Promise<void> => {
    const sent = places.map(([entryId, occurrence]) => ({ entryId, ...textAround(occurrence) }));
    // A card without these lines says nothing wrong.
    const answers = await ask(sent, [...records.values()]).catch(() => []);
    found = new Map(
      places.flatMap(([, occurrence], index) => {
        const differences = answers[index] ?? [];
        return differences.length > 0 ? [[occurrence, differences] as const] : [];
      }),
    );
    painter.showDiffering(new Set(found.keys()));
  };
  const compare = (isChanged: boolean): Promise<void> => {
    const places = occurrences()
      .flatMap((occurrence) => {
        const [id] = occurrence.mention.entryIds;
        return id?.startsWith('trial:') ? [[id, occurrence] as const] : [];
      })
      .slice(0, mostPlaces);
    const isSame = places.length === compared.length && places.every(([, each], at) => each === compared[at]);
    compared = places.map(([, occurrence]) => occurrence);
    // One after the other, so that the last answer is of what is there last.
    if (isChanged || !isSame) last = last.then(() => compareAnew(places));
    return last;
  };

  return {
    of: (occurrence) => found.get(occurrence) ?? [],
    compare: () => compare(false),
    learn({ id, askedAs, enrolment, status, phases, updated }) {
      records.set(id, {
        id,
        phases,
        ...(askedAs !== undefined && { askedAs }),
        ...(enrolment && { enrolment }),
        ...(status && { status }),
        ...(updated !== undefined && { updated }),
      });
      return compare(true);
    },
  };
}
