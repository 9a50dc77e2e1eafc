import type { Statement } from '@/core/statement.ts';
import { SourceLine } from './SourceLine.tsx';

/** One claim: the guide's as a quotation, anything else as a plain sentence; then why it stands so, and the sources. */
export function StatementItem({ statement }: { statement: Statement }) {
  return (
    <div class="ng-statement">
      {statement.from.kind === 'guide' ? (
        <figure class="ng-claim">
          <figcaption>The guide says, in our words</figcaption>
          <blockquote>{statement.text}</blockquote>
        </figure>
      ) : (
        <p class="ng-finding">{statement.text}</p>
      )}
      <p class="ng-reason">{statement.reason}</p>
      <SourceLine from={statement.from} sources={statement.sources} checked={statement.checked} />
    </div>
  );
}
