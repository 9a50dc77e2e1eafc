import { ConditionCard } from './ConditionCard.tsx';
import type { CardProps } from './card-props.ts';
import { TermCard } from './TermCard.tsx';
import { TopicCard } from './TopicCard.tsx';
import { TrialCard } from './TrialCard.tsx';

/** The card for an entry, by its kind. */
export function EntryCard({ entry, ...rest }: CardProps) {
  switch (entry.kind) {
    case 'term':
      return <TermCard entry={entry} {...rest} />;
    case 'condition':
      return <ConditionCard entry={entry} {...rest} />;
    case 'trial':
      return <TrialCard entry={entry} {...rest} />;
    case 'topic':
      return <TopicCard entry={entry} {...rest} />;
    default:
      return entry satisfies never;
  }
}
