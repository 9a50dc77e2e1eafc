import { defineBackground } from '#imports';
import type { EntryId } from '@/core/entry.ts';
import { entryAnswer } from '@/platform/bundled-entries.ts';
import { followCommands } from '@/platform/commands.ts';
import { answerWith } from '@/platform/messages.ts';

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
    });
    followCommands();
  },
});
