import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { CardFooter } from '@/components/CardFooter.tsx';
import type { EntryAnswer } from '@/components/card-state.ts';
import { FoundOnPage } from '@/components/FoundOnPage.tsx';
import { IconButton } from '@/components/IconButton.tsx';
import { KindLabel } from '@/components/KindLabel.tsx';
import { kindOfId } from '@/components/kind-words.ts';
import type { FillMarked } from '@/components/MarkedText.tsx';
import { MarkSettings } from '@/components/MarkSettings.tsx';
import { NothingFound } from '@/components/NothingFound.tsx';
import { PageBar } from '@/components/PageBar.tsx';
import type { PageView } from '@/components/page-status.ts';
import { SearchPanel } from '@/components/SearchPanel.tsx';
import { StateCard } from '@/components/StateCard.tsx';
import { keptHere, notStored } from '@/components/setting-words.ts';
import type { TrialsOfPage } from '@/components/TrialsOfPage.tsx';
import type { TrialTools } from '@/components/trial-tools.ts';
import { useAnswer } from '@/components/use-answer.ts';
import type { TrialChecking } from '@/components/use-trial-checks.ts';
import { Welcome } from '@/components/Welcome.tsx';
import type { EntryId, EntryKind } from '@/core/entry.ts';
import type { TrialExport } from '@/core/export-trials.ts';
import type { PageFind } from '@/core/page-finds.ts';
import type { PageTrial } from '@/core/page-trials.ts';
import type { Search, SearchDocument } from '@/core/search-index.ts';
import type { Settings, SiteMode } from '@/core/settings.ts';
import { readTrialId } from '@/core/trial-id.ts';
import { foundEntries } from './found-entries.ts';
import { suggestedEntries } from './suggested-entries.ts';

/** Where a change of the settings went: to all of the reader's computers, to this one, or nowhere. */
export type Storing = 'synced' | 'here' | 'refused';

/** What the popup is given: the knowledge, the state of page and settings, and what to call when the reader acts. */
export interface PopupAppProps {
  readonly entries: readonly SearchDocument[];
  /** The entry that is open at the start, when the popup was opened for one. */
  readonly opening?: EntryId | undefined;
  /** ISO days. */
  readonly compiled: string;
  readonly today: string;
  readonly search: Search;
  /** Rejects when the background does not answer. */
  readonly askEntry: (id: EntryId) => Promise<EntryAnswer>;
  readonly fillMarked: FillMarked;
  /** `undefined`: not known yet. */
  readonly page: PageView | undefined;
  readonly settings: Settings;
  readonly readFailed: boolean;
  /** What the page names. */
  readonly finds: readonly PageFind[];
  /** What came of the last change. */
  readonly storing: Storing;
  readonly onSite: (host: string, mode: SiteMode) => void;
  readonly onPauseAll: (paused: boolean) => void;
  readonly onDensity: (density: Settings['density']) => void;
  readonly onReadNow: () => void;
  /** Goes to the first mention of an entry on the page. */
  readonly onShow: (id: EntryId) => void;
  readonly onOptions: () => void;
  readonly checking: TrialChecking;
  /** What the card of an identifier can do. */
  readonly toolsFor: (trialId: string) => TrialTools;
  /** Called when a card of an identifier that has one opens. */
  readonly onTrialOpened: (trialId: string) => void;
  readonly onExport: (rows: readonly PageTrial[], form: TrialExport) => void;
  /** Opens the page's trials on a page of their own. */
  readonly onTable: () => void;
}

const headingId = 'ng-heading';

