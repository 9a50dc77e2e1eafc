import { expect, test } from 'vitest';
import { defaultSettings, type SiteRule } from '@/core/settings.ts';
import { settingsOnSite, withSite } from '@/core/settings-on-site.ts';

const rules: [string, SiteRule][] = [
  ['*', { mode: 'ask' }],
  ['*.example.org', { mode: 'off' }],
  ['open.example.org', { mode: 'on', kinds: ['trial'] }],
  ['*.nih.gov', { mode: 'on' }],
];
const settings = { ...defaultSettings, sites: new Map(rules) };

test.each([
  ['no rule', defaultSettings, ['a.org'], 'on'],
  ['a rule for all', settings, ['a.org'], 'ask'],
  ['a rule that says more', settings, ['www.example.org'], 'off'],
  ['a rule that says most', settings, ['open.example.org'], 'on'],
  ['a file', settings, [''], 'ask'],
  ['a frame of a site that is off, on one that is on', settings, ['example.org', 'nih.gov'], 'off'],
  ['a frame of a site that is on, on one that asks', settings, ['nih.gov', 'a.org'], 'ask'],
  ['pausing everything', { ...settings, paused: true }, ['nih.gov'], 'off'],
] as const)('%s', (_what, given, hosts, mode) => expect(settingsOnSite(given, hosts).mode).toBe(mode));

test('kinds are those of everywhere, or those of the site', () => {
  const given = { ...settings, kinds: { ...settings.kinds, topic: false } };
  expect([...settingsOnSite(given, ['a.org']).kinds]).toEqual(['term', 'condition', 'trial']);
  expect([...settingsOnSite(given, ['open.example.org']).kinds]).toEqual(['trial']);
});

test('a site is switched alone, and back without a trace', () => {
  const off = withSite(withSite(defaultSettings, 'a.org', 'off'), 'b.org', 'ask');
  expect(['a.org', 'b.org', 'c.org'].map((host) => settingsOnSite(off, [host]).mode)).toEqual([
    'off',
    'ask',
    'on',
  ]);
  expect(withSite(withSite(off, 'a.org', 'on'), 'b.org', 'on')).toEqual(defaultSettings);
});

test('a site is switched on against a rule for many, and its kinds stay', () => {
  expect(settingsOnSite(withSite(settings, 'www.example.org', 'on'), ['www.example.org']).mode).toBe('on');
  expect(withSite(settings, 'open.example.org', 'off').sites.get('open.example.org')).toEqual({
    mode: 'off',
    kinds: ['trial'],
  });
});
