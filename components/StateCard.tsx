import type { EntryId } from '@/core/entry.ts';
import type { CardState } from './card-state.ts';
import { EntryCard } from './EntryCard.tsx';
import { LostCard } from './LostCard.tsx';
import { MalformedTrialCard } from './MalformedTrialCard.tsx';
import { MissingCard } from './MissingCard.tsx';
import type { TrialTools } from './trial-tools.ts';
import { UnknownTrialCard } from './UnknownTrialCard.tsx';
import { WaitingCard } from './WaitingCard.tsx';

/** The card for whatever is known at the moment: the entry, that there is none, that nobody answers. */
export function StateCard({
  state,
  headingId,
  tools,
  onFollow,
}: {
  state: CardState;
  headingId: string;
  /** Of a trial, where it can be checked and copied. */
  tools?: TrialTools | undefined;
  onFollow: (id: EntryId) => void;
}) {
  switch (state.kind) {
    case 'waiting':
      return <WaitingCard title={state.title} headingId={headingId} />;
    case 'lost':
      return <LostCard title={state.title} headingId={headingId} />;
    case 'answered': {
      const { entry, verdict, related, identifier, compiled, trial } = state.answer;
      if (entry !== null) {
        return <EntryCard {...{ entry, verdict, related, headingId, trial, tools, onFollow }} />;
      }
      if (identifier === undefined) {
        return <MissingCard title={state.title} compiled={compiled} headingId={headingId} />;
      }
      return identifier.fault === undefined ? (
        <UnknownTrialCard {...{ identifier, compiled, headingId, trial, tools }} />
      ) : (
        <MalformedTrialCard identifier={identifier} fault={identifier.fault} headingId={headingId} />
      );
    }
    default:
      return state satisfies never;
  }
}
