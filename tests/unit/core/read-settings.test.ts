import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSettings } from '@/core/read-settings.ts';
import { defaultSettings, type SiteRule } from '@/core/settings.ts';

const sites = (...rules: readonly (readonly [string, SiteRule])[]) => ({
  ...defaultSettings,
  sites: new Map(rules),
});

test.each([
  ['nothing', undefined, defaultSettings, []],
  ['another type', 'paused', defaultSettings, []],
  ['a list', [true], defaultSettings, []],
  ['a field', { density: 'page' }, { ...defaultSettings, density: 'page' }, []],
  [
    'a broken field beside a good one',
    { paused: true, marks: 7 },
    { ...defaultSettings, paused: true },
    ['marks'],
  ],
  ['a delay in fractions', { openAfter: 99.6 }, { ...defaultSettings, openAfter: 100 }, []],
  ['delays of no use', { openAfter: -1, closeAfter: 1e9 }, defaultSettings, ['openAfter', 'closeAfter']],
  ['a delay that is no number', { openAfter: Number.NaN }, defaultSettings, ['openAfter']],
  [
    'one kind of four',
    { kinds: { trial: false, term: 'no' } },
    { ...defaultSettings, kinds: { ...defaultSettings.kinds, trial: false } },
    ['kinds.term'],
  ],
  ['rules', { sites: { 'A.org': { mode: 'off' } } }, sites(['a.org', { mode: 'off' }]), []],
  [
    'a rule with kinds',
    { sites: { '*.org': { mode: 'on', kinds: ['trial', 'trial', 'x'] } } },
    sites(['*.org', { mode: 'on', kinds: ['trial'] }]),
    [],
  ],
  [
    'broken rules',
    { sites: { 'a.org': { mode: 'never' }, '': { mode: 'off' }, 'b.org': 'off', 'c.org': { mode: 'ask' } } },
    sites(['c.org', { mode: 'ask' }]),
    ['sites.a.org', 'sites.', 'sites.b.org'],
  ],
  [
    'a name that every object has',
    { sites: { constructor: { mode: 'off' } } },
    sites(['constructor', { mode: 'off' }]),
    [],
  ],
  ['fields that it only inherits', Object.create({ paused: true }), defaultSettings, []],
  ['a prototype in JSON', JSON.parse('{"__proto__":{"paused":true}}'), defaultSettings, []],
  ['a later version', { version: 9, marks: 'element', new: 1 }, { ...defaultSettings, marks: 'element' }, []],
])('%s is read', (_what, stored, settings, refused) => {
  const heard: string[] = [];
  expect(readSettings(stored, (field) => heard.push(field))).toEqual(settings);
  expect(heard).toEqual(refused);
});

test.each([
  [
    'as it was stored',
    { version: 1, paused: true, pausedSites: [], marks: 'element' },
    { ...defaultSettings, paused: true, marks: 'element' },
  ],
  [
    'sites',
    { version: 1, paused: false, pausedSites: ['a.org', 'localhost'] },
    sites(['a.org', { mode: 'off' }], ['localhost', { mode: 'off' }]),
  ],
  ['sites of mixed types', { pausedSites: ['a.org', 3, '', 'a.org'] }, sites(['a.org', { mode: 'off' }])],
  [
    'a site with a rule of the next version',
    { pausedSites: ['a.org'], sites: { 'a.org': { mode: 'ask' } } },
    sites(['a.org', { mode: 'ask' }]),
  ],
])('version 1 is read: %s', (_what, stored, settings) => expect(readSettings(stored)).toEqual(settings));

test('anything at all is read without a throw, and reading again changes nothing', () => {
  const field = fc.constantFrom(...Object.keys(defaultSettings), 'pausedSites');
  const record = fc.dictionary(field, fc.oneof(fc.anything(), fc.dictionary(fc.string(), fc.anything())));
  fc.assert(
    fc.property(fc.oneof(fc.anything(), record), (stored) => {
      const settings = readSettings(stored);
      expect(readSettings(settings)).toEqual(settings);
      expect(Object.keys(settings).sort()).toEqual(Object.keys(defaultSettings).sort());
    }),
  );
});

test('what throws when it is looked at is nothing', () => {
  const hostile = new Proxy(
    {},
    {
      getOwnPropertyDescriptor: () => {
        throw new Error('no');
      },
    },
  );
  expect(readSettings(hostile)).toEqual(defaultSettings);
});
