import '@/assets/tokens.css';
import '@/assets/card.css';
import '@/assets/controls.css';
import '@/assets/own-page.css';
import '@/assets/trials.css';
import { render } from 'preact';
import type { EntryId } from '@/core/entry.ts';
import { createTrialCards } from '@/explaining/trial-cards.ts';
import { compiledOn } from '@/platform/bundled-lexicon.ts';
import { allowHere, checkHere } from '@/platform/check-here.ts';
import { ask } from '@/platform/messages.ts';
import { type TabFinds, watchFinds } from '@/platform/page-finds.ts';
import { loadConsent } from '@/platform/registry-consent.ts';
import { saveTrials } from '@/platform/save-trials.ts';
import { bringToFront, showInTab, tabWords } from '@/platform/show-in-tab.ts';
import { TrialsApp } from './TrialsApp.tsx';

/** A page that has nothing to tell after this long, in milliseconds, has no identifiers or is no page that is read. */
const longestSilence = 3000;

const root = document.getElementById('app');
const tabId = Number(new URLSearchParams(location.search).get('tab'));
const today = new Date().toISOString().slice(0, 10);
const closed = new AbortController();
const askEntry = (id: EntryId) => ask('entry', id);
const check = (id: string) => checkHere(id, false);
const cards = createTrialCards({
  page: document,
  check: checkHere,
  allow: () => allowHere(today),
  loadConsent,
  onChange: () => draw(),
});
let finds: TabFinds = new Map();
let isReading = true;
let pageTitle: string | undefined;
let isGone = false;

function draw(): void {
  if (!root) return;
  render(
    <TrialsApp
      finds={[...finds.values()].flat()}
      isReading={isReading}
      pageTitle={pageTitle}
      isGone={isGone}
      today={today}
      compiled={compiledOn}
      askEntry={askEntry}
      check={check}
      allow={() => allowHere(today)}
      toolsFor={cards.toolsFor}
      onTrialOpened={(id) => void cards.opened(id)}
      onExport={(rows, form) => saveTrials(rows, form, today)}
      onShow={(id) => void show(id)}
    />,
    root,
  );
}

async function show(id: EntryId): Promise<void> {
  if (await showInTab(tabId, finds, id)) await bringToFront(tabId);
}

async function begin(): Promise<void> {
  const words = await tabWords(tabId);
  isGone = words === undefined;
  pageTitle = words?.title;
  draw();
  if (isGone) return;
  watchFinds(
    tabId,
    (found) => {
      finds = found;
      isReading = false;
      draw();
    },
    closed.signal,
  );
  setTimeout(() => {
    isReading = false;
    draw();
  }, longestSilence);
}

draw();
void begin();
