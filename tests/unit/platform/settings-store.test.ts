import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { defaultSettings, type Settings } from '@/core/settings.ts';
import { withSite } from '@/core/settings-on-site.ts';
import { changeSettings, loadSettings, SettingsNotStored, watchSettings } from '@/platform/settings-store.ts';

const { sync, local } = fakeBrowser.storage;

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.restoreAllMocks());

const pause = () => changeSettings((settings) => ({ ...settings, paused: true }));
const full = async () => {
  throw new Error('QUOTA_BYTES quota exceeded');
};

test('a fresh install has the defaults', async () => expect(await loadSettings()).toEqual(defaultSettings));

test('a change is stored and told to watchers until they stop', async () => {
  const seen: Settings[] = [];
  const watching = new AbortController();
  watchSettings((settings) => seen.push(settings), watching.signal);
  await vi.waitFor(() => expect(seen).toEqual([defaultSettings]));
  await pause();
  await changeSettings((settings) => ({ ...settings, marks: 'element' }));
  await changeSettings((settings) => ({ ...settings, paused: false }));
  watching.abort();
  await changeSettings(() => defaultSettings);
  expect(seen.slice(1)).toEqual([
    { ...defaultSettings, paused: true },
    { ...defaultSettings, paused: true, marks: 'element' },
    { ...defaultSettings, marks: 'element' },
  ]);
  expect(await sync.get(null)).toEqual({});
});

test('a change while the settings are being read for the first time is not missed', async () => {
  const seen: Settings[] = [];
  const read = sync.get.bind(sync);
  vi.spyOn(sync, 'get').mockImplementationOnce(async (keys) => {
    const before = await read(keys);
    await sync.set({ paused: true });
    return before;
  });
  watchSettings((settings) => seen.push(settings), AbortSignal.timeout(10_000));
  await vi.waitFor(() => expect(seen.at(-1)).toEqual({ ...defaultSettings, paused: true }));
});

test('fifty windows that change different things at once lose nothing', async () => {
  const hosts = Array.from({ length: 50 }, (_, index) => `site-${index}.org`);
  await Promise.all([
    ...hosts.map((host) => changeSettings((settings) => withSite(settings, host, 'off'))),
    pause(),
    changeSettings((settings) => ({ ...settings, density: 'page' })),
  ]);
  const settings = await loadSettings();
  expect([...settings.sites.keys()].sort()).toEqual(hosts.sort());
  expect(settings).toMatchObject({ paused: true, density: 'page' });
});

test('another computer that changes something else in between loses nothing', async () => {
  await changeSettings((settings) => ({ ...settings, density: 'page' }));
  const write = sync.set.bind(sync);
  vi.spyOn(sync, 'set').mockImplementationOnce(async (items) => {
    await write({ badge: true });
    await write(items);
  });
  await pause();
  expect(await loadSettings()).toEqual({ ...defaultSettings, density: 'page', badge: true, paused: true });
});

test('what version 1 stored is read, and stored anew with the next change', async () => {
  await local.set({ settings: { version: 1, paused: true, pausedSites: ['a.org'], marks: 'element' } });
  const before = {
    ...defaultSettings,
    paused: true,
    marks: 'element',
    sites: new Map([['a.org', { mode: 'off' }]]),
  };
  expect(await loadSettings()).toEqual(before);
  await changeSettings((settings) => ({ ...settings, paused: false }));
  expect(await loadSettings()).toEqual({ ...before, paused: false });
  expect(await local.get(null)).toEqual({});
});

test('what sync refuses is kept on this computer, and synced when it can be', async () => {
  vi.spyOn(sync, 'set').mockImplementation(full);
  const seen: Settings[] = [];
  watchSettings((settings) => seen.push(settings), AbortSignal.timeout(10_000));
  expect((await pause()).isSynced).toBe(false);
  expect(await loadSettings()).toEqual({ ...defaultSettings, paused: true });
  await vi.waitFor(() => expect(seen.at(-1)?.paused).toBe(true));
  vi.restoreAllMocks();
  const changed = await changeSettings((settings) => ({ ...settings, badge: true }));
  expect(changed).toEqual({ settings: { ...defaultSettings, paused: true, badge: true }, isSynced: true });
  expect(await sync.get(null)).toEqual({ paused: true, badge: true });
  expect(await local.get(null)).toEqual({});
});

test('back to the default is kept too where sync refuses', async () => {
  await pause();
  vi.spyOn(sync, 'remove').mockImplementation(full);
  await changeSettings((settings) => ({ ...settings, paused: false }));
  expect(await loadSettings()).toEqual(defaultSettings);
});

test('a full disk is said, and loses nothing', async () => {
  await pause();
  vi.spyOn(sync, 'set').mockImplementation(full);
  vi.spyOn(local, 'set').mockImplementation(full);
  const change = changeSettings((settings) => ({ ...settings, badge: true }));
  await expect(change).rejects.toBeInstanceOf(SettingsNotStored);
  expect(await loadSettings()).toEqual({ ...defaultSettings, paused: true });
});

test.each([
  [
    'refuses to sync',
    () => {
      vi.spyOn(sync, 'get').mockImplementation(full);
      vi.spyOn(sync, 'set').mockImplementation(full);
    },
  ],
  [
    'does not know how to sync',
    () => vi.spyOn(fakeBrowser.storage, 'sync', 'get').mockReturnValue(undefined as never),
  ],
])('a browser that %s keeps settings on this computer', async (_what, takeAway) => {
  takeAway();
  expect((await pause()).isSynced).toBe(false);
  expect(await loadSettings()).toEqual({ ...defaultSettings, paused: true });
});

test('what cannot be read is the defaults', async () => {
  await local.set({ settings: 'broken', 'settings-unsynced': 7 });
  await sync.set({ paused: 'yes', 'site:': {}, 'kind:other': true });
  expect(await loadSettings()).toEqual(defaultSettings);
});

test('what a later version stored is read as far as it is known, and left as it is', async () => {
  const later = {
    version: 3,
    density: 'paragraph',
    openAfter: 120,
    shade: 'dusk',
    'kind:device': false,
    'site:a.org': { mode: 'off', until: '2031-01-01' },
  };
  await sync.set(later);
  await local.set({ 'settings-elsewhere': { shade: 'dawn' } });
  const known = { ...defaultSettings, openAfter: 120, sites: new Map([['a.org', { mode: 'off' }]]) };
  expect(await loadSettings()).toEqual(known);
  await pause();
  expect(await loadSettings()).toEqual({ ...known, paused: true });
  expect(await sync.get(null)).toEqual({ ...later, paused: true });
  expect(await local.get(null)).toEqual({ 'settings-elsewhere': { shade: 'dawn' } });
});
