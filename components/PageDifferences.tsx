import type { PageDifference } from '@/core/page-against-record.ts';
import { showDay } from '@/core/show-day.ts';

const units: Readonly<Record<PageDifference['about'], string>> = {
  participants: ' participants',
  status: '',
  phase: '',
};

/** Where the page's sentence says otherwise than the record, as of the day the record was last updated, or copied. */
export function PageDifferences({ differences }: { differences: readonly PageDifference[] }) {
  if (differences.length === 0) return null;
  return (
    <ul class="ng-page-differs">
      {differences.map(({ about, page, registry, ...side }) => (
        <li key={about}>
          <svg class="ng-icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path d="M3 5.6h10M3 10.4h10M10.8 2.6 5.2 13.4" class="ng-icon-line" />
          </svg>
          <span>
            This page says{' '}
            <strong>
              {page}
              {units[about]}
            </strong>
            , the registry says <strong>{registry}</strong>
            {asOfWords(side)}.
          </span>
        </li>
      ))}
    </ul>
  );
}

function asOfWords({ asOf, isCopy }: Pick<PageDifference, 'asOf' | 'isCopy'>): string {
  const words = [
    ...(asOf === undefined ? [] : [`as of ${showDay(asOf)}`]),
    ...(isCopy ? [asOf === undefined ? 'by our copy, of a day not known' : 'by our copy'] : []),
  ];
  return words.length === 0 ? '' : ` (${words.join(', ')})`;
}
