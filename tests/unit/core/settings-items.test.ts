import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSettings } from '@/core/read-settings.ts';
import { defaultSettings } from '@/core/settings.ts';
import { readSettingsFile, writeSettingsFile } from '@/core/settings-file.ts';
import { changedItems, itemsOf, settingsFrom } from '@/core/settings-items.ts';

const mode = fc.constantFrom('on', 'off', 'ask');
const kinds = fc.subarray(['term', 'condition', 'trial', 'topic']);
const anySettings = fc
  .record({
    paused: fc.boolean(),
    density: fc.constantFrom('every', 'section', 'page'),
    openAfter: fc.nat(3000),
    marks: fc.constantFrom('highlight', 'element'),
    kinds: fc.record({ term: fc.boolean(), trial: fc.boolean() }),
    sites: fc.dictionary(fc.domain(), fc.record({ mode, kinds }, { requiredKeys: ['mode'] })),
  })
  .map((stored) => readSettings(stored));

test('defaults are stored as nothing', () => expect(itemsOf(defaultSettings)).toEqual({}));

test('settings come back from their parts, and from their file', () => {
  fc.assert(
    fc.property(anySettings, (settings) => {
      expect(settingsFrom(JSON.parse(JSON.stringify(itemsOf(settings))))).toEqual(settings);
      expect(readSettingsFile(writeSettingsFile(settings))).toEqual({ kind: 'read', settings, refused: [] });
    }),
  );
});

test('what changed leads from one to the other, and no part nears 8 kB', () => {
  fc.assert(
    fc.property(anySettings, anySettings, (from, to) => {
      const changed = changedItems(from, to);
      expect(settingsFrom({ ...itemsOf(from), ...changed })).toEqual(to);
      for (const [key, value] of Object.entries(changed)) {
        expect(key.length + JSON.stringify(value).length).toBeLessThan(500);
      }
    }),
  );
});

test('any parts are read without a throw', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.oneof(fc.string(), fc.constantFrom('density', 'kind:term', 'site:a.org', '__proto__')),
        fc.anything(),
      ),
      (items) => {
        expect(readSettings(settingsFrom(items))).toEqual(settingsFrom(items));
      },
    ),
  );
});

test.each([
  ['nothing', '', 'not-json'],
  ['no JSON', '{', 'not-json'],
  ['other JSON', '{"paused":true}', 'other-file'],
  ['a list', '[]', 'other-file'],
  ['null', 'null', 'other-file'],
  ['too much', ' '.repeat(3_000_000), 'too-large'],
])('a file with %s says why it is none', (_what, text, why) =>
  expect(readSettingsFile(text)).toEqual({ kind: 'unreadable', why }),
);

test('a file tells what could not be read, and the rest is read', () => {
  const text = JSON.stringify({ format: 'naltrexone-gloss-settings', paused: true, density: 3, fancy: 1 });
  expect(readSettingsFile(text)).toEqual({
    kind: 'read',
    settings: { ...defaultSettings, paused: true },
    refused: ['fancy', 'density'],
  });
});
