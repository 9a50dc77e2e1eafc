import type { CardState } from '@/components/card-state.ts';
import type { TrialTools } from '@/components/trial-tools.ts';
import { CardInPopover } from '@/tests/fixtures/CardInPopover.tsx';

const nothing = (): void => undefined;
const receipt = {
  words: 'Here PTSD is post-traumatic stress disorder, because the page says so.',
  onShow: nothing,
};

/** A state of a card in its popover. What a popover can have besides is spread over the states, by their names. */
export function GalleryPopover({
  name,
  state,
  tools,
  popoverId,
}: {
  name: string;
  state: CardState;
  tools: TrialTools | undefined;
  popoverId: string;
}) {
  return (
    <CardInPopover
      state={state}
      tools={tools}
      popoverId={popoverId}
      headingId={`heading-${name}`}
      receipt={name === 'condition' ? receipt : undefined}
      position={name === 'term' ? { index: 4, count: 17 } : undefined}
      isPinned={name === 'condition'}
      notice={name === 'topic' ? 'Copied' : undefined}
      others={name === 'term-with-claims' ? [{ id: 'term:anhedonia', title: 'Anhedonia' }] : []}
      actions={{
        onBack: name === 'topic' ? nothing : undefined,
        onForward: name === 'topic' || name === 'condition' ? nothing : undefined,
        onCopy: nothing,
        onPopup: nothing,
        onPin: nothing,
        onMove: nothing,
      }}
      onFollow={nothing}
      onClose={nothing}
    />
  );
}