/** The popup: a search box, what was found or what was opened, and a word about the page one is on. */
export function PopupApp(props: PopupAppProps) {
  const { entries, compiled, search, askEntry, fillMarked, page, settings, readFailed } = props;
  const [query, setQuery] = useState('');
  const [kind, setKind] = useState<EntryKind | undefined>(undefined);
  const [trail, setTrail] = useState<readonly EntryId[]>(props.opening === undefined ? [] : [props.opening]);
  const [isTable, setIsTable] = useState(false);
  /** Fetched with what belongs to it once it is asked for: most who open the popup do not. */
  const [Table, setTable] = useState<typeof TrialsOfPage | undefined>(undefined);
  const input = useRef<HTMLInputElement>(null);
  const card = useRef<HTMLElement>(null);
  const hits = useMemo(() => search(query, kind), [search, query, kind]);
  const suggestions = useMemo(() => suggestedEntries(entries), [entries]);
  const found = useMemo(() => foundEntries(props.finds, entries), [props.finds, entries]);

  // An identifier needs no search: it is known or it is not.
  const typedTrial = readTrialId(query);
  const opened = trail.at(-1) ?? (typedTrial === undefined ? undefined : (`trial:${typedTrial}` as const));
  const open = (id: EntryId): void => setTrail([...trail, id]);
  const back = (): void => setTrail(trail.slice(0, -1));
  const ask = (text: string): void => {
    setTrail([]);
    setIsTable(false);
    setQuery(text);
  };
  const openTable = (): void => {
    setIsTable(true);
    void import('@/components/TrialsOfPage.tsx').then(({ TrialsOfPage: loaded }) => setTable(() => loaded));
  };
  const narrow = (to: EntryKind | undefined): void => {
    setTrail([]);
    setKind(to);
    input.current?.focus();
  };

  useLayoutEffect(() => {
    const takeFocus = (): void => {
      if (trail.length > 0 || isTable) card.current?.focus();
      else input.current?.focus();
    };
    // What takes the focus is laid out, and Firefox complains when that is before all styles are there.
    if (document.readyState === 'complete') {
      takeFocus();
      return undefined;
    }
    const waiting = new AbortController();
    window.addEventListener('load', takeFocus, { signal: waiting.signal });
    return () => waiting.abort();
  }, [trail, isTable]);

  useEffect(() => {
    const drawn = new AbortController();
    // Firefox draws a popup before it shows it, and may forget meanwhile where the cursor was.
    const takeCursor = (): void => {
      const isReady = document.readyState === 'complete';
      if (isReady && document.activeElement === document.body) input.current?.focus();
    };
    window.addEventListener('focus', takeCursor, { signal: drawn.signal });
    return () => drawn.abort();
  }, []);

  const pressKey = (event: KeyboardEvent): void => {
    // Firefox closes its popups at Escape whatever a page says, so the keys for going back in a browser go back too.
    const isBack =
      event.target !== input.current &&
      (event.key === 'Backspace' || (event.altKey && event.key === 'ArrowLeft'));
    if (trail.length > 0 && (isBack || event.key === 'Escape')) {
      event.preventDefault();
      back();
    } else if (isTable && (isBack || event.key === 'Escape')) {
      event.preventDefault();
      setIsTable(false);
    } else if (event.key === 'Escape' && query !== '') {
      // Left alone, Escape closes the popup: that is for when there is nothing left to go back from.
      event.preventDefault();
      ask('');
    }
  };

  const state = useAnswer(opened, askEntry);
  const identifier = state?.kind === 'answered' ? state.answer.identifier : undefined;
  const trialId = identifier?.fault === undefined ? identifier?.id : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each card
  useEffect(() => {
    if (trialId !== undefined) props.onTrialOpened(trialId);
  }, [trialId]);

  return (
    <main class="ng-app" onKeyDown={pressKey}>
      <h1 class="ng-unseen">Naltrexone Gloss</h1>
      <SearchPanel
        query={query}
        kind={kind}
        hits={hits}
        input={input}
        showResults={query.trim() !== '' && state === undefined}
        fillMarked={fillMarked}
        onQuery={ask}
        onKind={narrow}
        onOpen={open}
      />
      {state ? (
        <div class="ng-opened">
          <div class="ng-bar">
            {trail.length > 0 && <IconButton name="Back" drawing="M9.5 3.5 5 8l4.5 4.5" onPress={back} />}
            <KindLabel kind={kindOfId(state.id)} />
          </div>
          <section class="ng-scroll" key={state.id} ref={card} tabIndex={-1} aria-labelledby={headingId}>
            <StateCard
              state={state}
              headingId={headingId}
              tools={trialId === undefined ? undefined : props.toolsFor(trialId)}
              onFollow={open}
            />
          </section>
          <CardFooter state={state} onFollow={open} />
        </div>
      ) : isTable ? (
        <div class="ng-opened">
          <div class="ng-bar">
            <IconButton name="Back" drawing="M9.5 3.5 5 8l4.5 4.5" onPress={() => setIsTable(false)} />
            <h2 class="ng-bar-title">Trials of this page</h2>
          </div>
          <section class="ng-scroll" ref={card} tabIndex={-1} aria-label="Trials of this page">
            {Table && (
              <Table
                {...props.checking}
                finds={props.finds}
                isReading={page?.progress === 'reading'}
                askEntry={askEntry}
                onExport={props.onExport}
                onOpen={open}
                onShow={props.onShow}
                onPrint={props.onTable}
                printWords="Open as a page to print"
              />
            )}
          </section>
        </div>
      ) : query.trim() === '' ? (
        <Welcome
          suggestions={suggestions}
          size={entries.length}
          compiled={compiled}
          today={props.today}
          onOpen={open}
        >
          <FoundOnPage
            found={found}
            isQuiet={page?.quiet === true}
            onOpen={open}
            onShow={props.onShow}
            onTable={openTable}
          />
        </Welcome>
      ) : (
        hits.length === 0 && (
          <NothingFound
            query={query.trim()}
            narrowed={kind !== undefined}
            size={entries.length}
            compiled={compiled}
            suggestions={suggestions}
            onAllKinds={() => narrow(undefined)}
            onOpen={open}
          />
        )
      )}
      {!state && !isTable && (
        <footer class="ng-app-footer">
          <PageBar
            page={page}
            settings={settings}
            readFailed={readFailed}
            onSite={props.onSite}
            onReadNow={props.onReadNow}
          />
          {props.storing !== 'synced' && (
            <p class="ng-unstored" role="alert">
              {props.storing === 'here' ? keptHere : notStored}
            </p>
          )}
          <MarkSettings
            settings={settings}
            host={page?.host}
            onSite={props.onSite}
            onPauseAll={props.onPauseAll}
            onDensity={props.onDensity}
            onOptions={props.onOptions}
          />
        </footer>
      )}
    </main>
  );
}
