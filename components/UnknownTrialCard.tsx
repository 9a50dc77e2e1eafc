import type { IdentifierFacts } from '@/core/identifier-facts.ts';
import { showDay } from '@/core/show-day.ts';
import { CardHeading } from './CardHeading.tsx';
import { ExternalLink } from './ExternalLink.tsx';
import { VerdictLine } from './VerdictLine.tsx';

/** An identifier of the right form that we know nothing about, said plainly. */
export function UnknownTrialCard({
  identifier,
  compiled,
  headingId,
}: {
  identifier: IdentifierFacts;
  compiled: string;
  headingId: string;
}) {
  const { id, registry } = identifier;
  return (
    <article class="ng-card" data-kind="trial">
      <CardHeading id={headingId} title={id} />
      <VerdictLine
        verdict={{
          standing: 'unchecked',
          headline: 'Not in this knowledge base',
          detail: `It was compiled on ${showDay(compiled)}.`,
        }}
      />
      <p class="ng-meaning">
        By its form it belongs to {registry.name}. Nothing else is known here about it: not whether such a
        trial exists, nor what it studies. The registry has the answer.
      </p>
      <p class="ng-out">
        <ExternalLink address={registry.url}>
          {id} at {registry.isPortal ? 'the WHO’s search portal for trials' : registry.name}
        </ExternalLink>
      </p>
    </article>
  );
}
