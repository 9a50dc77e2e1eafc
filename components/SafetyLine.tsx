import type { EntryId } from '@/core/entry.ts';
import { WarningIcon } from './WarningIcon.tsx';

/** The entry about what can go wrong. */
export const safetyEntry: EntryId = 'topic:safety';

/** The one line that every card about naltrexone, a dose, a combination or a condition carries. */
export function SafetyLine({ onFollow }: { onFollow: (id: EntryId) => void }) {
  return (
    <p class="ng-safety">
      <WarningIcon />
      <span>
        Naltrexone is not for use with opioids: sudden withdrawal can follow. It can affect the liver.{' '}
        <button type="button" class="ng-follow" onClick={() => onFollow(safetyEntry)}>
          Safety
        </button>
      </span>
    </p>
  );
}
