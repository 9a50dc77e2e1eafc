// A new permission disables the extension for everyone until they agree: whatever changes here must be meant.
import { expect, test } from 'vitest';
import { builtFile } from './built-file.ts';

const kinds = ['chromium', 'firefox'] as const;
const manifest = (kind: (typeof kinds)[number]): Record<string, unknown> =>
  JSON.parse(builtFile(kind, 'manifest.json'));

test.each(kinds)('asks for little in %s', (kind) => {
  const { permissions, optional_host_permissions, content_scripts, content_security_policy } = manifest(kind);
  expect({ permissions, optional_host_permissions, content_scripts, content_security_policy }).toEqual({
    permissions: ['storage', 'activeTab', 'scripting'],
    optional_host_permissions: ['https://clinicaltrials.gov/*'],
    content_scripts: [
      {
        matches: ['file:///*', 'http://*/*', 'https://*/*'],
        all_frames: true,
        match_about_blank: true,
        js: ['content-scripts/content.js'],
      },
    ],
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src https://clinicaltrials.gov; " +
        "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
  });
});

test.each(kinds)('opens no other door in %s', (kind) => {
  expect(Object.keys(manifest(kind)).sort()).toEqual(
    [
      ...['action', 'background', 'commands', 'content_scripts', 'content_security_policy', 'description'],
      ...['icons', 'manifest_version', 'name', 'optional_host_permissions', 'options_ui'],
      ...['permissions', 'version'],
      ...(kind === 'firefox' ? ['browser_specific_settings'] : ['key', 'minimum_chrome_version']),
    ].sort(),
  );
});

test('says in Firefox that it collects nothing', () => {
  expect(manifest('firefox').browser_specific_settings).toEqual({
    gecko: {
      id: '@naltrexone-gloss',
      strict_min_version: '142.0',
      data_collection_permissions: { required: ['none'], optional: ['websiteContent'] },
    },
  });
});

test.each(kinds)('has nothing that could ask the network in its content script in %s', (kind) => {
  const script = builtFile(kind, 'content-scripts/content.js');
  const ways =
    /\bfetch\(|XMLHttpRequest|WebSocket|WebTransport|EventSource|sendBeacon|new Image\b|importScripts/g;
  expect(script.match(ways)).toBeNull();
});

test.each(kinds)('leaves zod out of every page in %s', (kind) => {
  expect(builtFile(kind, 'content-scripts/content.js')).not.toMatch(/Zod|invalid_type/);
});
