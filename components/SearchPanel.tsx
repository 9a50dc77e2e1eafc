import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { EntryId, EntryKind } from '@/core/entry.ts';
import type { SearchHit } from '@/core/search-index.ts';
import { KindFilter } from './KindFilter.tsx';
import type { FillMarked } from './MarkedText.tsx';
import { SearchResult } from './SearchResult.tsx';

/** So many results are drawn; nobody reads further, the next letter is faster. */
const drawn = 30;
const listId = 'ng-results';
const optionId = (index: number): string => `ng-result-${index}`;

/** A search box with its results: the focus stays in the box, the arrow keys choose, Enter opens. */
export function SearchPanel({
  query,
  kind,
  hits,
  input,
  showResults,
  fillMarked,
  onQuery,
  onKind,
  onOpen,
}: {
  query: string;
  kind: EntryKind | undefined;
  hits: readonly SearchHit[];
  /** Where the box is put, for whoever wants to give it the focus. */
  input: RefObject<HTMLInputElement | null>;
  /** False while something else (a card, a suggestion) takes the place of the results. */
  showResults: boolean;
  fillMarked: FillMarked;
  onQuery: (query: string) => void;
  onKind: (kind: EntryKind | undefined) => void;
  onOpen: (id: EntryId) => void;
}) {
  const asked = `${kind}:${query}`;
  const [active, setActive] = useState({ asked, index: 0 });
  const shown = showResults ? hits.slice(0, drawn) : [];
  // A new question starts at its first answer.
  const chosen = Math.min(active.asked === asked ? active.index : 0, shown.length - 1);
  useEffect(() => {
    document.getElementById(optionId(chosen))?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  const pressKey = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && shown.length > 0) {
      event.preventDefault();
      setActive({ asked, index: (chosen + step + shown.length) % shown.length });
    } else if (event.key === 'Enter') {
      const hit = shown[chosen];
      if (hit) onOpen(hit.entry.id);
    }
  };

  return (
    <>
      <search class="ng-search">
        <svg class="ng-icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
          <circle cx="6.8" cy="6.8" r="4.8" class="ng-icon-line" />
          <path d="m10.4 10.4 4 4" class="ng-icon-line" />
        </svg>
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-label="Search the knowledge base"
          aria-autocomplete="list"
          aria-expanded={shown.length > 0}
          aria-controls={listId}
          {...(shown.length > 0 && { 'aria-activedescendant': optionId(chosen) })}
          placeholder="Word, condition or NCT number"
          autocomplete="off"
          spellcheck={false}
          value={query}
          onInput={(event) => onQuery(event.currentTarget.value)}
          onKeyDown={pressKey}
        />
      </search>
      <KindFilter kind={kind} onKind={onKind} />
      <p class="ng-unseen" role="status">
        {showResults && (hits.length === 1 ? '1 result' : `${hits.length} results`)}
      </p>
      <div id={listId} class="ng-results" role="listbox" aria-label="Results" hidden={shown.length === 0}>
        {shown.map((hit, index) => (
          <SearchResult
            key={hit.entry.id}
            id={optionId(index)}
            hit={hit}
            chosen={index === chosen}
            fillMarked={fillMarked}
            onOpen={onOpen}
          />
        ))}
      </div>
    </>
  );
}
