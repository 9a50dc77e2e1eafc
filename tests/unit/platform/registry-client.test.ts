import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { FetchedRecord } from '@/platform/fetch-record.ts';
import { keptRecords } from '@/platform/kept-records.ts';
import { createRegistryClient, type RegistryClient } from '@/platform/registry-client.ts';
import { recordOf } from '@/tests/fixtures/registry-answers.ts';

const id = 'NCT03418623';
const day = 24 * 60 * 60 * 1000;
const begun = Date.UTC(2026, 10, 23, 12);
const plainly = { again: false, isPrivate: false };
const again = { again: true, isPrivate: false };

/** A client with a clock that moves only when it waits, and a registry that answers as it is told. */
function makeClient(answers: (asked: number) => FetchedRecord | Promise<FetchedRecord>, lastAt?: number) {
  const world = {
    now: begun,
    may: 'yes' as 'yes' | 'no-consent' | 'no-permission',
    sent: [] as { id: string; etag: string | undefined; at: number }[],
  };
  let last = lastAt ?? Number.NEGATIVE_INFINITY;
  const client: RegistryClient = createRegistryClient({
    fetchRecord: async (asked, etag) => {
      world.sent.push({ id: asked, etag, at: world.now - begun });
      return answers(world.sent.length);
    },
    kept: keptRecords,
    lastRequest: {
      when: async () => last,
      is: async (at) => {
        last = at;
      },
    },
    mayAsk: async () => world.may,
    now: () => world.now,
    wait: async (milliseconds) => {
      world.now += milliseconds;
    },
  });
  return { client, world };
}
const record = (of = id, etag?: string): FetchedRecord => ({
  kind: 'record',
  json: recordOf(of),
  ...(etag !== undefined && { etag }),
});
const stored = async (): Promise<string[]> => Object.keys(await fakeBrowser.storage.local.get(null));

beforeEach(() => fakeBrowser.reset());

test('a record is answered, and kept for a day', async () => {
  const { client, world } = makeClient(() => record());
  const first = await client.check(id, plainly);
  expect(first).toMatchObject({ kind: 'answered', facts: { id }, at: begun, isKept: false });
  world.now += day - 1;
  expect(await client.check(id, plainly)).toMatchObject({ kind: 'answered', at: begun, isKept: true });
  expect(world.sent).toHaveLength(1);
  world.now += 1;
  await client.check(id, plainly);
  expect(world.sent).toHaveLength(2);
});

test('what is kept outlives the background', async () => {
  await makeClient(() => record()).client.check(id, plainly);
  const { client, world } = makeClient(() => record());
  expect(await client.check(id, plainly)).toMatchObject({ kind: 'answered', isKept: true });
  expect(world.sent).toEqual([]);
});

test('asked again it sends the etag, and keeps what is unchanged for another day', async () => {
  const { client, world } = makeClient((asked) => (asked === 1 ? record(id, '"v1"') : { kind: 'unchanged' }));
  await client.check(id, plainly);
  world.now += day / 2;
  expect(await client.check(id, again)).toMatchObject({
    kind: 'answered',
    isKept: true,
    at: begun + day / 2,
  });
  expect(world.sent.map(({ etag }) => etag)).toEqual([undefined, '"v1"']);
});

test.each([
  ['no-consent', 'consent'],
  ['no-permission', 'permission'],
] as const)('with %s nothing is sent, and nothing kept is shown', async (may, missing) => {
  const { client, world } = makeClient(() => record());
  await client.check(id, plainly);
  world.may = may;
  expect(await client.check(id, plainly)).toEqual({ kind: 'not-allowed', missing });
  expect(world.sent).toHaveLength(1);
});

test('in a private window nothing is kept, and nothing kept is looked at', async () => {
  const { client, world } = makeClient(() => record());
  expect(await client.check(id, { again: false, isPrivate: true })).toMatchObject({ kind: 'answered' });
  expect(await stored()).toEqual([]);
  await client.check(id, plainly);
  await client.check(id, { again: false, isPrivate: true });
  expect(world.sent).toHaveLength(3);
});

test('one request is under way for an identifier, whoever asks', async () => {
  const { client, world } = makeClient(() => record());
  const answers = await Promise.all([1, 2, 3, 4].map(() => client.check(id, plainly)));
  expect(world.sent).toHaveLength(1);
  expect(answers.every((answer) => answer === answers[0])).toBe(true);
});

test('a private window and another share the request; what it gave is kept for the other', async () => {
  const { client, world } = makeClient(() => record());
  const wishes = [{ again: false, isPrivate: true }, plainly, again];
  const [first, ...others] = await Promise.all(wishes.map((wish) => client.check(id, wish)));
  expect(first).toMatchObject({ kind: 'answered' });
  expect(others).toEqual([first, first]);
  expect(world.sent).toHaveLength(1);
  expect(await stored()).toEqual([`registry:${id}`]);
});

test('a background that was started anew waits for the second to pass', async () => {
  const { client, world } = makeClient(() => record(), begun - 400);
  await client.check(id, plainly);
  expect(world.sent.map(({ at }) => at)).toEqual([600]);
});

test('a clock that was set back keeps nobody waiting for longer than a second', async () => {
  const { client, world } = makeClient(() => record(), begun + day);
  await client.check(id, plainly);
  expect(world.sent.map(({ at }) => at)).toEqual([1000]);
});

test('requests begin a second apart', async () => {
  const { client, world } = makeClient(() => ({ kind: 'refused', status: 404 }));
  await Promise.all([1, 2, 3, 4].map((number) => client.check(`NCT0000000${number}`, plainly)));
  expect(world.sent.map(({ at }) => at)).toEqual([0, 1000, 2000, 3000]);
});

