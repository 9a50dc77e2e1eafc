import browser from 'webextension-polyfill';
import { defineBackground } from '#imports';
import type { EntryId } from '@/core/entry.ts';
import { entryAnswer } from '@/platform/bundled-entries.ts';
import { answerWith } from '@/platform/messages.ts';
import { orderFocusedFrame } from '@/platform/page-orders.ts';

/** Answers what surfaces ask and passes the keyboard's commands on. It remembers nothing: the browser may end it any time. */
export default defineBackground({
  type: 'module',
  main() {
    answerWith({
      entry: {
        who: ['page', 'extension'],
        read: ([id]) => (typeof id === 'string' && id.length < 100 ? [id as EntryId] : undefined),
        answer: entryAnswer,
      },
    });
    browser.commands.onCommand.addListener((command) => {
      if (command === 'next-mention') void orderFocusedFrame('next');
      if (command === 'previous-mention') void orderFocusedFrame('previous');
    });
  },
});
