import type { EntryKind } from '@/core/entry.ts';
import { IconButton } from './IconButton.tsx';
import { KindFilter } from './KindFilter.tsx';
import { KindLabel } from './KindLabel.tsx';

/** A mention of the page, as it stands in the list. */
export interface ListedMention {
  /** Which of the page's mentions it is, counted from one. */
  readonly index: number;
  readonly kind: EntryKind;
  /** The words, and what stands before and after them. */
  readonly text: string;
  readonly before: string;
  readonly after: string;
}

/** Id of the option at this place of the list. */
export const mentionOptionId = (place: number): string => `ng-mention-${place}`;
const listId = 'ng-mentions';
const headingId = 'ng-list-title';

/** A dialog with the mentions of a page: the focus stays in the box, the arrow keys choose, Enter goes there. */
export function MentionList({
  mentions,
  more,
  total,
  query,
  kind,
  chosen,
  popoverId,
  onQuery,
  onKind,
  onGo,
  onClose,
}: {
  /** Those that are drawn, of the ones that match. */
  mentions: readonly ListedMention[];
  /** How many match that are not drawn. */
  more: number;
  /** How many there are on the page. */
  total: number;
  query: string;
  kind: EntryKind | undefined;
  /** Which of the drawn ones is chosen, counted from zero. */
  chosen: number;
  popoverId: string;
  onQuery: (query: string) => void;
  onKind: (kind: EntryKind | undefined) => void;
  /** Goes to the drawn mention at this place. */
  onGo: (place: number) => void;
  onClose: () => void;
}) {
  const found = mentions.length + more;
  return (
    <div class="ng-popover ng-list" role="dialog" aria-modal="true" aria-labelledby={headingId} tabindex={-1}>
      <div class="ng-bar">
        <h2 class="ng-list-title" id={headingId}>
          Known words on this page
        </h2>
        <span class="ng-tools">
          <IconButton name="Close" drawing="m4 4 8 8m0-8-8 8" hides={popoverId} onPress={onClose} />
        </span>
      </div>
      <div class="ng-search">
        <input
          type="text"
          role="combobox"
          aria-label="Narrow the list"
          aria-autocomplete="list"
          aria-expanded={mentions.length > 0}
          aria-controls={listId}
          {...(mentions.length > 0 && { 'aria-activedescendant': mentionOptionId(chosen) })}
          placeholder="Type to narrow the list"
          autocomplete="off"
          spellcheck={false}
          value={query}
          onInput={(event) => onQuery(event.currentTarget.value)}
        />
      </div>
      <KindFilter kind={kind} onKind={onKind} />
      <p class="ng-list-count" role="status">
        {countWords(found, total)}
        {more > 0 && `; the first ${mentions.length} are listed`}
      </p>
      <div
        id={listId}
        class="ng-list-options"
        role="listbox"
        aria-label="Known words on this page"
        hidden={mentions.length === 0}
      >
        {mentions.map((mention, place) => (
          // The keys are the box's: the focus never comes here.
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          // biome-ignore lint/a11y/useFocusableInteractive: see above
          <div
            key={mention.index}
            id={mentionOptionId(place)}
            class="ng-list-option"
            role="option"
            aria-selected={place === chosen}
            onClick={() => onGo(place)}
          >
            <span class="ng-list-number">{mention.index}</span>
            <span class="ng-list-words">
              {mention.before}
              <b>{mention.text}</b>
              {mention.after}
            </span>
            <KindLabel kind={mention.kind} />
          </div>
        ))}
      </div>
    </div>
  );
}

function countWords(found: number, total: number): string {
  if (total === 0) return 'Nothing on this page is known here';
  if (found === 0) return 'None of them matches';
  if (found < total) return `${found} of ${total}`;
  return total === 1 ? '1 mention' : `${total} mentions`;
}