describe('what the registry answers', () => {
  test.each<[what: string, answers: FetchedRecord[], outcome: object, sent: number]>([
    ['no such record', [{ kind: 'refused', status: 404 }], { kind: 'no-such-record' }, 1],
    ['malformed', [{ kind: 'refused', status: 400 }], { kind: 'failed', why: 'malformed' }, 1],
    [
      'too many requests, then a record',
      [{ kind: 'refused', status: 429 }, record()],
      { kind: 'answered' },
      2,
    ],
    [
      'broken throughout',
      [503, 503, 503].map((status) => ({ kind: 'refused', status })),
      { kind: 'failed', why: 'busy' },
      3,
    ],
    [
      'nothing for ten seconds',
      [{ kind: 'broke', why: 'timed-out' }],
      { kind: 'failed', why: 'timed-out' },
      1,
    ],
    ['offline', [{ kind: 'broke', why: 'offline' }], { kind: 'failed', why: 'offline' }, 1],
    ['50 MB', [{ kind: 'broke', why: 'too-large' }], { kind: 'failed', why: 'too-large' }, 1],
    ['something else', [{ kind: 'record', json: {} }], { kind: 'failed', why: 'unreadable' }, 1],
    ['another trial', [record('NCT00763412')], { kind: 'failed', why: 'unreadable' }, 1],
    ['unchanged, where nothing is kept', [{ kind: 'unchanged' }], { kind: 'failed', why: 'unreadable' }, 1],
  ])('%s', async (_what, answers, outcome, sent) => {
    const { client, world } = makeClient((asked) => answers[asked - 1] ?? { kind: 'refused', status: 418 });
    expect(await client.check(id, plainly)).toMatchObject(outcome);
    expect(world.sent).toHaveLength(sent);
  });

  test('it is asked again later each time it is busy', async () => {
    const { client, world } = makeClient(() => ({ kind: 'refused', status: 429 }));
    await client.check(id, plainly);
    expect(world.sent.map(({ at }) => at)).toEqual([0, 2000, 6000]);
  });
});

test('consent that is taken back ends what is under way and forgets what is kept', async () => {
  let answerLate: (late: FetchedRecord) => void = () => undefined;
  const late = new Promise<FetchedRecord>((resolve) => {
    answerLate = resolve;
  });
  const { client } = makeClient((asked) => (asked === 1 ? record() : late));
  await client.check(id, plainly);
  const pending = client.check('NCT00763412', plainly);
  await client.revoke();
  answerLate(record('NCT00763412'));
  expect(await pending).toEqual({ kind: 'not-allowed', missing: 'consent' });
  expect(await stored()).toEqual([]);
});

test('consent that is given again asks anew, whatever was under way', async () => {
  const { client, world } = makeClient((asked) => (asked === 1 ? new Promise(() => undefined) : record()));
  void client.check(id, plainly);
  while (world.sent.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  await client.revoke();
  expect(await client.check(id, plainly)).toMatchObject({ kind: 'answered' });
});

test('nothing is kept behind the back of what forgets', async () => {
  const keeping = keptRecords.keep(id, { record: {}, at: begun });
  const clearing = keptRecords.clear();
  await Promise.all([keeping, clearing]);
  expect(await stored()).toEqual([]);
});

test('consent that is gone when the turn comes sends nothing', async () => {
  const { client, world } = makeClient(() => {
    world.may = 'no-consent';
    return record();
  });
  const [first, second] = await Promise.all([id, 'NCT00763412'].map((each) => client.check(each, plainly)));
  expect(first).toMatchObject({ kind: 'answered' });
  expect(second).toEqual({ kind: 'not-allowed', missing: 'consent' });
  expect(world.sent).toHaveLength(1);
});

describe('what is kept', () => {
  test('is bounded: the oldest go', async () => {
    for (let at = 0; at < 130; at++)
      await keptRecords.keep(`NCT${10_000_000 + at}`, { record: {}, at: begun + at });
    expect(await stored()).toHaveLength(100);
    expect(await keptRecords.find('NCT10000000', begun + 130)).toBeUndefined();
    expect(await keptRecords.find('NCT10000129', begun + 130)).toBeDefined();
  });

  test('goes when it is old, and nothing else goes with it', async () => {
    await keptRecords.keep(id, { record: {}, at: begun });
    await keptRecords.keep('NCT00763412', { record: {}, at: begun + 1 });
    await fakeBrowser.storage.local.set({ registryConsent: {}, 'registry:NCT00000001': 'spoilt' });
    await keptRecords.forgetOld(begun + day);
    expect((await stored()).sort()).toEqual(['registry:NCT00763412', 'registryConsent']);
  });

  test('is not one record that is too long', async () => {
    await keptRecords.keep(id, { record: 'x'.repeat(60_000), at: begun });
    expect(await stored()).toEqual([]);
  });

  test('is nothing from a future that has not come', async () => {
    await keptRecords.keep(id, { record: {}, at: begun + 1000 });
    expect(await keptRecords.find(id, begun)).toBeUndefined();
  });

  test.each([[null], ['x'], [{}], [{ record: {}, at: 'now' }], [[]]])('is not %j', async (value) => {
    await fakeBrowser.storage.local.set({ [`registry:${id}`]: value });
    expect(await keptRecords.find(id, begun)).toBeUndefined();
  });

  test('that is no record any more is asked for anew', async () => {
    await keptRecords.keep(id, { record: { spoilt: true }, at: begun, etag: '"v1"' });
    const { client, world } = makeClient(() => record());
    expect(await client.check(id, plainly)).toMatchObject({ kind: 'answered', isKept: false });
    expect(world.sent).toEqual([{ id, etag: undefined, at: 0 }]);
  });
});
