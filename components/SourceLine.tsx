import { originWords } from '@/core/origin-words.ts';
import { showDay } from '@/core/show-day.ts';
import type { Origin, Source } from '@/core/statement.ts';
import { ExternalLink } from './ExternalLink.tsx';

/** Who says it, where it can be read, and when it was last looked at. */
export function SourceLine({
  from,
  sources,
  checked,
}: {
  from: Origin;
  sources: readonly Source[];
  checked: string;
}) {
  return (
    <p class="ng-source">
      <span>{originWords(from)}</span>
      {sources.map((source) => (
        <span key={`${source.title} ${source.url ?? ''}`}>
          {source.url === undefined ? (
            source.title
          ) : (
            <ExternalLink address={source.url}>{source.title}</ExternalLink>
          )}
          {source.copied !== undefined && `, copy of ${showDay(source.copied)}`}
        </span>
      ))}
      <span>Checked {showDay(checked)}</span>
    </p>
  );
}
