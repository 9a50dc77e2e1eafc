import type { CardNode } from '@/core/card-node.ts';
import type { EntryId } from '@/core/entry.ts';
import type { ComparedFacts } from '@/core/page-against-record.ts';
import type { TrialPlace } from '@/core/questions.ts';
import type { Occurrence } from '@/page/occurrence.ts';
import type { Painter } from '@/page/painter.ts';
import { textAround } from '@/page/text-around.ts';

/** Compares with records what is said where trials are named, and says for each place where it differs. Rejects when nobody answers. */
export type RecordComparison = (
  places: readonly TrialPlace[],
  records: readonly ComparedFacts[],
) => Promise<readonly CardNode[]>;

/** Where a page says otherwise than what is known of the trials it names. */
export interface PageDifferences {
  /** A piece of the card of these words; `null` where nothing differs. */
  of(occurrence: Occurrence): CardNode;
  /** Holds every place that names a trial against what is known of it, and shows on the marks where they differ. */
  compare(): Promise<void>;
  /** The registry gave a record: the page is held against that one from now on. */
  learn(facts: ComparedFacts): Promise<void>;
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
  let found: ReadonlyMap<Occurrence, CardNode> = new Map();
  let compared: readonly Occurrence[] = [];
  let last = Promise.resolve();

  const compareAnew = async (places: readonly (readonly [EntryId, Occurrence])[]): Promise<void> => {
    const sent = places.map(([entryId, occurrence]) => ({ entryId, ...textAround(occurrence) }));
    // A card without these lines says nothing wrong.
    const answers = await ask(sent, [...records.values()]).catch(() => []);
    found = new Map(
      places.flatMap(([, occurrence], index) => {
        const said = answers[index] ?? null;
        return said === null ? [] : [[occurrence, said] as const];
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
    of: (occurrence) => found.get(occurrence) ?? null,
    compare: () => compare(false),
    learn(facts) {
      records.set(facts.id, facts);
      return compare(true);
    },
  };
}
