import { showDay } from '@/core/show-day.ts';
import { registryOf } from '@/core/trial-id.ts';
import { CardHeading } from './CardHeading.tsx';
import { ExternalLink } from './ExternalLink.tsx';
import { VerdictLine } from './VerdictLine.tsx';

/** An identifier of the right form that we know nothing about, said plainly. */
export function UnknownTrialCard({
  registryId,
  compiled,
  headingId,
}: {
  registryId: string;
  compiled: string;
  headingId: string;
}) {
  const registry = registryOf(registryId);
  return (
    <article class="ng-card" data-kind="trial">
      <CardHeading id={headingId} title={registryId} />
      <VerdictLine
        verdict={{
          standing: 'unchecked',
          headline: 'Not in this knowledge base',
          detail: `It was compiled on ${showDay(compiled)}.`,
        }}
      />
      <p class="ng-meaning">
        Nothing is known here about this identifier: not whether such a trial exists, nor what it studies. The
        registry has the answer.
      </p>
      <p class="ng-out">
        <ExternalLink address={registry.url}>
          {registryId} at {registry.name}
        </ExternalLink>
      </p>
    </article>
  );
}
