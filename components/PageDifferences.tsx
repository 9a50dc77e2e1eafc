import type { PageDifference } from '@/core/page-against-record.ts';
import { showDay } from '@/core/show-day.ts';

const units: Readonly<Record<PageDifference['about'], string>> = {
  participants: ' participants',
  status: '',
  phase: '',
};

/** Where the page's sentence says otherwise than the record, as of the day the record was last updated. */
export function PageDifferences({
  differences,
  updated,
}: {
  differences: readonly PageDifference[];
  updated: string | undefined;
}) {
  if (differences.length === 0) return null;
  return (
    <ul class="ng-page-differs">
      {differences.map(({ about, page, registry }) => (
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
            {updated !== undefined && ` (as of ${showDay(updated)})`}.
          </span>
        </li>
      ))}
    </ul>
  );
}
