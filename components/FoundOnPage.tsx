import type { EntryId, EntryKind } from '@/core/entry.ts';
import { IconButton } from './IconButton.tsx';
import { kindWords } from './kind-words.ts';

/** An entry that the page names. */
export interface FoundEntry {
  readonly id: EntryId;
  readonly kind: EntryKind;
  readonly title: string;
  readonly count: number;
}

/** So many of a kind are listed at first; a page of lists has hundreds. */
const listedAtFirst = 8;

const kinds: readonly EntryKind[] = ['condition', 'term', 'trial', 'topic'];

/** What the page names, by kind, with how often; each leads to its card, or to where it stands on the page. */
export function FoundOnPage({
  found,
  isQuiet,
  onOpen,
  onShow,
  onTable,
}: {
  found: readonly FoundEntry[];
  /** Whether the page is so dense that less is marked than was chosen. */
  isQuiet: boolean;
  onOpen: (id: EntryId) => void;
  onShow: (id: EntryId) => void;
  /** Opens the table of the page's trials. */
  onTable: () => void;
}) {
  if (found.length === 0) return null;
  return (
    <section class="ng-found" aria-labelledby="ng-found-heading">
      <h2 id="ng-found-heading">On this page</h2>
      {isQuiet && <p class="ng-found-quiet">There are very many names here, so each is marked only once.</p>}
      {kinds.map((kind) => {
        const ofKind = found.filter((entry) => entry.kind === kind).sort((a, b) => b.count - a.count);
        const rest = ofKind.slice(listedAtFirst);
        if (ofKind.length === 0) return null;
        return (
          <div key={kind} class="ng-found-kind">
            <div class="ng-found-head">
              <h3>
                <span class="ng-kind" data-kind={kind}>
                  {ofKind.length === 1 ? kindWords[kind].one : kindWords[kind].many}
                </span>{' '}
                {ofKind.length}
              </h3>
              {kind === 'trial' && (
                <button type="button" class="ng-link-button ng-found-table" onClick={onTable}>
                  Table of trials
                </button>
              )}
            </div>
            <FoundList found={ofKind.slice(0, listedAtFirst)} onOpen={onOpen} onShow={onShow} />
            {rest.length > 0 && (
              <details>
                <summary>{rest.length} more</summary>
                <FoundList found={rest} onOpen={onOpen} onShow={onShow} />
              </details>
            )}
          </div>
        );
      })}
    </section>
  );
}

function FoundList({
  found,
  onOpen,
  onShow,
}: {
  found: readonly FoundEntry[];
  onOpen: (id: EntryId) => void;
  onShow: (id: EntryId) => void;
}) {
  return (
    <ul>
      {found.map(({ id, title, count }) => (
        <li key={id}>
          <button type="button" class="ng-found-entry" onClick={() => onOpen(id)}>
            <span>{title}</span>{' '}
            <small>
              {count}
              <span class="ng-unseen">{count === 1 ? ' mention' : ' mentions'}</span>
            </small>
          </button>
          <IconButton
            name={`Show ${title} on the page`}
            drawing="M8 2.5v8M4.5 7.5 8 11l3.5-3.5M3 13.5h10"
            onPress={() => onShow(id)}
          />
        </li>
      ))}
    </ul>
  );
}
