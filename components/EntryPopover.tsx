import type { ComponentChildren } from 'preact';
import type { EntryId } from '@/core/entry.ts';
import type { RelatedEntry } from '@/core/questions.ts';
import { IconButton } from './IconButton.tsx';
import { KindLabel } from './KindLabel.tsx';
import { kindOfId } from './kind-words.ts';
import { type Receipt, ReceiptLine } from './ReceiptLine.tsx';
import { RelatedList } from './RelatedList.tsx';

/** What a reader can do with a popover besides reading; what is absent cannot be done now. */
export interface PopoverActions {
  /** The card before, and the one after, on the way that led here. */
  readonly onBack?: (() => void) | undefined;
  readonly onForward?: (() => void) | undefined;
  /** Puts the text of the card on the clipboard. */
  readonly onCopy?: (() => void) | undefined;
  /** Opens the card in the extension's own popup. */
  readonly onPopup?: (() => void) | undefined;
  /** Lets the popover stay, or no longer. */
  readonly onPin?: (() => void) | undefined;
  /** Moves a pinned popover to another corner. */
  readonly onMove?: (() => void) | undefined;
}

/** Class of the button that moves a pinned popover, for whoever takes its arrow keys. */
export const moveButtonClass = 'ng-move';

/** The popover: a bar of small buttons, a card that scrolls, a footer. Not modal: the page goes on behind it. */
export function EntryPopover({
  id,
  card,
  footer,
  others = [],
  receipt,
  position,
  isPinned = false,
  notice,
  popoverId,
  headingId,
  actions = {},
  onFollow,
  onClose,
}: {
  /** Of the entry it is about. */
  id: EntryId;
  card: ComponentChildren;
  footer: ComponentChildren;
  /** What the words could mean besides. */
  others?: readonly RelatedEntry[];
  /** Why the words are taken for it. */
  receipt?: Receipt | undefined;
  /** Which of the page's mentions this is, when the reader steps through them. */
  position?: { readonly index: number; readonly count: number } | undefined;
  isPinned?: boolean;
  /** What has just happened: "Copied". */
  notice?: string | undefined;
  /** Id of the popover around it. Firefox ends our script with the extension: then only the browser can hide the card. */
  popoverId: string;
  headingId: string;
  actions?: PopoverActions;
  onFollow: (id: EntryId) => void;
  onClose: () => void;
}) {
  const { onBack, onForward, onCopy, onPopup, onPin, onMove } = actions;
  return (
    <div class="ng-popover" role="dialog" aria-labelledby={headingId} tabindex={-1}>
      <div class="ng-bar">
        {(onBack || onForward) && <IconButton name="Back" drawing="M9.5 3.5 5 8l4.5 4.5" onPress={onBack} />}
        {onForward && <IconButton name="Forward" drawing="M6.5 3.5 11 8l-4.5 4.5" onPress={onForward} />}
        <KindLabel kind={kindOfId(id)} />
        {position && (
          <span class="ng-position">
            {position.index} of {position.count}
          </span>
        )}
        <span class="ng-tools">
          {notice && <span class="ng-notice">{notice}</span>}
          {onCopy && (
            <IconButton
              name="Copy with sources"
              drawing="M5.5 5.5h7v8h-7zM10.5 5.5v-3h-7v8h2"
              onPress={onCopy}
            />
          )}
          {onPopup && (
            <IconButton name="Open in the popup" drawing="M2.5 3.5h11v9h-11zM9.5 3.5v4h4" onPress={onPopup} />
          )}
          {isPinned && onMove && (
            <IconButton
              name="Move: arrow keys, or press for the next corner"
              drawing="M8 2v12M2 8h12M6.3 3.7 8 2l1.7 1.7M6.3 12.3 8 14l1.7-1.7M3.7 6.3 2 8l1.7 1.7M12.3 6.3 14 8l-1.7 1.7"
              look={moveButtonClass}
              onPress={onMove}
            />
          )}
          {onPin && (
            <IconButton
              name="Keep open"
              drawing="M5.5 2.5h5M6.5 2.5v4l-2 3h7l-2-3v-4M8 9.5v4.5"
              isPressed={isPinned}
              onPress={onPin}
            />
          )}
          <IconButton name="Close" drawing="m4 4 8 8m0-8-8 8" hides={popoverId} onPress={onClose} />
        </span>
      </div>
      <div class="ng-scroll" key={id}>
        {receipt && <ReceiptLine receipt={receipt} />}
        {card}
        <RelatedList title="Could also mean" entries={others} onFollow={onFollow} />
      </div>
      {footer}
    </div>
  );
}
