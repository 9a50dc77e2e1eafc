import type { ConditionEntry } from '@/core/entry.ts';
import type { Verdict } from '@/core/what-stands.ts';
import { CardHeading } from './CardHeading.tsx';
import { type CardProps, linksTo } from './card-props.ts';
import { EvidenceCounts } from './EvidenceCounts.tsx';
import { OwnWording } from './OwnWording.tsx';
import { RelatedList } from './RelatedList.tsx';
import { StatementList } from './StatementList.tsx';
import { TrialList } from './TrialList.tsx';
import { VerdictLine } from './VerdictLine.tsx';

const nothingYet: Verdict = {
  standing: 'unchecked',
  headline: 'Nothing about naltrexone in this condition has been collected yet',
};

/** A condition: what stands about naltrexone in it, what it is, the evidence by standing, its trials. */
export function ConditionCard({
  entry,
  verdict = nothingYet,
  related,
  headingId,
  onFollow,
}: CardProps<ConditionEntry>) {
  const trials = linksTo(entry.trials, related);
  return (
    <article class="ng-card" data-kind="condition">
      <CardHeading id={headingId} title={entry.title} names={entry.names} />
      <VerdictLine verdict={verdict} says={entry.summary}>
        <EvidenceCounts statements={entry.statements} trials={trials} />
      </VerdictLine>
      <OwnWording text={entry.meaning} />
      {entry.statements.length > 0 && <StatementList statements={entry.statements} />}
      <TrialList trials={trials} onFollow={onFollow} />
      <RelatedList title="Related" entries={linksTo(entry.related, related)} onFollow={onFollow} />
    </article>
  );
}
