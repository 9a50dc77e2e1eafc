import { defineContentScript } from '#imports';
import type { EntryId } from '@/core/entry.ts';
import { readJson } from '@/core/json-text.ts';
import type { ComparedFacts } from '@/core/page-against-record.ts';
import type { PageStatus } from '@/core/page-orders.ts';
import type { TrialPlace } from '@/core/questions.ts';
import type { Settings } from '@/core/settings.ts';
import { settingsOnSite } from '@/core/settings-on-site.ts';
import { type Explaining, explainPage } from '@/explaining/explain-page.ts';
import { listen } from '@/page/listen.ts';
import { whenPainted } from '@/page/when-painted.ts';
import { ask } from '@/platform/messages.ts';
import { tellFinds } from '@/platform/page-finds.ts';
import { followOrders } from '@/platform/page-orders.ts';
import { watchSettings } from '@/platform/settings-store.ts';
import { shadowRootOf } from '@/platform/shadow-root-of.ts';
import { hasFocus } from './has-focus.ts';
import { hostsOf } from './hosts-of.ts';
import { offerReading } from './offer-reading.ts';
import { sharedRecogniser } from './shared-recogniser.ts';
import { takeOver } from './take-over.ts';

/** A page that changes all the time tells what it holds no more often than this, in milliseconds. */
const tellEvery = 1_000;

/** Reads the page, marks what it knows, explains what the reader points at; stops and starts as the settings say. */
export default defineContentScript({
  matches: ['http://*/*', 'https://*/*', 'file:///*'],
  allFrames: true,
  matchAboutBlank: true,
  cssInjectionMode: 'manual',
  async main() {
    const run = await takeOver(document);
    if (run.signal.aborted) return;
    const recogniser = sharedRecogniser();
    const hosts = hostsOf(window);
    let explaining: Explaining | undefined;
    let settings: Settings | undefined;
    /** The reader has asked for this page, whatever else they chose for its site. */
    let isAskedFor = false;
    let hasTold = false;
    let telling: ReturnType<typeof setTimeout> | undefined;

    const apply = (): void => {
      if (settings === undefined) return;
      const { mode, kinds } = settingsOnSite(settings, hosts);
      if (!isText(document) || mode === 'off' || (mode === 'ask' && !isAskedFor)) {
        explaining?.stop();
        explaining = undefined;
      } else if (explaining) {
        explaining.apply({ settings, kinds });
      } else {
        const choice = { settings, kinds };
        explaining = explainPage({
          page: document,
          recogniser,
          choice,
          ask: questions,
          run,
          rootOf: shadowRootOf,
          onRead: tellLater,
        });
      }
      offerReading(explaining?.everything);
      tellLater();
    };
    const status = (): PageStatus => {
      const host = location.hostname === '' ? {} : { host: location.hostname };
      if (document.contentType === 'application/pdf') return { state: 'pdf', mentions: 0, ...host };
      if (!isText(document)) return { state: 'unreadable', mentions: 0, ...host };
      if (settings === undefined) return { state: 'reading', mentions: 0, progress: 'reading', ...host };
      if (explaining === undefined) {
        const isWaiting = settingsOnSite(settings, hosts).mode === 'ask';
        return { state: isWaiting ? 'waiting' : 'paused', mentions: 0, ...host };
      }
      const quiet = explaining.isQuiet() && { quiet: true as const };
      return {
        state: 'reading',
        mentions: explaining.mentions(),
        progress: explaining.progress(),
        ...quiet,
        ...host,
      };
    };

    const tell = (): void => {
      clearTimeout(telling);
      telling = undefined;
      void tellFinds(explaining?.finds() ?? [], !hasTold);
      hasTold = true;
    };
    /** Pages tell what they hold only where the reader wants to see its number. */
    const tellLater = (): void => {
      if (settings?.badge && !run.signal.aborted) telling ??= setTimeout(tell, tellEvery);
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
        read() {
          isAskedFor = true;
          apply();
          return { started: explaining !== undefined };
        },
        close() {
          explaining?.close();
          return { closed: true };
        },
        show: (entryId) => ({ moved: explaining?.show(entryId) ?? false }),
        report() {
          tell();
          return { reported: true };
        },
      },
      hasFocus,
      run.signal,
    );
    await whenPainted(document, run.signal);
    if (run.signal.aborted) return;
    const askAnew = watchSettings((changed) => {
      settings = changed;
      apply();
    }, run.signal);
    // A page that the browser kept to go back to: Firefox has told it nothing meanwhile.
    listen(window, 'pageshow', (event) => event.persisted && askAnew(), run.signal);
  },
});

const questions = {
  card: async (id: EntryId) => readJson(await ask('card', id, true)),
  style: () => ask('style'),
  abbreviations: () => ask('abbreviations'),
  closeCards: () => ask('closeCards'),
  openInPopup: (id: EntryId) => ask('openInPopup', id),
  registry: {
    check: async (id: string, again: boolean) => readJson(await ask('checkCard', id, again)),
    compare: (places: readonly TrialPlace[], records: readonly ComparedFacts[]) =>
      ask('againstRecords', places, records),
    isAutomatic: async () => (await ask('checksCards')).automatic,
  },
};

/** Is this a page of text? A PDF, an image or a video has a document too, made by the browser. */
function isText(page: Document): boolean {
  return /^(text\/|application\/(xhtml\+)?xml)/.test(page.contentType);
}
