import type { ComponentChildren } from 'preact';
import type { RecordLine, RecordRule } from '@/core/record-lines.ts';
import { ExternalLink } from './ExternalLink.tsx';

/** What a registry record says; `children` is how old that is. */
export function RecordFactList({
  name,
  lines,
  children,
}: {
  name: string;
  lines: readonly RecordLine[];
  children: ComponentChildren;
}) {
  return (
    <section class="ng-registry">
      <h3>
        {name}
        {children !== undefined && <span class="ng-copied">{children}</span>}
      </h3>
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
    </section>
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
