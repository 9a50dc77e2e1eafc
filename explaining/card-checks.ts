import type { CardNode, CardPartName } from '@/core/card-node.ts';
import type { ComparedFacts } from '@/core/page-against-record.ts';
import type { SaidCheck } from '@/core/said-card.ts';
import { showMomentAge } from '@/core/show-moment.ts';
import type { RecordComparison } from './page-differences.ts';
import { createSaidChecks, type StandingCheck } from './said-checks.ts';
import type { Step } from './visit.ts';

/** The live check, as a page may ask for it: it can ask, and never grant. Each rejects when nobody answers. */
export interface RegistryQuestions {
  check(id: string, again: boolean): Promise<SaidCheck>;
  compare: RecordComparison;
  /** Every trial whose card the reader opens is checked: they chose that. */
  isAutomatic(): Promise<boolean>;
}

/** The checks of the trials whose cards a page shows. */
export interface CardChecks {
  of(step: Step): StandingCheck;
  /** What they say on a card in place of what came with it. */
  parts(step: Step): (readonly [CardPartName, CardNode])[];
  /** Asks about a card's trial, if it has one. */
  ask(step: Step, again: boolean): Promise<void>;
  /** A card opened: it is checked if the reader wants that of every card, and it is still the one shown. */
  opened(step: Step, isShown: () => boolean): Promise<void>;
  /** As if nobody had asked about it. */
  forget(step: Step): void;
}

/** Creates it; `onRecord` is given what a page can be held against, `onChange` is called at each change. */
export function createCardChecks(
  { check, isAutomatic }: RegistryQuestions,
  onRecord: (facts: ComparedFacts) => void,
  onChange: () => void,
): CardChecks {
  const checks = createSaidChecks(check, onChange);
  const of = ({ said }: Step): StandingCheck => (said?.trial ? checks.of(said.trial.id) : {});
  const ask = async ({ said }: Step, again: boolean): Promise<void> => {
    const answer = said?.trial && (await checks.ask(said.trial, again));
    if (answer?.facts) onRecord(answer.facts);
  };
  return {
    of,
    ask,
    parts(step) {
      const { check: standing, at } = of(step);
      return [
        ...(standing === undefined ? [] : [['check', standing] as const]),
        ...(at === undefined ? [] : [['age', showMomentAge(at, Date.now())] as const]),
      ];
    },
    async opened(step, isShown) {
      if (!step.said?.trial) return;
      // Who cannot be asked has not said so.
      const isWanted = await isAutomatic().catch(() => false);
      if (isWanted && isShown() && of(step).check === undefined) await ask(step, false);
    },
    forget({ said }) {
      if (said?.trial) checks.forget(said.trial.id);
    },
  };
}
