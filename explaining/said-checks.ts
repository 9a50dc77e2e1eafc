import type { CardNode } from '@/core/card-node.ts';
import type { SaidCard, SaidCheck } from '@/core/said-card.ts';

/** How the check of a trial stands on a page; empty: nobody has asked. */
export interface StandingCheck extends Partial<Omit<SaidCheck, 'facts'>> {
  readonly isAwaited?: true;
}

/** What has been asked of the registry from the cards of a page, for as long as it is open. */
export interface SaidChecks {
  of(id: string): StandingCheck;
  /** Asks about a card's trial, unless an answer is awaited already. Resolves to the answer; `undefined`: there is none. */
  ask(trial: NonNullable<SaidCard['trial']>, again: boolean): Promise<SaidCheck | undefined>;
  /** As if nobody had asked: leave may have been given meanwhile. */
  forget(id: string): void;
}

const unasked: StandingCheck = {};

/** Creates it; `question` asks, with leave only, and rejects when nobody answers; `onChange` is called at each change. */
export function createSaidChecks(
  question: (id: string, again: boolean) => Promise<SaidCheck>,
  onChange: () => void,
): SaidChecks {
  const checks = new Map<string, StandingCheck>();

  /** What the registry said last stays on the card while it is asked again. */
  const set = (id: string, check: CardNode, more: StandingCheck = {}): void => {
    const { card, at } = checks.get(id) ?? unasked;
    checks.set(id, { ...(card && { card }), ...(at && { at }), check, ...more });
    onChange();
  };

  return {
    of: (id) => checks.get(id) ?? unasked,
    async ask({ id, waiting, interrupted }, again) {
      if (checks.get(id)?.isAwaited) return undefined;
      set(id, waiting, { isAwaited: true });
      try {
        const said = await question(id, again);
        set(id, said.check, said);
        return said;
      } catch {
        set(id, interrupted);
        return undefined;
      }
    },
    forget(id) {
      checks.delete(id);
      onChange();
    },
  };
}
