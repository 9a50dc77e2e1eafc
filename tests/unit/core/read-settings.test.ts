import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPaused, readSettings, withSite } from '@/core/read-settings.ts';
import { defaultSettings } from '@/core/settings.ts';

test.each([
  ['nothing', undefined, defaultSettings],
  ['another type', 'paused', defaultSettings],
  ['a broken field beside a good one', { paused: true, marks: 7 }, { ...defaultSettings, paused: true }],
  [
    'sites of mixed types',
    { pausedSites: ['a.org', 3, '', 'a.org'] },
    { ...defaultSettings, pausedSites: ['a.org'] },
  ],
  ['a later version', { version: 9, marks: 'element', new: 1 }, { ...defaultSettings, marks: 'element' }],
])('%s is read', (_what, stored, settings) => expect(readSettings(stored)).toEqual(settings));

test('anything at all is read without a throw, and reading again changes nothing', () => {
  fc.assert(
    fc.property(fc.anything(), (stored) => {
      const settings = readSettings(stored);
      expect(readSettings(settings)).toEqual(settings);
    }),
  );
});

test('a site is paused and resumed alone', () => {
  const paused = withSite(withSite(defaultSettings, 'a.org', true), 'b.org', true);
  expect([isPaused(paused, 'a.org'), isPaused(paused, 'c.org')]).toEqual([true, false]);
  expect(isPaused(withSite(paused, 'a.org', false), 'a.org')).toBe(false);
  expect(withSite(paused, 'a.org', true).pausedSites).toHaveLength(2);
});
