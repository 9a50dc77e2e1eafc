import { copiedWords } from '@/components/copied-words.ts';
import type { TrialTools } from '@/components/trial-tools.ts';
import { isAskable } from '@/core/is-askable.ts';
import type { RegistryConsent } from '@/core/registry-consent.ts';
import type { ShownCheck } from '@/core/shown-check.ts';
import { copyText } from '@/page/copy-text.ts';
import { createTrialChecks } from './trial-checks.ts';

/** What the cards of trials on a page of ours need. */
export interface TrialCardNeeds {
  readonly page: Document;
  /** Asks the registry, with leave only; rejects when nobody answers. */
  readonly check: (id: string, again: boolean) => Promise<ShownCheck>;
  /** Has the reader allow it, straight from a click; false when that was refused. */
  readonly allow: () => Promise<boolean>;
  readonly loadConsent: () => Promise<RegistryConsent | undefined>;
  /** Called each time a card has something new to say. */
  readonly onChange: () => void;
}

/** The cards of trials on a page of ours, where the live check can be allowed. */
export interface TrialCards {
  /** What the card of an identifier can do. */
  toolsFor(id: string): TrialTools;
  /** A card opened: it is checked if the reader wants that of every card. */
  opened(id: string): Promise<void>;
  /** The reader was sent here from a card on a page, where they asked: without leave the question for it comes first. */
  sent(id: string): Promise<void>;
}

/** Creates them. */
export function createTrialCards({ page, check, allow, loadConsent, onChange }: TrialCardNeeds): TrialCards {
  const checks = createTrialChecks(check, onChange);
  const copied = new Map<string, string>();
  const copy = async (id: string, text: string, form: string): Promise<void> => {
    copied.set(id, copiedWords(await copyText(page, text), form));
    onChange();
  };
  const isUnasked = (id: string): boolean => checks.of(id).check.kind === 'unasked';
  return {
    toolsFor: (id) => ({
      ...checks.of(id),
      allowsHere: true,
      differences: [],
      now: Date.now(),
      onCheck: (again) => void checks.ask(id, again),
      // Nothing may come before it: the browser asks the reader only straight from a click.
      onAllow: () => void allow().then((isGiven) => (isGiven ? checks.ask(id, false) : checks.refuse(id))),
      copied: copied.get(id) ?? '',
      onCopy: (text, form) => void copy(id, text, form),
    }),
    async opened(id) {
      copied.delete(id);
      if (isAskable(id) && (await loadConsent())?.automatic && isUnasked(id)) await checks.ask(id, false);
    },
    async sent(id) {
      if (isAskable(id) && (await loadConsent()) === undefined && isUnasked(id)) checks.withhold(id);
    },
  };
}
