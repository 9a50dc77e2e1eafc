import browser, { type Runtime } from 'webextension-polyfill';
import type { Questions } from '@/core/questions.ts';

type Question = keyof Questions;
type Answer<Q extends Question> = ReturnType<Questions[Q]>;

interface Envelope {
  readonly question: Question;
  readonly with: readonly unknown[];
}

/** The background did not answer, three times: it is gone, as after an update of the extension. */
export class BackgroundGone extends Error {}

/**
 * Asks the background. A background that is killed between question and answer loses it, sometimes without an error, and
 * rarely without even an end: an answer of `undefined`, a rejection or a long silence is asked again, which wakes it; and
 * once more, for one that is just ending can take the second question with it.
 * @throws BackgroundGone when there is no answer the third time either.
 */
export async function ask<Q extends Question>(
  question: Q,
  ...args: Parameters<Questions[Q]>
): Promise<Answer<Q>> {
  const envelope: Envelope = { question, with: args };
  for (const _attempt of [1, 2, 3]) {
    const answer = await send(envelope);
    // The background is ours and typed; it answers every question it knows with that question's answer.
    if (answer !== undefined && answer !== null) return answer as Answer<Q>;
  }
  throw new BackgroundGone(question);
}

/** What is answered from the package takes milliseconds; nobody waits longer than this for it, in milliseconds. */
const longestSilence = 5000;

async function send(envelope: Envelope): Promise<unknown> {
  const sent = browser.runtime.sendMessage(envelope);
  // The registry may take its time, and says itself when it has taken too much.
  const waits = /^check(?:Trial|Card)$/.test(envelope.question) ? [sent] : [sent, silence()];
  try {
    return await Promise.race(waits);
  } catch {
    // "Receiving end does not exist", "Extension context invalidated", "message port closed": nobody answered.
    return undefined;
  }
}

function silence(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, longestSilence, undefined));
}

/** Who may ask what: `page` is a content script, `extension` one of our own pages. */
export type Audience = 'page' | 'extension';

/** Who asks, as far as an answer may depend on it. */
export interface Asker {
  /** From a tab of a private window. A popup has no tab: it says so itself. */
  readonly isPrivate: boolean;
  /** The tab of a page. */
  readonly tabId: number | undefined;
}

/** An answer for every question, and who may ask it. A question without an answer does not compile. */
export type Answers = {
  readonly [Q in Question]: {
    readonly who: readonly Audience[];
    /** Reads the arguments, which come from outside: `undefined` refuses them. */
    readonly read: (args: readonly unknown[]) => Parameters<Questions[Q]> | undefined;
    readonly answer: (...args: [...Parameters<Questions[Q]>, Asker]) => Answer<Q> | Promise<Answer<Q>>;
  };
};

/** One of the answers above, whichever: `read` makes the very arguments that its `answer` takes. */
interface AnyAnswer {
  readonly who: readonly Audience[];
  readonly read: (args: readonly unknown[]) => readonly unknown[] | undefined;
  readonly answer: (...args: never[]) => unknown;
}

/**
 * Answers questions from our own pages and content scripts. Anything else (another shape, another sender, a sender
 * whose origin the browser does not tell) is not answered at all.
 */
export function answerWith(answers: Answers): void {
  const table = new Map<string, AnyAnswer>(Object.entries(answers));
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    if (!isEnvelope(message)) return undefined;
    const known = table.get(message.question);
    const who = audienceOf(sender);
    if (known === undefined || who === undefined || !known.who.includes(who)) return undefined;
    const args = known.read(message.with);
    const asker: Asker = { isPrivate: sender.tab?.incognito ?? false, tabId: sender.tab?.id };
    return args === undefined ? undefined : Promise.resolve(known.answer(...([...args, asker] as never[])));
  });
}

function isEnvelope(message: unknown): message is Envelope {
  return (
    typeof message === 'object' &&
    message !== null &&
    'question' in message &&
    typeof message.question === 'string' &&
    'with' in message &&
    Array.isArray(message.with)
  );
}

/** Judged by `sender.origin`, which a compromised page cannot forge as it can `sender.url`; fails closed. */
function audienceOf(sender: Runtime.MessageSender & { origin?: string }): Audience | undefined {
  if (sender.id !== browser.runtime.id || sender.origin === undefined) return undefined;
  const own = new URL(browser.runtime.getURL('')).origin;
  if (sender.origin === own) return 'extension';
  return sender.tab === undefined ? undefined : 'page';
}
