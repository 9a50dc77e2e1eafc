import type { TopicEntry } from '@/core/entry.ts';
import { CardHeading } from './CardHeading.tsx';
import { type CardProps, linksTo } from './card-props.ts';
import { OwnWording } from './OwnWording.tsx';
import { RelatedList } from './RelatedList.tsx';
import { safetyEntry } from './SafetyLine.tsx';
import { StatementList } from './StatementList.tsx';
import { TrialList } from './TrialList.tsx';
import { VerdictLine } from './VerdictLine.tsx';
import { WarningIcon } from './WarningIcon.tsx';

/**
 * A subject: what stands, the gist, and the statements behind it. Of the safety entry the danger comes first: a tick under
 * “Safety of naltrexone” would pass for an all-clear.
 */
export function TopicCard({ entry, verdict, related, headingId, onFollow }: CardProps<TopicEntry>) {
  const isDanger = entry.id === safetyEntry;
  return (
    <article class="ng-card" data-kind="topic">
      <CardHeading id={headingId} title={entry.title} names={entry.names} />
      {isDanger && (
        <div class="ng-danger">
          <WarningIcon />
          <OwnWording text={entry.gist} />
        </div>
      )}
      {verdict && <VerdictLine verdict={verdict} />}
      {!isDanger && <OwnWording text={entry.gist} />}
      {entry.statements.length > 0 && <StatementList statements={entry.statements} />}
      <TrialList trials={linksTo(entry.trials, related)} onFollow={onFollow} />
      <RelatedList title="Related" entries={linksTo(entry.related, related)} onFollow={onFollow} />
    </article>
  );
}
