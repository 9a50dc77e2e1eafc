import { render } from 'preact';
import cardStyles from '@/assets/card.css?inline';
import controlStyles from '@/assets/controls.css?inline';
import popoverStyles from '@/assets/popover.css?inline';
import popupStyles from '@/assets/popup.css?inline';
import searchStyles from '@/assets/search.css?inline';
import tokenStyles from '@/assets/tokens.css?inline';
import type { PageView } from '@/components/page-status.ts';
import { createSearch } from '@/core/create-search.ts';
import type { EntryId } from '@/core/entry.ts';
import type { PageFind } from '@/core/page-finds.ts';
import { searchDocument } from '@/core/search-document.ts';
import { defaultSettings, type Settings } from '@/core/settings.ts';
import { withSite } from '@/core/settings-on-site.ts';
import { PopupApp } from '@/entrypoints/popup/PopupApp.tsx';
import { fillMarked } from '@/page/fill-marked.ts';
import { sampleTools } from '@/tests/fixtures/sample-checks.ts';
import { sampleAnswer, sampleCompiled, sampleEntries } from '@/tests/fixtures/sample-entries.ts';
import { comparePictures, type PictureDifference } from './compare-pictures.ts';
import { GalleryList } from './GalleryList.tsx';
import { GalleryPopover } from './GalleryPopover.tsx';
import galleryStyles from './gallery.css?inline';
import { type Box, openInHost } from './open-in-host.tsx';
import { galleryStates } from './states.ts';

declare global {
  interface Window {
    /** Draws what the extension shows, with sample knowledge, into an empty page. */
    gallery: {
      /** Every card and state, or those that are named. */
      cards(...only: readonly string[]): void;
      /** The popup on this page. */
      popup(page: PageView): void;
      /** One card, or `list`, in the popover that pages have; gives where it lies. */
      inHost(name: string): Promise<Box>;
      /** Two pictures, as data URLs; `undefined` when they look the same. */
      compare(before: string, now: string): Promise<PictureDifference | undefined>;
    };
  }
}

const nothing = (): void => undefined;
const sampleFinds: readonly PageFind[] = [
  { entryId: 'condition:ptsd', count: 12 },
  { entryId: 'term:anhedonia', count: 1 },
  { entryId: 'trial:NCT09999999', count: 2 },
];
const sampleDocuments = sampleEntries.map(searchDocument);
const askSample = async (id: EntryId) => sampleAnswer(id);

// In the page itself and not in shadow roots: axe-core sees everything, and `:host` rules do not apply.
function wear(...sheets: readonly string[]): void {
  const style = document.createElement('style');
  style.textContent = sheets.join('\n');
  document.head.append(style);
}

function Cards({ only }: { only: readonly string[] }) {
  return (
    <main class="gallery">
      <h1>Every card and state</h1>
      {galleryStates
        .filter(([name]) => only.length === 0 || only.includes(name))
        .map(([name, state, tools]) => (
          <section key={name} id={name}>
            <p class="caption">{name}</p>
            <div class="ng-frame" id={`popover-${name}`}>
              <div class="ng-surface">
                <GalleryPopover name={name} state={state} tools={tools} popoverId={`popover-${name}`} />
              </div>
            </div>
          </section>
        ))}
      {(only.length === 0 || only.includes('list')) && (
        <section id="list">
          <p class="caption">list</p>
          <div class="ng-frame" id="popover-list">
            <div class="ng-surface">
              <GalleryList popoverId="popover-list" />
            </div>
          </div>
        </section>
      )}
    </main>
  );
}

function drawPopup(page: PageView): void {
  const search = createSearch(sampleDocuments);
  let settings: Settings = defaultSettings;
  let readFailed = false;
  const change = (next: Settings): void => {
    settings = next;
    draw();
  };
  const draw = (): void =>
    render(
      <PopupApp
        entries={sampleDocuments}
        compiled={sampleCompiled}
        today={sampleCompiled}
        search={search}
        askEntry={askSample}
        fillMarked={fillMarked}
        page={page}
        settings={settings}
        readFailed={readFailed}
        finds={page.state === 'reading' ? sampleFinds : []}
        storing="synced"
        onSite={(site, mode) => change(withSite(settings, site, mode))}
        onPauseAll={(paused) => change({ ...settings, paused })}
        onDensity={(density) => change({ ...settings, density })}
        onShow={nothing}
        onOptions={nothing}
        checking={{ check: async () => ({ kind: 'unasked' }), allow: async () => false }}
        onExport={nothing}
        onTable={nothing}
        toolsFor={() => sampleTools({ allowsHere: true })}
        onTrialOpened={nothing}
        onReadNow={() => {
          readFailed = true;
          draw();
        }}
      />,
      document.body,
    );
  draw();
}

window.gallery = {
  inHost: openInHost,
  compare: comparePictures,
  cards(...only) {
    wear(tokenStyles, cardStyles, searchStyles, popoverStyles, galleryStyles);
    render(<Cards only={only} />, document.body);
  },
  popup(page) {
    wear(tokenStyles, cardStyles, controlStyles, searchStyles, popupStyles);
    drawPopup(page);
  },
};
