import type { RecordLine, RecordRule } from '@/core/record-lines.ts';
import { ExternalLink } from './ExternalLink.tsx';

/** What a registry record says, as it was answered just now or is kept. */
export function RecordFactList({ lines }: { lines: readonly RecordLine[] }) {
  return (
    <dl>
      {lines.map(({ name, text, rule }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {text}
            {rule && <Rule rule={rule} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What a word on the card means, one click away, with its source. */
function Rule({ rule }: { rule: RecordRule }) {
  return (
    <details class="ng-rule">
      <summary>What this means</summary>
      <p>
        {rule.says} <ExternalLink address={rule.url}>{rule.source}</ExternalLink>
      </p>
    </details>
  );
}
