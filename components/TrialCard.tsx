import type { TrialEntry } from '@/core/entry.ts';
import { trialUrl } from '@/core/trial-id.ts';
import { whatStands } from '@/core/what-stands.ts';
import { CardHeading } from './CardHeading.tsx';
import { type CardProps, linksTo } from './card-props.ts';
import { ExternalLink } from './ExternalLink.tsx';
import { RegistryFactList } from './RegistryFactList.tsx';
import { RelatedList } from './RelatedList.tsx';
import { SafetyLine } from './SafetyLine.tsx';
import { StatementItem } from './StatementItem.tsx';
import { StatementList } from './StatementList.tsx';
import { VerdictLine } from './VerdictLine.tsx';

/** An identifier: the verdict, what the guide says of it, what the registry says, and the way to the registry. */
export function TrialCard({ entry, related, headingId, onFollow }: CardProps<TrialEntry>) {
  const verdict = whatStands(entry);
  const claims = entry.statements.filter((statement) => statement.from.kind === 'guide');
  const others = entry.statements.filter((statement) => statement.from.kind !== 'guide');
  const title = entry.title.includes(entry.registryId) ? entry.title : `${entry.registryId} ${entry.title}`;
  return (
    <article class="ng-card" data-kind="trial">
      <CardHeading id={headingId} title={title} />
      {verdict && <VerdictLine verdict={verdict} />}
      {claims.map((statement) => (
        <StatementItem key={statement.id} statement={statement} />
      ))}
      {entry.safety && <SafetyLine onFollow={onFollow} />}
      <RegistryFactList facts={entry.registry} />
      <p class="ng-out">
        <ExternalLink address={trialUrl(entry.registryId)}>
          {entry.registryId} at ClinicalTrials.gov
        </ExternalLink>
      </p>
      {others.length > 0 && <StatementList statements={others} />}
      <RelatedList title="About" entries={linksTo(entry.about, related)} onFollow={onFollow} />
      <RelatedList title="Related" entries={linksTo(entry.related, related)} onFollow={onFollow} />
    </article>
  );
}
