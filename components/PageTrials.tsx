import { useState } from 'preact/hooks';
import type { EntryId } from '@/core/entry.ts';
import type { TrialExport } from '@/core/export-trials.ts';
import { type PageTrial, sortTrials, type TrialOrder } from '@/core/page-trials.ts';
import { showDay } from '@/core/show-day.ts';
import { ExternalLink } from './ExternalLink.tsx';
import { StandingIcon } from './StandingIcon.tsx';
import type { CheckRun } from './use-trial-checks.ts';

/** What the table is given, and what to call when the reader acts. */
export interface PageTrialsProps {
  readonly rows: readonly PageTrial[];
  /** The frames are still being asked. */
  readonly isReading: boolean;
  readonly run: CheckRun;
  readonly onCheckAll: () => void;
  readonly onAllow: () => void;
  readonly onCancel: () => void;
  readonly onExport: (rows: readonly PageTrial[], form: TrialExport) => void;
  /** Opens the card of an identifier. */
  readonly onOpen: (id: EntryId) => void;
  /** Goes to the first place on the page that has it. */
  readonly onShow: (id: EntryId) => void;
  /** Prints the table, or opens the page that can be printed. */
  readonly onPrint: () => void;
  readonly printWords: string;
}

const columns: readonly (readonly [TrialOrder, string])[] = [
  ['identifier', 'Identifier'],
  ['verdict', 'How it stands'],
  ['title', 'Title'],
  ['status', 'Status'],
  ['registered', 'Registered'],
  ['count', 'Mentions'],
];

/** Every trial identifier of a page in a table that can be sorted, checked and taken along. */
export function PageTrials(props: PageTrialsProps) {
  const { rows, run } = props;
  const [order, setOrder] = useState<TrialOrder>('page');
  const [direction, setDirection] = useState<'up' | 'down'>('up');
  if (rows.length === 0)
    return (
      <p class="ng-trials-none" role="status">
        {props.isReading
          ? 'Looking for trial identifiers on the page …'
          : 'No trial identifier was found on this page. They look like NCT01234567, or ISRCTN12345678.'}
      </p>
    );
  const sorted = sortTrials(rows, order, direction);
  const sort = (by: TrialOrder): void => {
    setDirection(order === by && direction === 'up' ? 'down' : 'up');
    setOrder(by);
  };
  const checkable = rows.filter(({ isCheckable }) => isCheckable).length;
  return (
    <div class="ng-trials">
      <p class="ng-trials-sum" role="status">
        {rows.length === 1 ? 'One trial identifier' : `${rows.length} different trial identifiers`}
        {props.isReading && ', and the page is still being read'}.
      </p>
      <CheckBar {...props} checkable={checkable} run={run} />
      <label class="ng-trials-order">
        Sort by{' '}
        <select value={order} onChange={({ currentTarget }) => sort(orderOf(currentTarget.value))}>
          <option value="page">place on the page</option>
          {columns.map(([by, name]) => (
            <option key={by} value={by}>
              {name.toLowerCase()}
            </option>
          ))}
        </select>
      </label>
      <table>
        <caption class="ng-unseen">Trial identifiers of the page</caption>
        <thead>
          <tr>
            {columns.map(([by, name]) => (
              <th
                key={by}
                scope="col"
                aria-sort={order === by ? (direction === 'up' ? 'ascending' : 'descending') : 'none'}
              >
                <button type="button" class="ng-plain-button" onClick={() => sort(by)}>
                  {name}
                  <span aria-hidden="true">{order === by ? (direction === 'up' ? ' ↑' : ' ↓') : ''}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <Row key={row.entryId} row={row} onOpen={props.onOpen} onShow={props.onShow} />
          ))}
        </tbody>
      </table>
      <div class="ng-buttons ng-trials-export">
        {exports.map(([form, name]) => (
          <button
            key={form}
            type="button"
            class="ng-plain-button"
            onClick={() => props.onExport(sorted, form)}
          >
            {name}
          </button>
        ))}
        <button type="button" class="ng-plain-button" onClick={props.onPrint}>
          {props.printWords}
        </button>
      </div>
    </div>
  );
}

