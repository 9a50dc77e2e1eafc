import type { EntryId } from '@/core/entry.ts';
import type { SearchHit } from '@/core/search-index.ts';
import { KindLabel } from './KindLabel.tsx';
import { type FillMarked, MarkedText } from './MarkedText.tsx';
import { nameThatAnswers } from './name-that-answers.ts';
import { StandingBadge } from './StandingBadge.tsx';

/** One result: what it is called (also by the name that was asked for), what kind it is, how it stands, and one sentence. */
export function SearchResult({
  id,
  hit,
  chosen,
  fillMarked,
  onOpen,
}: {
  id: string;
  hit: SearchHit;
  chosen: boolean;
  fillMarked: FillMarked;
  onOpen: (id: EntryId) => void;
}) {
  const { entry, words } = hit;
  const otherName = nameThatAnswers(hit);
  return (
    // The keys are the box's: the focus never comes here.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    // biome-ignore lint/a11y/useFocusableInteractive: see above
    <div id={id} class="ng-result" role="option" aria-selected={chosen} onClick={() => onOpen(entry.id)}>
      <p class="ng-result-head">
        <KindLabel kind={entry.kind} />
        {entry.standing && <StandingBadge standing={entry.standing} />}
      </p>
      <p>
        <span class="ng-result-title">
          <MarkedText key={entry.title} text={entry.title} words={words} fillMarked={fillMarked} />
        </span>
        {otherName && (
          <span class="ng-result-name">
            {' also '}
            <MarkedText key={otherName} text={otherName} words={words} fillMarked={fillMarked} />
          </span>
        )}
      </p>
      <p class="ng-result-summary">
        <MarkedText key={entry.summary} text={entry.summary} words={words} fillMarked={fillMarked} />
      </p>
    </div>
  );
}
