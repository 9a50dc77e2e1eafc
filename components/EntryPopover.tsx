import type { EntryId } from '@/core/entry.ts';
import type { RelatedEntry } from '@/core/questions.ts';
import { CardFooter } from './CardFooter.tsx';
import type { CardState } from './card-state.ts';
import { IconButton } from './IconButton.tsx';
import { KindLabel } from './KindLabel.tsx';
import { kindOfId } from './kind-words.ts';
import { RelatedList } from './RelatedList.tsx';
import { StateCard } from './StateCard.tsx';

/** The popover: a bar with back and close, a card that scrolls, a footer. Not modal: the page goes on behind it. */
export function EntryPopover({
  state,
  others = [],
  position,
  popoverId,
  headingId,
  onFollow,
  onBack,
  onClose,
}: {
  state: CardState;
  /** What the words could mean besides. */
  others?: readonly RelatedEntry[];
  /** Which of the page's mentions this is, when the reader steps through them. */
  position?: { readonly index: number; readonly count: number } | undefined;
  /** Id of the popover around it. Firefox ends our script with the extension: then only the browser can hide the card. */
  popoverId: string;
  headingId: string;
  onFollow: (id: EntryId) => void;
  /** Present when there is a card to go back to. */
  onBack?: (() => void) | undefined;
  onClose: () => void;
}) {
  return (
    <div
      class="ng-popover"
      role="dialog"
      aria-labelledby={headingId}
      aria-describedby={position && 'ng-position'}
      tabIndex={-1}
    >
      <div class="ng-bar">
        {onBack && <IconButton name="Back" drawing="M9.5 3.5 5 8l4.5 4.5" onPress={onBack} />}
        <KindLabel kind={kindOfId(state.id)} />
        {position && (
          <span class="ng-position" id="ng-position">
            {position.index} of {position.count}
          </span>
        )}
        <IconButton name="Close" drawing="m4 4 8 8m0-8-8 8" hides={popoverId} onPress={onClose} />
      </div>
      <div class="ng-scroll" key={state.id}>
        <StateCard state={state} headingId={headingId} onFollow={onFollow} />
        <RelatedList title="Could also mean" entries={others} onFollow={onFollow} />
      </div>
      <CardFooter state={state} onFollow={onFollow} />
      <p class="ng-unseen" role="status">
        {position && `Mention ${position.index} of ${position.count}: ${state.title}`}
      </p>
    </div>
  );
}
