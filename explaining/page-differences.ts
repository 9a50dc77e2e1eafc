import type { ComparedFacts, PageDifference } from '@/core/page-against-record.ts';
import type { NamedPlace } from '@/core/questions.ts';
import type { RecordFacts } from '@/core/record-facts.ts';
import { trialEntryId } from '@/core/trial-id.ts';
import type { Occurrence } from '@/page/occurrence.ts';
import type { Painter } from '@/page/painter.ts';
import { textAround } from '@/page/text-around.ts';

/** Compares with a record what is said where a trial is named; one answer for each place. Rejects when nobody answers. */
export type RecordComparison = (
  facts: ComparedFacts,
  places: readonly NamedPlace[],
) => Promise<readonly (readonly PageDifference[])[]>;

/** Where a page says otherwise than the records that were asked for. */
export interface PageDifferences {
  of(occurrence: Occurrence): readonly PageDifference[];
  /** Holds every place that names a trial against its record, and shows on the marks where they differ. */
  compare(facts: RecordFacts): Promise<void>;
}

/** So many places of one trial are compared. */
const mostPlaces = 200;

/** Creates it. */
export function createPageDifferences(
  ask: RecordComparison,
  occurrences: () => readonly Occurrence[],
  painter: Painter,
): PageDifferences {
  const found = new Map<Occurrence, readonly PageDifference[]>();
  return {
    of: (occurrence) => found.get(occurrence) ?? [],
    async compare({ id, askedAs, enrolment, status, phases }) {
      const ids = [id, askedAs].flatMap((each) =>
        each === undefined ? [] : [trialEntryId({ id: each, isMalformed: false })],
      );
      const here = new Set(occurrences());
      for (const gone of [...found.keys()].filter((occurrence) => !here.has(occurrence))) found.delete(gone);
      const places = [...here]
        .filter(({ mention }) => ids.some((each) => mention.entryIds.includes(each)))
        .slice(0, mostPlaces);
      const facts: ComparedFacts = {
        id,
        phases,
        ...(askedAs !== undefined && { askedAs }),
        ...(enrolment && { enrolment }),
        ...(status && { status }),
      };
      // A card without these lines says nothing wrong.
      const answers = await ask(facts, places.map(textAround)).catch(() => []);
      places.forEach((occurrence, index) => {
        const differences = answers[index] ?? [];
        if (differences.length > 0) found.set(occurrence, differences);
        else found.delete(occurrence);
      });
      painter.showDiffering(new Set(found.keys()));
    },
  };
}