const exports: readonly (readonly [TrialExport, string])[] = [
  ['csv', 'Save as CSV'],
  ['ris', 'Save as RIS'],
  ['bibtex', 'Save as BibTeX'],
];

function orderOf(value: string): TrialOrder {
  return columns.find(([by]) => by === value)?.[0] ?? 'page';
}

function Row({
  row,
  onOpen,
  onShow,
}: {
  row: PageTrial;
  onOpen: (id: EntryId) => void;
  onShow: (id: EntryId) => void;
}) {
  const { entryId, identifier, standing, verdict, title, status, registered, count, asOf, from, url } = row;
  return (
    <tr data-standing={standing}>
      <th scope="row" class="ng-trials-id">
        <button type="button" class="ng-link-button" onClick={() => onOpen(entryId)}>
          {identifier}
        </button>
        {url !== undefined && (
          <span class="ng-print-only">
            <ExternalLink address={url}>{url}</ExternalLink>
          </span>
        )}
      </th>
      <td class="ng-trials-verdict">
        <span class="ng-verdict-words" data-standing={standing}>
          <StandingIcon standing={standing} /> {verdict}
        </span>
        {asOf !== undefined && (
          <small>
            {from}, {showDay(asOf)}
          </small>
        )}
      </td>
      <Cell name="Title">{title}</Cell>
      <Cell name="Status">{status}</Cell>
      <Cell name="Registered">{registered}</Cell>
      <td class="ng-trials-count">
        <button type="button" class="ng-link-button" onClick={() => onShow(entryId)}>
          {count}
          <span class="ng-trials-label"> {count === 1 ? 'mention' : 'mentions'}</span>
          <span class="ng-unseen">: show {identifier} on the page</span>
        </button>
      </td>
    </tr>
  );
}

function Cell({ name, children }: { name: string; children: string | undefined }) {
  return (
    <td data-empty={children === undefined || undefined}>
      <span class="ng-trials-label">{name}: </span>
      {children ?? <span class="ng-unknown">not seen</span>}
    </td>
  );
}

/** The way to have all of them checked, how far that is, and what came of it. */
function CheckBar({
  run,
  checkable,
  onCheckAll,
  onAllow,
  onCancel,
}: Pick<PageTrialsProps, 'run' | 'onCheckAll' | 'onAllow' | 'onCancel'> & { checkable: number }) {
  if (checkable === 0) return null;
  const all = checkable === 1 ? 'it' : `all ${checkable}`;
  switch (run.kind) {
    case 'running':
      return (
        <div class="ng-trials-check">
          <label>
            Asking ClinicalTrials.gov, {run.done} of {run.total} done{' '}
            <progress max={run.total} value={run.done} />
          </label>
          <button type="button" class="ng-button" onClick={onCancel}>
            Cancel
          </button>
        </div>
      );
    case 'not-allowed':
      return (
        <div class="ng-trials-check" role="status">
          <p>
            To check {all}, {checkable === 1 ? 'the identifier is' : 'the identifiers are'} sent to
            ClinicalTrials.gov, nothing else. You can take this back in the settings at any time.
          </p>
          <button type="button" class="ng-button" onClick={onAllow}>
            Allow and check
          </button>
          <button type="button" class="ng-plain-button" onClick={onCancel}>
            Not now
          </button>
        </div>
      );
    case 'idle':
    case 'refused':
    case 'done':
    case 'cancelled':
      return (
        <div class="ng-trials-check">
          {run.kind !== 'idle' && <p role="status">{outcome(run)}</p>}
          <button type="button" class="ng-button" onClick={onCheckAll}>
            Check {all} at ClinicalTrials.gov
          </button>
        </div>
      );
    default:
      return run satisfies never;
  }
}

function outcome(run: Exclude<CheckRun, { kind: 'idle' | 'not-allowed' }>): string {
  if (run.kind === 'refused') return 'Not allowed, so nothing was sent.';
  const { done, total, failed } = run;
  const asked = run.kind === 'done' ? `${total} checked` : `Stopped after ${done} of ${total}`;
  return failed === 0 ? `${asked}.` : `${asked}; ${failed} got no answer and may be tried again.`;
}
