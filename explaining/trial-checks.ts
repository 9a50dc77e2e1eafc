import type { ShownAbsence, ShownAnswer, ShownCheck } from '@/core/shown-check.ts';

/** What has been asked of the registry on this page of ours or of others, for as long as it is open. */
export interface TrialChecks {
  /** How the check of an identifier stands, and what the registry said last: its record, or that there is none. */
  of(id: string): {
    readonly check: ShownCheck;
    readonly record: ShownAnswer | undefined;
    readonly absence: ShownAbsence | undefined;
    readonly isRefused: boolean;
  };
  /** Asks, unless an answer is awaited already. */
  ask(id: string, again: boolean): Promise<void>;
  /** It may not be asked for: nobody has allowed it yet. */
  withhold(id: string): void;
  /** Leave was asked for, and refused. */
  refuse(id: string): void;
  /** As if nobody had asked: leave may have been given meanwhile. */
  forget(id: string): void;
}

/** Creates it; `question` asks, with leave only, and rejects when nobody answers; `onChange` hears of each change. */
export function createTrialChecks(
  question: (id: string, again: boolean) => Promise<ShownCheck>,
  onChange: (id: string) => void,
): TrialChecks {
  const checks = new Map<string, ShownCheck>();
  const said = new Map<string, ShownAnswer | ShownAbsence>();
  const refused = new Set<string>();

  const set = (id: string, check: ShownCheck): void => {
    checks.set(id, check);
    refused.delete(id);
    if (check.kind === 'answered' || check.kind === 'no-such-record') said.set(id, check);
    onChange(id);
  };

  return {
    of(id) {
      const last = said.get(id);
      return {
        check: checks.get(id) ?? { kind: 'unasked' },
        record: last?.kind === 'answered' ? last : undefined,
        absence: last?.kind === 'no-such-record' ? last : undefined,
        isRefused: refused.has(id),
      };
    },
    async ask(id, again) {
      if (checks.get(id)?.kind === 'waiting') return;
      set(id, { kind: 'waiting', attempt: 1, notBefore: 0 });
      set(id, await question(id, again).catch((): ShownCheck => ({ kind: 'failed', why: 'interrupted' })));
    },
    withhold(id) {
      set(id, { kind: 'not-allowed', missing: 'consent' });
    },
    refuse(id) {
      set(id, { kind: 'not-allowed', missing: 'consent' });
      refused.add(id);
      onChange(id);
    },
    forget(id) {
      set(id, { kind: 'unasked' });
    },
  };
}
