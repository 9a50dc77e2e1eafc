import { defineBackground } from '#imports';
import cardStyles from '@/assets/card.css?inline';
import popoverStyles from '@/assets/popover.css?inline';
import searchStyles from '@/assets/search.css?inline';
import tokenStyles from '@/assets/tokens.css?inline';
import type { AnsweredState } from '@/components/card-state.ts';
import { sayCard, sayCheck, sayDifferences } from '@/components/say-card.tsx';
import type { EntryId } from '@/core/entry.ts';
import { writeJson } from '@/core/json-text.ts';
import { readComparison } from '@/core/read-comparison-schema.ts';
import { bundledAbbreviations } from '@/platform/bundled-abbreviations.ts';
import { againstRecords, checkInWords, entryAnswer } from '@/platform/bundled-entries.ts';
import { followCommands } from '@/platform/commands.ts';
import { answerWith } from '@/platform/messages.ts';
import { openInPopup } from '@/platform/open-in-popup.ts';
import { welcomeNewReaders } from '@/platform/open-page.ts';
import { keepFinds } from '@/platform/page-finds.ts';
import { orderAllFrames } from '@/platform/page-orders.ts';
import { checkTrial, followConsent, readCheck } from '@/platform/registry-check.ts';
import { loadConsent } from '@/platform/registry-consent.ts';

const cardStyle = [tokenStyles, cardStyles, searchStyles, popoverStyles].join('\n');

/** Whatever the text is, it is only looked up in a Map. */
const readId = ([id]: readonly unknown[]): [EntryId] | undefined =>
  typeof id === 'string' && id.length < 100 ? [id as EntryId] : undefined;

/** The answer about an entry, with a name for what has none. */
const answered = (id: EntryId): AnsweredState => ({
  kind: 'answered',
  id,
  title: id.slice(id.indexOf(':') + 1),
  answer: entryAnswer(id),
});

/** Answers what surfaces ask and passes commands on. It remembers nothing: the browser may end it at any time. */
export default defineBackground({
  type: 'module',
  main() {
    answerWith({
      entry: {
        who: ['extension'],
        read: readId,
        answer: entryAnswer,
      },
      card: {
        who: ['page', 'extension'],
        read: ([id, canCheck]) => {
          const read = readId([id]);
          return read && [...read, canCheck === true];
        },
        answer: (id, canCheck) => writeJson(sayCard(answered(id), { canCheck, now: Date.now() })),
      },
      checkTrial: {
        who: ['extension'],
        read: readCheck,
        answer: async (id, how, asker) => checkInWords(id, await checkTrial(id, how, asker)),
      },
      checkCard: {
        who: ['page'],
        read: ([id, again]) => {
          const read = readCheck([id, { again }]);
          return read && [read[0], read[1].again];
        },
        answer: async (id, again, asker) => {
          // Whether its window is private a page's sender tells.
          const check = await checkTrial(id, { again, isPrivate: false }, asker);
          return writeJson(sayCheck(answered(`trial:${id}`), checkInWords(id, check), Date.now()));
        },
      },
      againstRecords: {
        who: ['page'],
        read: readComparison,
        answer: (places, records) => againstRecords(places, records).map(sayDifferences),
      },
      checksCards: {
        who: ['page'],
        read: () => [],
        answer: async () => ({ automatic: (await loadConsent())?.automatic ?? false }),
      },
      openInPopup: { who: ['page'], read: readId, answer: openInPopup },
      closeCards: {
        who: ['page'],
        read: () => [],
        answer: async ({ tabId }) => ({
          closed: tabId !== undefined && (await orderAllFrames(tabId, 'close')),
        }),
      },
      abbreviations: { who: ['page'], read: () => [], answer: () => bundledAbbreviations },
      style: { who: ['page', 'extension'], read: () => [], answer: () => ({ css: cardStyle }) },
    });
    followConsent();
    followCommands();
    keepFinds();
    welcomeNewReaders();
  },
});
