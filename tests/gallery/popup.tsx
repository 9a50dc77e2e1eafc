import '@/assets/tokens.css';
import '@/assets/card.css';
import '@/assets/popup.css';
import { render } from 'preact';
import type { PageView } from '@/components/page-status.ts';
import { createSearch } from '@/core/create-search.ts';
import { withSite } from '@/core/read-settings.ts';
import { defaultSettings, type Settings } from '@/core/settings.ts';
import { PopupApp } from '@/entrypoints/popup/PopupApp.tsx';
import { fillMarked } from '@/page/fill-marked.ts';
import { sampleAnswer, sampleCompiled, sampleEntries } from '@/tests/fixtures/sample-entries.ts';

// `?state=paused&host=example.org`: the page the popup says something about.
const asked = new URLSearchParams(location.search);
const host = asked.get('host');
const state = (asked.get('state') ?? 'reading') as PageView['state'];
const page: PageView = {
  state,
  mentions: Number(asked.get('mentions') ?? 17),
  ...(host !== null && { host }),
};
const search = createSearch(sampleEntries);
const root = document.getElementById('app');
let settings: Settings = defaultSettings;
let readFailed = false;

function draw(): void {
  if (!root) return;
  render(
    <PopupApp
      entries={sampleEntries}
      compiled={sampleCompiled}
      search={search}
      answer={sampleAnswer}
      fillMarked={fillMarked}
      page={page}
      settings={settings}
      readFailed={readFailed}
      onPauseSite={(site, paused) => change(withSite(settings, site, paused))}
      onPauseAll={(paused) => change({ ...settings, paused })}
      onMarks={(marks) => change({ ...settings, marks })}
      onReadNow={() => {
        readFailed = true;
        draw();
      }}
    />,
    root,
  );
}

function change(next: Settings): void {
  settings = next;
  draw();
}

draw();
