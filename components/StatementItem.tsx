import type { EvidenceGrade, Statement } from '@/core/statement.ts';
import { SourceLine } from './SourceLine.tsx';

const evidenceWords: Readonly<Record<EvidenceGrade, string>> = {
  high: 'Strong evidence',
  moderate: 'Moderate evidence',
  low: 'Weak evidence',
  'very low': 'Very weak evidence',
  none: 'No evidence seen',
};

/** One claim: the guide's as a quotation, anything else as a plain sentence; then why it stands so, and the sources. */
export function StatementItem({
  statement,
  isQuoted = false,
}: {
  statement: Statement;
  /** The claim itself stands above already. */
  isQuoted?: boolean;
}) {
  return (
    <div class="ng-statement">
      {isQuoted ? null : statement.from.kind === 'guide' ? (
        <figure class="ng-claim">
          <figcaption>The guide says, in our words</figcaption>
          <blockquote>{statement.text}</blockquote>
        </figure>
      ) : (
        <p class="ng-finding">{statement.text}</p>
      )}
      {statement.evidence && (
        <p class="ng-reason">
          <strong>{evidenceWords[statement.evidence.grade]}:</strong> {statement.evidence.basis}
        </p>
      )}
      <p class="ng-reason">{statement.reason}</p>
      <SourceLine from={statement.from} sources={statement.sources} checked={statement.checked} />
    </div>
  );
}
