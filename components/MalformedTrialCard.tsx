import type { IdentifierFacts } from '@/core/identifier-facts.ts';
import { CardHeading } from './CardHeading.tsx';
import { ExternalLink } from './ExternalLink.tsx';
import { VerdictLine } from './VerdictLine.tsx';

/** Something that was meant as an identifier and is none: what is wrong, and what it may have been meant as. */
export function MalformedTrialCard({
  identifier,
  fault,
  headingId,
}: {
  identifier: IdentifierFacts;
  fault: NonNullable<IdentifierFacts['fault']>;
  headingId: string;
}) {
  const { candidates } = fault;
  const verdict = { standing: 'unchecked', headline: 'Not a trial identifier', detail: fault.says } as const;
  return (
    <article class="ng-card" data-kind="trial">
      <CardHeading id={headingId} title={identifier.id} />
      <VerdictLine verdict={verdict} />
      <p class="ng-meaning">
        An identifier of {identifier.registry.name} is {identifier.registry.form}.{' '}
        {candidates.length === 0
          ? 'What was meant cannot be told from it.'
          : 'What was meant cannot be told for certain. It may have been:'}
      </p>
      {candidates.length > 0 && (
        <ul class="ng-candidates">
          {candidates.map(({ id, url }) => (
            <li key={id}>
              <ExternalLink address={url}>
                {id} at {identifier.registry.name}
              </ExternalLink>
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}
