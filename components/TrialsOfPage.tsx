import type { EntryId } from '@/core/entry.ts';
import type { TrialExport } from '@/core/export-trials.ts';
import type { PageFind } from '@/core/page-finds.ts';
import type { PageTrial } from '@/core/page-trials.ts';
import type { EntryAnswer } from './card-state.ts';
import { PageTrials } from './PageTrials.tsx';
import { usePageTrials } from './use-page-trials.ts';
import { type TrialChecking, useTrialChecks } from './use-trial-checks.ts';

/** What the table of a page's trials needs from where it is shown. */
export interface TrialsOfPageProps extends TrialChecking {
  /** What all frames of the page found. */
  readonly finds: readonly PageFind[];
  readonly isReading: boolean;
  /** Rejects when the background does not answer. */
  readonly askEntry: (id: EntryId) => Promise<EntryAnswer>;
  readonly onExport: (rows: readonly PageTrial[], form: TrialExport) => void;
  readonly onOpen: (id: EntryId) => void;
  readonly onShow: (id: EntryId) => void;
  readonly onPrint: () => void;
  readonly printWords: string;
}

/** Every trial identifier of a page, with what is known of each and the way to check them all. */
export function TrialsOfPage({ finds, askEntry, check, allow, ...rest }: TrialsOfPageProps) {
  const { checks, run, checkAll, allowAndCheck, cancel } = useTrialChecks({ check, allow });
  const rows = usePageTrials(finds, checks, askEntry);
  const checkable = rows.filter(({ isCheckable }) => isCheckable).map(({ identifier }) => identifier);
  return (
    <PageTrials
      {...rest}
      rows={rows}
      run={run}
      onCheckAll={() => void checkAll(checkable)}
      onAllow={() => void allowAndCheck(checkable)}
      onCancel={cancel}
    />
  );
}
