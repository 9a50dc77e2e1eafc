import { useEffect, useState } from 'preact/hooks';
import type { EntryId } from '@/core/entry.ts';
import type { CardState, EntryAnswer } from './card-state.ts';

/** What is known about an entry now: waiting, then its answer or its loss. Another id is asked for anew. */
export function useAnswer(
  id: EntryId | undefined,
  askEntry: (id: EntryId) => Promise<EntryAnswer>,
): CardState | undefined {
  const [state, setState] = useState<CardState | undefined>(undefined);
  useEffect(() => {
    if (id === undefined) return undefined;
    let isCurrent = true;
    const settle = (settled: CardState): void => {
      if (isCurrent) setState(settled);
    };
    askEntry(id).then(
      (answer) => settle({ kind: 'answered', id, title: titleOf(id), answer }),
      () => settle({ kind: 'lost', id, title: titleOf(id) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [id, askEntry]);
  if (id === undefined) return undefined;
  return state?.id === id ? state : { kind: 'waiting', id, title: titleOf(id) };
}

const titleOf = (id: EntryId): string => id.slice(id.indexOf(':') + 1);
