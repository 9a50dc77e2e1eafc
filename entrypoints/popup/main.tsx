import '@/assets/tokens.css';
import '@/assets/card.css';
import '@/assets/controls.css';
import '@/assets/search.css';
import '@/assets/popup.css';
import '@/assets/trials.css';
import { render } from 'preact';
import { createSearch } from '@/core/create-search.ts';
import type { EntryId } from '@/core/entry.ts';
import { defaultSettings, type Settings } from '@/core/settings.ts';
import { withSite } from '@/core/settings-on-site.ts';
import { trialOfEntryId } from '@/core/trial-id.ts';
import { createTrialCards } from '@/explaining/trial-cards.ts';
import { fillMarked } from '@/page/fill-marked.ts';
import { type ActiveTab, lookAtActiveTab, readTabNow } from '@/platform/active-tab.ts';
import { compiledOn } from '@/platform/bundled-lexicon.ts';
import { bundledSearch } from '@/platform/bundled-search.ts';
import { allowHere, checkHere } from '@/platform/check-here.ts';
import { isInTab } from '@/platform/is-in-tab.ts';
import { ask } from '@/platform/messages.ts';
import { takeOpening } from '@/platform/open-in-popup.ts';
import { openOptions, openTrials } from '@/platform/open-page.ts';
import { type TabFinds, watchFinds } from '@/platform/page-finds.ts';
import { orderAllFrames } from '@/platform/page-orders.ts';
import { loadConsent } from '@/platform/registry-consent.ts';
import { changeSettings, watchSettings } from '@/platform/settings-store.ts';
import { showInTab } from '@/platform/show-in-tab.ts';
import { PopupApp, type Storing } from './PopupApp.tsx';

/** How long a page takes to notice that it was switched on or off, in milliseconds. */
const pageSettles = 250;
/** So often a page that is not done yet is looked at again, in milliseconds. */
const lookAgain = 500;

const root = document.getElementById('app');
const search = createSearch(bundledSearch);
const closed = new AbortController();
const today = new Date().toISOString().slice(0, 10);
const askEntry = (id: EntryId) => ask('entry', id);
const checking = { check: (id: string) => checkHere(id, false), allow: () => allowHere(today) };
const cards = createTrialCards({
  page: document,
  check: checkHere,
  allow: () => allowHere(today),
  loadConsent,
  onChange: () => draw(),
});
let settings = defaultSettings;
let tab: ActiveTab | undefined;
let readFailed = false;
/** What a card on a page asked this popup to open. */
let opening: EntryId | undefined;
let storing: Storing = 'synced';
let finds: TabFinds = new Map();
let isWatching = false;
let nextLook: ReturnType<typeof setTimeout> | undefined;

function draw(): void {
  if (!root) return;
  render(
    <PopupApp
      key={opening}
      opening={opening}
      entries={bundledSearch}
      compiled={compiledOn}
      today={today}
      search={search}
      askEntry={askEntry}
      fillMarked={fillMarked}
      page={tab}
      settings={settings}
      readFailed={readFailed}
      finds={[...finds.values()].flat()}
      storing={storing}
      onSite={(host, mode) => void change((now) => withSite(now, host, mode))}
      onPauseAll={(paused) => void change((now) => ({ ...now, paused }))}
      onDensity={(density) => void change((now) => ({ ...now, density }))}
      onReadNow={() => void readNow()}
      onShow={(id) => void show(id)}
      onOptions={() => void openOptions()}
      checking={checking}
      toolsFor={cards.toolsFor}
      onTrialOpened={(id) => void cards.opened(id)}
      onExport={async (rows, form) =>
        (await import('@/platform/save-trials.ts')).saveTrials(rows, form, today)
      }
      onTable={() => void openTable()}
    />,
    root,
  );
}

async function change(how: (now: Settings) => Settings): Promise<void> {
  try {
    const changed = await changeSettings(how);
    settings = changed.settings;
    storing = changed.isSynced ? 'synced' : 'here';
  } catch {
    // As on a full disk: the switch stays where it was.
    storing = 'refused';
  }
  draw();
}

async function look(): Promise<void> {
  tab = await lookAtActiveTab();
  draw();
  if (tab?.state === 'reading') watchTab(tab.tabId);
  if (tab?.state === 'loading' || tab?.progress === 'reading') lookIn(lookAgain);
}

/** What the page names comes from all its frames, now and whenever they are asked again. */
function watchTab(tabId: number): void {
  if (isWatching) return;
  isWatching = true;
  watchFinds(
    tabId,
    (found) => {
      finds = found;
      draw();
    },
    closed.signal,
  );
}

async function show(id: EntryId): Promise<void> {
  // The page takes over.
  if (tab && (await showInTab(tab.tabId, finds, id))) window.close();
}

async function openTable(): Promise<void> {
  if (!tab) return;
  await openTrials(tab.tabId);
  window.close();
}

function lookIn(delay: number): void {
  clearTimeout(nextLook);
  nextLook = setTimeout(() => void look(), delay);
}

async function readNow(): Promise<void> {
  if (!tab) return;
  readFailed =
    tab.state === 'waiting' ? !(await orderAllFrames(tab.tabId, 'read')) : !(await readTabNow(tab.tabId));
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
takeOpening().then(
  (id) => {
    if (id === undefined) return;
    opening = id;
    draw();
    const trialId = trialOfEntryId(id);
    if (trialId !== undefined) void cards.sent(trialId);
  },
  // A link to this page that nobody of us has made.
  () => undefined,
);
void look();
