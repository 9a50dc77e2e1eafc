import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { CardFooter } from '@/components/CardFooter.tsx';
import { IconButton } from '@/components/IconButton.tsx';
import { StateCard } from '@/components/StateCard.tsx';
import { TrialsOfPage, type TrialsOfPageProps } from '@/components/TrialsOfPage.tsx';
import type { TrialTools } from '@/components/trial-tools.ts';
import { useAnswer } from '@/components/use-answer.ts';
import type { EntryId } from '@/core/entry.ts';
import { showDay } from '@/core/show-day.ts';

/** What the page with a page's trials is given. */
export interface TrialsAppProps extends Omit<TrialsOfPageProps, 'onOpen' | 'onPrint' | 'printWords'> {
  /** What the page is called that the trials are of; absent when the browser does not tell. */
  readonly pageTitle: string | undefined;
  /** The tab is gone. */
  readonly isGone: boolean;
  /** ISO days. */
  readonly today: string;
  readonly compiled: string;
  /** What the card of an identifier can do. */
  readonly toolsFor: (trialId: string) => TrialTools;
  /** Called when a card of an identifier opens. */
  readonly onTrialOpened: (trialId: string) => void;
}

const headingId = 'ng-heading';

/** Every trial identifier of a page, with room to read, to print and to take along; a card opens over it. */
export function TrialsApp({
  pageTitle,
  isGone,
  today,
  compiled,
  toolsFor,
  onTrialOpened,
  ...table
}: TrialsAppProps) {
  const [trail, setTrail] = useState<readonly EntryId[]>([]);
  const dialog = useRef<HTMLDialogElement>(null);
  const opened = trail.at(-1);
  const state = useAnswer(opened, table.askEntry);
  const identifier = state?.kind === 'answered' ? state.answer.identifier : undefined;
  const trialId = identifier?.fault === undefined ? identifier?.id : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each card
  useEffect(() => {
    if (trialId !== undefined) onTrialOpened(trialId);
  }, [trialId]);
  useLayoutEffect(() => {
    if (opened !== undefined && !dialog.current?.open) dialog.current?.showModal();
    if (opened === undefined) dialog.current?.close();
  }, [opened]);
  return (
    <main class="ng-trials-page">
      <header>
        <h1>Trials of this page</h1>
        <p class="ng-small-print">
          {pageTitle !== undefined && <>{pageTitle}. </>}Listed on {showDay(today)}; knowledge compiled on{' '}
          {showDay(compiled)}. Medical information, not advice.
        </p>
        {isGone && (
          <p role="alert">
            The tab of this page has been closed. What was found in it is not known any more.
          </p>
        )}
      </header>
      <TrialsOfPage
        {...table}
        onOpen={(id) => setTrail([id])}
        onPrint={() => window.print()}
        printWords="Print"
      />
      <dialog ref={dialog} class="ng-trials-card" aria-labelledby={headingId} onClose={() => setTrail([])}>
        {state && (
          <>
            <div class="ng-bar">
              {trail.length > 1 && (
                <IconButton
                  name="Back"
                  drawing="M9.5 3.5 5 8l4.5 4.5"
                  onPress={() => setTrail(trail.slice(0, -1))}
                />
              )}
              <IconButton name="Close" drawing="m4 4 8 8m0-8-8 8" onPress={() => setTrail([])} />
            </div>
            <StateCard
              state={state}
              headingId={headingId}
              tools={trialId === undefined ? undefined : toolsFor(trialId)}
              onFollow={(id) => setTrail([...trail, id])}
            />
            <CardFooter state={state} onFollow={(id) => setTrail([...trail, id])} />
          </>
        )}
      </dialog>
    </main>
  );
}
