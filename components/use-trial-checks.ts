import { useRef, useState } from 'preact/hooks';
import type { RegistryCheck } from '@/core/registry-check.ts';

/** How the checks of a page's identifiers go. */
export type CheckRun =
  | { readonly kind: 'idle' }
  /** The reader has not allowed it yet. */
  | { readonly kind: 'not-allowed' }
  /** The reader was asked and said no, or the browser did. */
  | { readonly kind: 'refused' }
  | {
      readonly kind: 'running' | 'done' | 'cancelled';
      readonly done: number;
      readonly total: number;
      /** Of those done, the ones that got no answer. */
      readonly failed: number;
    };

/** What checking many identifiers needs. */
export interface TrialChecking {
  /** Asks the registry about one; rejects when the background does not answer. */
  readonly check: (id: string) => Promise<RegistryCheck>;
  /** Has the reader allow it, straight from a click; false when that was refused. */
  readonly allow: () => Promise<boolean>;
}

/** The checks of a page's identifiers, one after the other, and how they go. */
export function useTrialChecks({ check, allow }: TrialChecking): {
  /** What the registry said last, of those it has answered. */
  readonly checks: ReadonlyMap<string, RegistryCheck>;
  readonly run: CheckRun;
  readonly checkAll: (ids: readonly string[]) => Promise<void>;
  readonly allowAndCheck: (ids: readonly string[]) => Promise<void>;
  readonly cancel: () => void;
} {
  const [checks, setChecks] = useState<ReadonlyMap<string, RegistryCheck>>(new Map());
  const [run, setRun] = useState<CheckRun>({ kind: 'idle' });
  const current = useRef<AbortController>(new AbortController());

  const checkAll = async (ids: readonly string[]): Promise<void> => {
    const own = new AbortController();
    current.current = own;
    const total = ids.length;
    let failed = 0;
    setRun({ kind: 'running', done: 0, total, failed });
    for (const [done, id] of ids.entries()) {
      const answer = await check(id).catch((): RegistryCheck => ({ kind: 'failed', why: 'interrupted' }));
      if (own.signal.aborted) return;
      if (answer.kind === 'not-allowed') return setRun({ kind: 'not-allowed' });
      if (answer.kind === 'failed') failed += 1;
      // What the registry said before still stands, with its day.
      else setChecks((before) => new Map(before).set(id, answer));
      setRun({ kind: done + 1 === total ? 'done' : 'running', done: done + 1, total, failed });
    }
  };

  return {
    checks,
    run,
    checkAll,
    async allowAndCheck(ids) {
      if (await allow()) await checkAll(ids);
      else setRun({ kind: 'refused' });
    },
    cancel() {
      current.current.abort();
      setRun((now) => (now.kind === 'running' ? { ...now, kind: 'cancelled' } : { kind: 'idle' }));
    },
  };
}
