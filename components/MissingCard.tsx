import { showDay } from '@/core/show-day.ts';
import { CardHeading } from './CardHeading.tsx';
import { VerdictLine } from './VerdictLine.tsx';

/** A link that leads to no entry. */
export function MissingCard({
  title,
  compiled,
  headingId,
}: {
  title: string;
  compiled: string;
  headingId: string;
}) {
  return (
    <article class="ng-card">
      <CardHeading id={headingId} title={title} />
      <VerdictLine
        verdict={{
          standing: 'unchecked',
          headline: 'No such entry',
          detail: `The knowledge base of ${showDay(compiled)} does not hold it.`,
        }}
      />
    </article>
  );
}
