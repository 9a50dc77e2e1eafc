import type { TermEntry } from '@/core/entry.ts';
import { CardHeading } from './CardHeading.tsx';
import { type CardProps, linksTo } from './card-props.ts';
import { OwnWording } from './OwnWording.tsx';
import { RelatedList } from './RelatedList.tsx';
import { StatementList } from './StatementList.tsx';
import { TrialList } from './TrialList.tsx';
import { VerdictLine } from './VerdictLine.tsx';

/** A word: its names, what it means in a sentence or two, and what is claimed about it. */
export function TermCard({ entry, verdict, related, headingId, onFollow }: CardProps<TermEntry>) {
  return (
    <article class="ng-card" data-kind="term">
      <CardHeading id={headingId} title={entry.title} names={entry.names} />
      {verdict && <VerdictLine verdict={verdict} says={entry.summary} />}
      <OwnWording text={entry.meaning} />
      {entry.statements.length > 0 && <StatementList statements={entry.statements} />}
      <TrialList trials={linksTo(entry.trials, related)} onFollow={onFollow} />
      <RelatedList title="Related" entries={linksTo(entry.related, related)} onFollow={onFollow} />
    </article>
  );
}
