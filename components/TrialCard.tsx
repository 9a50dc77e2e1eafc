import type { TrialEntry } from '@/core/entry.ts';
import { isAskable } from '@/core/is-askable.ts';
import { registryOf } from '@/core/trial-id.ts';
import { verdictAfterCheck } from '@/core/verdict-after-check.ts';
import { CardHeading } from './CardHeading.tsx';
import { CopyTrial } from './CopyTrial.tsx';
import { type CardProps, linksTo } from './card-props.ts';
import { ExternalLink } from './ExternalLink.tsx';
import { GuideBesideRecord } from './GuideBesideRecord.tsx';
import { PageDifferences } from './PageDifferences.tsx';
import { Part } from './Part.tsx';
import { RecordFactList } from './RecordFactList.tsx';
import { RelatedList } from './RelatedList.tsx';
import { StatementItem } from './StatementItem.tsx';
import { StatementList } from './StatementList.tsx';
import { TrialCheck } from './TrialCheck.tsx';
import { VerdictLine } from './VerdictLine.tsx';

/** So many findings stand on the card as they are; more are grouped and folded. */
const shownPlainly = 2;

/** An identifier: the verdict, what the registry says, what the guide says of it, and the way to the registry. */
export function TrialCard({
  entry,
  verdict,
  related,
  headingId,
  trial,
  tools,
  onFollow,
}: CardProps<TrialEntry>) {
  const record = tools?.record;
  const shown = record?.shown ?? trial;
  const copy = trial?.copy;
  const bundled = copy && copy.lines.length > 0 && (
    <RecordFactList name="The registry record" lines={copy.lines}>
      {copy.copied}
    </RecordFactList>
  );
  const registry = registryOf(entry.registryId);
  const claims = entry.statements.filter((statement) => statement.from.kind === 'guide');
  const others = entry.statements.filter((statement) => statement.from.kind !== 'guide');
  const title = withoutId(entry.title, entry.registryId);
  return (
    <article class="ng-card" data-kind="trial">
      {title === '' ? (
        <CardHeading id={headingId} title={entry.registryId} />
      ) : (
        <CardHeading id={headingId} title={title} over={entry.registryId} />
      )}
      {verdict && (
        <VerdictLine
          verdict={
            tools
              ? verdictAfterCheck(
                  record ?? tools.absence ?? tools.check,
                  entry.registryId,
                  verdict,
                  entry.verdict,
                )
              : verdict
          }
        />
      )}
      {tools && (
        <Part name="differences">
          <PageDifferences differences={tools.differences} />
        </Part>
      )}
      {tools && isAskable(entry.registryId) ? (
        <TrialCheck id={entry.registryId} tools={tools}>
          {bundled}
        </TrialCheck>
      ) : (
        bundled
      )}
      {shown?.comparison && <GuideBesideRecord comparison={shown.comparison} />}
      {claims.map((statement) => (
        <StatementItem
          key={statement.id}
          statement={statement}
          isQuoted={shown?.comparison !== undefined && claims.length === 1}
        />
      ))}
      {others.length > shownPlainly ? (
        <StatementList statements={others} />
      ) : (
        others.map((statement) => <StatementItem key={statement.id} statement={statement} />)
      )}
      <p class="ng-out">
        <ExternalLink address={registry.url}>
          {entry.registryId} at {registry.name}
        </ExternalLink>
      </p>
      {tools && shown && (
        <CopyTrial citations={shown.citations} copied={tools.copied} onCopy={tools.onCopy} />
      )}
      <RelatedList title="About" entries={linksTo(entry.about, related)} onFollow={onFollow} />
      <RelatedList title="Related" entries={linksTo(entry.related, related)} onFollow={onFollow} />
    </article>
  );
}

/** The title without the identifier that stands above it. */
function withoutId(title: string, id: string): string {
  const rest = title.replace(id, '').replace(/^[\s:,–-]+/, '');
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}
