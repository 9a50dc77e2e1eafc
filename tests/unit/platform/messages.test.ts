import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Questions } from '@/core/questions.ts';
import { answerWith, ask, BackgroundGone } from '@/platform/messages.ts';

const answer: ReturnType<Questions['entry']> = { entry: null, related: [], compiled: '2026-11-23' };
const question = { question: 'entry', with: ['term:naltrexone'] };
const own = { id: fakeBrowser.runtime.id, origin: new URL(fakeBrowser.runtime.getURL('/popup.html')).origin };
const page = { id: fakeBrowser.runtime.id, origin: 'https://example.org', tab: { id: 1 } };

beforeEach(() => fakeBrowser.reset());

describe('answerWith', () => {
  const ask = async (message: unknown, sender: object): Promise<unknown> => {
    answerWith({
      entry: {
        who: ['page'],
        read: ([id]) => (typeof id === 'string' ? [id as 'term:naltrexone'] : undefined),
        answer: () => answer,
      },
      checkTrial: { who: [], read: () => undefined, answer: () => ({ kind: 'unasked' }) },
      card: {
        who: [],
        read: () => undefined,
        answer: () => '',
      },
      checkCard: { who: [], read: () => undefined, answer: () => '' },
      againstRecords: { who: [], read: () => undefined, answer: () => [] },
      checksCards: { who: [], read: () => undefined, answer: () => ({ automatic: false }) },
      openInPopup: { who: [], read: () => undefined, answer: () => ({ opened: 'tab' }) },
      closeCards: { who: [], read: () => undefined, answer: () => ({ closed: false }) },
      abbreviations: { who: [], read: () => [], answer: () => [] },
      style: { who: [], read: () => [], answer: () => ({ css: '' }) },
    });
    const [result] = await fakeBrowser.runtime.onMessage.trigger(message, sender as never, () => undefined);
    return result;
  };

  test('answers a content script', async () => expect(await ask(question, page)).toEqual(answer));

  test.each([
    ['one of our pages, which may not ask this', question, own],
    ['another extension', question, { ...page, id: 'other' }],
    ['a sender whose origin the browser does not tell', question, { id: page.id, tab: { id: 1 } }],
    ['a web page without a tab', question, { id: page.id, origin: 'https://example.org' }],
    ['a question that does not exist', { ...question, question: 'settings' }, page],
    ['the name of an object method', { ...question, question: 'constructor' }, page],
    ['arguments of another type', { ...question, with: [{}] }, page],
    ['no arguments', { question: 'entry' }, page],
    ['no message', null, page],
    ['a string', 'entry', page],
  ])('says nothing to %s', async (_who, message, sender) => {
    expect(await ask(message, sender)).toBeUndefined();
  });
});

describe('ask', () => {
  afterEach(() => vi.restoreAllMocks());

  test.each([
    ['at once', [async () => answer], 1],
    ['after a lost answer', [async () => undefined, async () => answer], 2],
    ['after two lost answers', [async () => undefined, async () => undefined, async () => answer], 3],
    [
      'after an error',
      [() => Promise.reject(new Error('Receiving end does not exist')), async () => answer],
      2,
    ],
  ])('has the answer %s', async (_when, replies, asked) => {
    const send = vi.spyOn(fakeBrowser.runtime, 'sendMessage');
    for (const reply of replies) send.mockImplementationOnce(reply);
    expect(await ask('entry', 'term:naltrexone')).toEqual(answer);
    expect(send).toHaveBeenCalledTimes(asked);
  });

  test('has the answer after a silence that would not end', async () => {
    vi.useFakeTimers();
    const send = vi.spyOn(fakeBrowser.runtime, 'sendMessage');
    for (const reply of [() => new Promise<never>(() => undefined), async () => answer])
      send.mockImplementationOnce(reply);
    const asking = ask('entry', 'term:naltrexone');
    await vi.runAllTimersAsync();
    vi.useRealTimers();
    expect(await asking).toEqual(answer);
  });

  test('says so when the background is gone', async () => {
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValue(undefined);
    await expect(ask('entry', 'term:naltrexone')).rejects.toBeInstanceOf(BackgroundGone);
  });
});
