import { defineBackground } from '#imports';
import cardStyles from '@/assets/card.css?inline';
import popoverStyles from '@/assets/popover.css?inline';
import tokenStyles from '@/assets/tokens.css?inline';
import type { EntryId } from '@/core/entry.ts';
import { entryAnswer } from '@/platform/bundled-entries.ts';
import { followCommands } from '@/platform/commands.ts';
import { answerWith } from '@/platform/messages.ts';

const cardStyle = [tokenStyles, cardStyles, popoverStyles].join('\n');

/** Answers what surfaces ask and passes commands on. It remembers nothing: the browser may end it at any time. */
export default defineBackground({
  type: 'module',
  main() {
    answerWith({
      entry: {
        who: ['page', 'extension'],
        // Whatever the text is, it is only looked up in a Map.
        read: ([id]) => (typeof id === 'string' && id.length < 100 ? [id as EntryId] : undefined),
        answer: entryAnswer,
      },
      style: { who: ['page'], read: () => [], answer: () => ({ css: cardStyle }) },
    });
    followCommands();
  },
});
