import { exportTrials, type TrialExport } from '@/core/export-trials.ts';
import type { PageTrial } from '@/core/page-trials.ts';
import { saveFile } from './save-file.ts';

const files: Readonly<Record<TrialExport, { readonly ending: string; readonly type: string }>> = {
  csv: { ending: 'csv', type: 'text/csv' },
  ris: { ending: 'ris', type: 'application/x-research-info-systems' },
  bibtex: { ending: 'bib', type: 'application/x-bibtex' },
};

/** Has the browser save the trials of a page as a file; `today` is the day (`yyyy-MM-dd`). */
export function saveTrials(rows: readonly PageTrial[], form: TrialExport, today: string): void {
  const { ending, type } = files[form];
  saveFile(`trials-of-page-${today}.${ending}`, exportTrials(rows, form, today), `${type};charset=utf-8`);
}
