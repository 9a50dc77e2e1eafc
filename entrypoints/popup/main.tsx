import '@/assets/tokens.css';
import '@/assets/card.css';
import '@/assets/search.css';
import '@/assets/popup.css';
import { render } from 'preact';
import { createSearch } from '@/core/create-search.ts';
import type { EntryId } from '@/core/entry.ts';
import { withSite } from '@/core/read-settings.ts';
import { defaultSettings, type Settings } from '@/core/settings.ts';
import { fillMarked } from '@/page/fill-marked.ts';
import { type ActiveTab, lookAtActiveTab, readTabNow } from '@/platform/active-tab.ts';
import { bundledLexicon } from '@/platform/bundled-lexicon.ts';
import { bundledSearch } from '@/platform/bundled-search.ts';
import { isInTab } from '@/platform/is-in-tab.ts';
import { ask } from '@/platform/messages.ts';
import { takeOpening } from '@/platform/open-in-popup.ts';
import { changeSettings, loadSettings, watchSettings } from '@/platform/settings-store.ts';
import { PopupApp } from './PopupApp.tsx';

/** How long a page takes to notice that it was switched on or off, in milliseconds. */
const pageSettles = 250;
/** So often a page that is not done yet is looked at again, in milliseconds. */
const lookAgain = 500;

const root = document.getElementById('app');
const search = createSearch(bundledSearch);
const closed = new AbortController();
const askEntry = (id: EntryId) => ask('entry', id);
let settings = defaultSettings;
let tab: ActiveTab | undefined;
let readFailed = false;
/** What a card on a page asked this popup to open. */
let opening: EntryId | undefined;
let nextLook: ReturnType<typeof setTimeout> | undefined;

function draw(): void {
  if (!root) return;
  render(
    <PopupApp
      key={opening}
      opening={opening}
      entries={bundledSearch}
      compiled={bundledLexicon.compiled}
      today={new Date().toISOString().slice(0, 10)}
      search={search}
      askEntry={askEntry}
      fillMarked={fillMarked}
      page={tab}
      settings={settings}
      readFailed={readFailed}
      onPauseSite={(host, paused) => void change((now) => withSite(now, host, paused))}
      onPauseAll={(paused) => void change((now) => ({ ...now, paused }))}
      onMarks={(marks) => void change((now) => ({ ...now, marks }))}
      onReadNow={() => void readNow()}
    />,
    root,
  );
}

async function change(how: (now: Settings) => Settings): Promise<void> {
  try {
    settings = await changeSettings(how);
  } catch {
    // It could not be stored, as on a full disk: the switch stays where it was.
  }
  draw();
}

async function look(): Promise<void> {
  tab = await lookAtActiveTab();
  draw();
  if (tab?.state === 'loading' || tab?.progress === 'reading') lookIn(lookAgain);
}

function lookIn(delay: number): void {
  clearTimeout(nextLook);
  nextLook = setTimeout(() => void look(), delay);
}

async function readNow(): Promise<void> {
  if (!tab) return;
  readFailed = !(await readTabNow(tab.tabId));
  draw();
  if (!readFailed) lookIn(pageSettles);
}

draw();
void isInTab().then((inTab) => document.documentElement.classList.toggle('ng-in-tab', inTab));
watchSettings((changed) => {
  settings = changed;
  draw();
  lookIn(pageSettles);
}, closed.signal);
void loadSettings().then((loaded) => {
  settings = loaded;
  draw();
});
takeOpening().then(
  (id) => {
    if (id === undefined) return;
    opening = id;
    draw();
  },
  // A link to this page that nobody of us has made.
  () => undefined,
);
void look();
