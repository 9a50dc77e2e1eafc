import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { defaultSettings, type Settings } from '@/core/settings.ts';
import { changeSettings, loadSettings, watchSettings } from '@/platform/settings-store.ts';

beforeEach(() => fakeBrowser.reset());

test('a fresh install has the defaults', async () => expect(await loadSettings()).toEqual(defaultSettings));

test('a change is stored, told to watchers, and built on what another window stored', async () => {
  const seen: Settings[] = [];
  const watching = new AbortController();
  watchSettings((settings) => seen.push(settings), watching.signal);
  await changeSettings((settings) => ({ ...settings, paused: true }));
  await changeSettings((settings) => ({ ...settings, marks: 'element' }));
  watching.abort();
  await changeSettings((settings) => ({ ...settings, paused: false }));
  expect(seen).toEqual([
    { ...defaultSettings, paused: true },
    { ...defaultSettings, paused: true, marks: 'element' },
  ]);
  expect(await loadSettings()).toEqual({ ...defaultSettings, marks: 'element' });
});

test('what cannot be read is the defaults', async () => {
  await fakeBrowser.storage.local.set({ settings: 'broken' });
  expect(await loadSettings()).toEqual(defaultSettings);
});
