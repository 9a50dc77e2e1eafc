import type { IdentifierFacts } from '@/core/identifier-facts.ts';
import { isAskable } from '@/core/is-askable.ts';
import { showDay } from '@/core/show-day.ts';
import { verdictAfterCheck } from '@/core/verdict-after-check.ts';
import { CardHeading } from './CardHeading.tsx';
import { CopyTrial } from './CopyTrial.tsx';
import type { CardProps } from './card-props.ts';
import { ExternalLink } from './ExternalLink.tsx';
import { PageDifferences } from './PageDifferences.tsx';
import { Part } from './Part.tsx';
import { TrialCheck } from './TrialCheck.tsx';
import { VerdictLine } from './VerdictLine.tsx';

/** An identifier of the right form that we know nothing about, said plainly; and what its registry says, once asked. */
export function UnknownTrialCard({
  identifier,
  compiled,
  headingId,
  trial,
  tools,
}: {
  identifier: IdentifierFacts;
  compiled: string;
} & Pick<CardProps, 'headingId' | 'trial' | 'tools'>) {
  const { id, registry } = identifier;
  const record = tools?.record;
  const before = {
    standing: 'unchecked',
    headline: 'Not checked',
    detail: `Not in this knowledge base, which was compiled on ${showDay(compiled)}.`,
  } as const;
  const citations = record?.shown.citations ?? trial?.citations;
  const isAnswered = (record ?? tools?.absence) !== undefined;
  const title = record?.facts.title;
  return (
    <article class="ng-card" data-kind="trial">
      {title === undefined ? (
        <CardHeading id={headingId} title={id} />
      ) : (
        <CardHeading id={headingId} title={title} over={id} />
      )}
      <VerdictLine
        verdict={
          tools ? verdictAfterCheck(record ?? tools.absence ?? tools.check, id, before, undefined) : before
        }
      />
      {tools && (
        <Part name="differences">
          <PageDifferences differences={tools.differences} />
        </Part>
      )}
      {!isAnswered && (
        <p class="ng-meaning">
          By its form it belongs to {registry.name}. Nothing else is known here about it: not whether such a
          trial exists, nor what it studies. The registry has the answer.
        </p>
      )}
      {tools && isAskable(id) && <TrialCheck id={id} tools={tools} heading={title} />}
      <p class="ng-out">
        <ExternalLink address={registry.url}>
          {id} at {registry.isPortal ? 'the WHO’s search portal for trials' : registry.name}
        </ExternalLink>
      </p>
      {tools && citations && <CopyTrial citations={citations} copied={tools.copied} onCopy={tools.onCopy} />}
    </article>
  );
}
