import { useEffect, useMemo, useState } from 'preact/hooks';
import type { EntryId } from '@/core/entry.ts';
import type { PageFind } from '@/core/page-finds.ts';
import { type PageTrial, pageTrials } from '@/core/page-trials.ts';
import type { RegistryCheck } from '@/core/registry-check.ts';
import { trialOfEntryId } from '@/core/trial-id.ts';
import type { EntryAnswer } from './card-state.ts';

/** The rows of a page's trials; what the knowledge base says of each is asked for as they are found. */
export function usePageTrials(
  finds: readonly PageFind[],
  checks: ReadonlyMap<string, RegistryCheck>,
  askEntry: (id: EntryId) => Promise<EntryAnswer>,
): PageTrial[] {
  const [answers, setAnswers] = useState<ReadonlyMap<EntryId, EntryAnswer>>(new Map());
  const ids = [...new Set(finds.map(({ entryId }) => entryId))].filter(
    (id) => trialOfEntryId(id) !== undefined,
  );
  const asked = ids.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ids, told apart by what they are
  useEffect(() => {
    let isCurrent = true;
    for (const id of ids) {
      if (answers.has(id)) continue;
      askEntry(id).then(
        (answer) => {
          if (isCurrent) setAnswers((before) => new Map(before).set(id, answer));
        },
        // Without an answer the row says what the identifier's form tells.
        () => undefined,
      );
    }
    return () => {
      isCurrent = false;
    };
  }, [asked, askEntry]);
  return useMemo(() => pageTrials(finds, answers, checks), [finds, answers, checks]);
}
