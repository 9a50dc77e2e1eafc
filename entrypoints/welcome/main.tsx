import '@/assets/tokens.css';
import '@/assets/controls.css';
import '@/assets/own-page.css';
import { render } from 'preact';
import { createRecogniser } from '@/core/create-recogniser.ts';
import { readJson } from '@/core/json-text.ts';
import { defaultSettings, entryKinds } from '@/core/settings.ts';
import { explainPage } from '@/explaining/explain-page.ts';
import { bundledLexicon } from '@/platform/bundled-lexicon.ts';
import { shortcutOf } from '@/platform/commands.ts';
import { askToReadPages, mayReadPages, watchHostAccess } from '@/platform/host-access.ts';
import { ask } from '@/platform/messages.ts';
import { openOptions } from '@/platform/open-page.ts';
import { followOrders } from '@/platform/page-orders.ts';
import { type Try, WelcomeApp } from './WelcomeApp.tsx';

const root = document.getElementById('app');
const closed = new AbortController();
const done = new Set<Try>();
let passage: HTMLElement | null = null;
let mayRead = true;
let nextKey = '';

function draw(): void {
  if (!root) return;
  render(
    <WelcomeApp
      passage={(element) => {
        passage = element;
      }}
      done={done}
      mayRead={mayRead}
      readsOpenPages={import.meta.env.FIREFOX}
      nextKey={nextKey}
      onGrant={() => void askToReadPages().then(lookAtAccess)}
      onOptions={() => void openOptions()}
    />,
    root,
  );
}

function tick(tried: Try): void {
  done.add(tried);
  draw();
}

async function lookAtAccess(): Promise<void> {
  mayRead = await mayReadPages();
  draw();
}

draw();
if (passage) {
  // The same reading as on any page, with the settings of a fresh install: this page has no content script.
  const explaining = explainPage({
    page: document,
    within: passage,
    recogniser: createRecogniser(bundledLexicon()),
    choice: { settings: defaultSettings, kinds: new Set(entryKinds) },
    ask: { card: async (id) => readJson(await ask('card', id, false)), style: () => ask('style') },
    onExplain: ({ mention }) => tick(mention.entryIds[0]?.startsWith('trial:') ? 'trial' : 'point'),
    run: { signal: closed.signal, goOn: () => true },
  });
  followOrders(
    {
      status: () => ({
        state: 'reading',
        mentions: explaining.mentions(),
        progress: explaining.progress(),
      }),
      step(direction) {
        tick('step');
        return { moved: explaining.step(direction) };
      },
      open: () => ({ opened: explaining.openHere() }),
      list() {
        explaining.toggleList();
        return { listed: true };
      },
      read: () => ({ started: true }),
      close() {
        explaining.close();
        return { closed: true };
      },
      show: (entryId) => ({ moved: explaining.show(entryId) }),
      report: () => ({ reported: false }),
    },
    () => document.hasFocus(),
    closed.signal,
  );
}
watchHostAccess(() => void lookAtAccess(), closed.signal);
void lookAtAccess();
void shortcutOf('next-mention').then((keys) => {
  nextKey = keys;
  draw();
});
