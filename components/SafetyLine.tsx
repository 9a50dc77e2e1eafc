import type { EntryId } from '@/core/entry.ts';

const safetyEntry: EntryId = 'topic:safety';

/** The one line that every card about naltrexone, a dose, a combination or a condition carries. */
export function SafetyLine({ onFollow }: { onFollow: (id: EntryId) => void }) {
  return (
    <p class="ng-safety">
      <svg class="ng-icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d="M8 1.6 15 14H1Z" class="ng-icon-line" />
        <path d="M8 6.2v3.6" class="ng-icon-line" />
        <circle cx="8" cy="11.8" r=".9" class="ng-icon-fill" />
      </svg>
      <span>
        Naltrexone is not for use with opioids: sudden withdrawal can follow. It can affect the liver.{' '}
        <button type="button" class="ng-follow" onClick={() => onFollow(safetyEntry)}>
          Safety
        </button>
      </span>
    </p>
  );
}
