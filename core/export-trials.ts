import Papa from 'papaparse';
import { type CitationForm, citeTrial } from './cite-trial.ts';
import type { PageTrial } from './page-trials.ts';

/** The forms in which the table can be taken along. */
export type TrialExport = 'csv' | Extract<CitationForm, 'ris' | 'bibtex'>;

/**
 * The rows as a file's text; `accessed` is the day (`yyyy-MM-dd`). CSV has every row (RFC 4180, with a byte order mark, so
 * that spreadsheets read it as UTF-8; what could be taken for a formula is quoted); RIS and BibTeX have those that are
 * identifiers.
 */
export function exportTrials(rows: readonly PageTrial[], form: TrialExport, accessed: string): string {
  if (form === 'csv')
    return `\uFEFF${Papa.unparse(
      rows.map((row) => csvRow(row, accessed)),
      { escapeFormulae: formula },
    )}\r\n`;
  return rows
    .filter(({ url }) => url !== undefined)
    .map(({ identifier, title, sponsor, firstSubmitted, updated }) =>
      citeTrial(
        {
          id: identifier,
          ...(title !== undefined && { title }),
          ...(sponsor !== undefined && { sponsor }),
          ...(firstSubmitted !== undefined && { firstSubmitted }),
          ...(updated !== undefined && { updated }),
        },
        form,
        accessed,
      ),
    )
    .join(form === 'bibtex' ? '\n' : '');
}

/** What a spreadsheet takes for a formula, the full-width signs included. */
const formula = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20].*$/;

function csvRow(row: PageTrial, accessed: string): Record<string, string | number> {
  return {
    Identifier: row.identifier,
    Registry: row.registry ?? '',
    Verdict: row.verdict,
    Standing: row.standing,
    // One line each: papaparse does not see a formula behind a line break.
    Title: (row.title ?? '').replace(/\s+/g, ' ').trim(),
    Status: row.status ?? '',
    Registered: row.registered ?? '',
    Mentions: row.count,
    'According to': row.from,
    'As of': row.asOf ?? '',
    Address: row.url ?? '',
    Exported: accessed,
  };
}
