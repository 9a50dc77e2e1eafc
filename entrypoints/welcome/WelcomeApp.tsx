import type { Ref } from 'preact';
import { SamplePassage } from '@/components/SamplePassage.tsx';

/** What a new reader can try on the passage. */
export type Try = 'point' | 'step' | 'trial';

/** The first page after installation: something to try, and what one wants to know of a new tool. */
export function WelcomeApp({
  passage,
  done,
  mayRead,
  readsOpenPages,
  nextKey,
  onGrant,
  onOptions,
}: {
  /** Where the passage is put, for whoever marks it. */
  passage: Ref<HTMLElement>;
  /** What was tried. */
  done: ReadonlySet<Try>;
  /** Whether the browser lets us read pages. */
  mayRead: boolean;
  /** Whether the browser has pages read that were open before the installation. */
  readsOpenPages: boolean;
  /** The keys that lead to the next marked word; none are set when empty. */
  nextKey: string;
  onGrant: () => void;
  onOptions: () => void;
}) {
  return (
    <main class="ng-welcome-page">
      <header>
        <h1>Naltrexone Gloss is ready</h1>
        <p>It explains terms, conditions and trials on the pages you read.</p>
      </header>
      {!mayRead && (
        <section class="ng-grant" aria-labelledby="ng-grant-heading">
          <h2 id="ng-grant-heading">One thing is missing</h2>
          <p>
            Firefox has not allowed it to read pages, so nothing would be marked. It reads them on this
            computer only.
          </p>
          <button type="button" class="ng-button" onClick={() => onGrant()}>
            Allow reading pages
          </button>
        </section>
      )}
      <section class="ng-try">
        <h2>Try it here</h2>
        <SamplePassage passage={passage} />
        <ol class="ng-tries">
          <TryItem isDone={done.has('point')}>Rest the pointer on an underlined word, or tap it.</TryItem>
          {nextKey !== '' && (
            <TryItem isDone={done.has('step')}>
              Press <kbd>{nextKey}</kbd> to go from word to word, <kbd>Escape</kbd> to close.
            </TryItem>
          )}
          <TryItem isDone={done.has('trial')}>
            Point at the identifier at the end: what does the registry say?
          </TryItem>
        </ol>
      </section>
      <section class="ng-facts">
        <h2>Good to know</h2>
        <p>
          <strong>Nothing is collected.</strong> What you read, point at or search stays on this computer.
        </p>
        <p>
          <strong>To pause,</strong> press its button in the toolbar: there is a switch for the site and one
          for everything.
        </p>
        <p>
          <strong>Pages that are open already</strong>{' '}
          {readsOpenPages
            ? 'are read too.'
            : 'are read once you reload them, or press “Read this page now” there.'}
        </p>
        <p class="ng-small-print">Medical information, not advice.</p>
        <p>
          <button type="button" class="ng-link-button" onClick={() => onOptions()}>
            Settings
          </button>
        </p>
      </section>
    </main>
  );
}

function TryItem({ isDone, children }: { isDone: boolean; children: preact.ComponentChildren }) {
  return (
    <li data-done={isDone || undefined}>
      <span class="ng-tick" aria-hidden="true">
        ✓
      </span>
      <span>
        {children}
        {isDone && <span class="ng-unseen"> Done.</span>}
      </span>
    </li>
  );
}
