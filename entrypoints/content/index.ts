import { defineContentScript } from '#imports';
import { createRecogniser } from '@/core/create-recogniser.ts';
import type { EntryId } from '@/core/entry.ts';
import type { PageStatus } from '@/core/page-orders.ts';
import { isPaused } from '@/core/read-settings.ts';
import type { Settings } from '@/core/settings.ts';
import { type Explaining, explainPage } from '@/explaining/explain-page.ts';
import { bundledLexicon } from '@/platform/bundled-lexicon.ts';
import { ask } from '@/platform/messages.ts';
import { followOrders } from '@/platform/page-orders.ts';
import { loadSettings, watchSettings } from '@/platform/settings-store.ts';
import { takeOver } from './take-over.ts';

/** Reads the page, marks what it knows, explains what the reader points at; stops and starts as the settings say. */
export default defineContentScript({
  matches: ['http://*/*', 'https://*/*', 'file:///*'],
  allFrames: true,
  matchAboutBlank: true,
  cssInjectionMode: 'manual',
  async main() {
    const run = await takeOver(document);
    if (run.signal.aborted) return;
    const recogniser = createRecogniser(bundledLexicon);
    let explaining: Explaining | undefined;
    let shown: Settings | undefined;

    const apply = (settings: Settings): void => {
      const wanted = !isPaused(settings, location.hostname) && isText(document);
      if (explaining !== undefined && wanted && shown?.marks === settings.marks) return;
      explaining?.stop();
      explaining = wanted ? explainPage(document, recogniser, settings.marks, questions, run) : undefined;
      shown = settings;
    };
    const status = (): PageStatus => {
      const host = location.hostname === '' ? {} : { host: location.hostname };
      if (document.contentType === 'application/pdf') return { state: 'pdf', mentions: 0, ...host };
      if (!isText(document)) return { state: 'unreadable', mentions: 0, ...host };
      if (explaining === undefined) return { state: 'paused', mentions: 0, ...host };
      return { state: 'reading', mentions: explaining.mentions(), progress: explaining.progress(), ...host };
    };

    followOrders(
      {
        status,
        step: (direction) => ({ moved: explaining?.step(direction) ?? false }),
        open: () => ({ opened: explaining?.openHere() ?? false }),
        list: () => {
          explaining?.toggleList();
          return { listed: explaining !== undefined };
        },
      },
      hasFocus,
      run.signal,
    );
    watchSettings(apply, run.signal);
    const settings = await loadSettings();
    if (!run.signal.aborted) apply(settings);
  },
});

const questions = {
  entry: (id: EntryId) => ask('entry', id),
  style: () => ask('style'),
  openInPopup: (id: EntryId) => ask('openInPopup', id),
};

/** Is this a page of text? A PDF, an image or a video has a document too, made by the browser. */
function isText(page: Document): boolean {
  return /^(text\/|application\/(xhtml\+)?xml)/.test(page.contentType);
}

/** Is a key pressed now meant for this frame, and not for one inside it? */
function hasFocus(): boolean {
  return document.hasFocus() && !(document.activeElement instanceof HTMLIFrameElement);
}
