import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { findBrowser } from './scripts/browser/find-browser.ts';
import { hasDisplay } from './scripts/browser/has-display.ts';
import { isRoot } from './scripts/browser/is-root.ts';
import { leaveOutMethods } from './scripts/build/leave-out-methods.ts';
import { minifyAgain } from './scripts/build/minify-again.ts';

/** What goes to the stores has no fixed id: they give one. Not a mode of its own: only `production` builds for readers. */
const forStores = process.argv.includes('zip');

/** Public half of a throw-away key: it fixes the extension id of development builds in Chromium. */
const developmentKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAxFC36QkuFPu99xmCNBBTdLnjvKd/slP6aRYhsC/qJ8h05NgixBleeb+7GmwBlETav9Yb5dlz4oUXL9kTB/OyUxzmsrcEdViAbUjTsebX8QM9XeiOEU74NmQfpkuI2TmtsF5Li2sqgS5P+0mXD7y3tKaXdB3iHtNBvr4CMrgkan7jKCXL1jSOJJ5dWU1oNwAyq5i9nsQ5HCEpjqZf6tTZ71B7WVAkG6IQB28vzBaj6qWw/EiLrp/YAwJRewJWLPuCALIdwf4DZJjZ4DPuU9Wmt1ML+hnQjRl+c3zb061QvELdSl/n9rluwEGMxmOwpCjjLJM7Hvw9QMPrhI9HsweO1QIDAQAB';

/** The one host that is asked about trials, and only when the reader has allowed it. */
const registry = 'https://clinicaltrials.gov';

/** Extension pages load only what lies in the package and talk to nobody but the registry. */
const extensionPagesPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  `connect-src ${registry}`,
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const ownPath = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  outDirTemplate: `{{browser}}-mv{{manifestVersion}}{{modeSuffix}}${forStores ? '-store' : ''}`,
  modules: ['@wxt-dev/webextension-polyfill'],
  // `npm run dev` opens the browser that is here; where none can be shown it builds and waits to be loaded by hand.
  webExt: {
    disabled: !hasDisplay(),
    binaries: { chrome: findBrowser('chromium')?.path ?? '', firefox: findBrowser('firefox')?.path ?? '' },
    ...(isRoot() && { chromiumArgs: ['--no-sandbox'] }),
  },
  vite: ({ command }) => ({
    plugins: [
      preact(),
      // In pages mark.js is given ranges; to look for words is what the rest of it is for.
      leaveOutMethods('/mark.js/src/lib/mark.js', [
        ...['mark', 'markRegExp', 'unmark', 'unwrapMatches', 'normalizeTextNode'],
        ...['wrapMatches', 'wrapMatchesAcrossElements', 'getSeparatedKeywords'],
        ...['escapeStr', 'createRegExp', 'createSynonymsRegExp', 'processSynomyms'],
        ...['setupWildcardsRegExp', 'createWildcardsRegExp', 'setupIgnoreJoinersRegExp'],
        ...[
          'createJoinersRegExp',
          'createDiacriticsRegExp',
          'createMergedBlanksRegExp',
          'createAccuracyRegExp',
        ],
      ]),
      // Nor does it look into frames: each has a content script of its own.
      leaveOutMethods('/mark.js/src/lib/domiterator.js', [
        ...['getIframeContents', 'isIframeBlank', 'observeIframeLoad', 'onIframeReady', 'waitForIframes'],
        ...['forEachIframe', 'createInstanceOnIframe', 'compareNodeIframe', 'checkIframeFilter'],
        'handleOpenIframes',
      ]),
      command === 'build' && minifyAgain('/entrypoints/content/'),
    ],
    // The oldest browsers of the manifest below.
    build: { target: ['chrome128', 'firefox142'] },
    resolve: {
      alias: {
        // mark.js from its own modules: what it ships in one file carries helpers for old browsers or old loaders.
        'mark.js': 'mark.js/src/lib/mark.js',
        'wxt/utils/content-script-context': ownPath('platform/silent-content-script-context.ts'),
      },
    },
  }),
  manifest: ({ browser, command }) => ({
    name: 'Naltrexone Gloss',
    permissions: ['storage', 'activeTab', 'scripting'],
    optional_host_permissions: [`${registry}/*`],
    commands: {
      'next-mention': {
        description: 'Go to the next marked word',
        suggested_key: { default: 'Alt+Shift+J' },
      },
      'previous-mention': {
        description: 'Go to the previous marked word',
        suggested_key: { default: 'Alt+Shift+K' },
      },
      _execute_action: { suggested_key: { default: 'Alt+Shift+G' } },
      'list-mentions': {
        description: 'List the marked words of the page',
        suggested_key: { default: 'Alt+Shift+L' },
      },
      // Chrome suggests four keys at most; readers give these one where they want it.
      'open-mention': { description: 'Explain the selected or nearest marked word' },
      'toggle-marks': { description: 'Switch marking off everywhere, or on again' },
    },
    // The development server needs connections, so the strict policy is for what is built.
    ...(command === 'build' && { content_security_policy: { extension_pages: extensionPagesPolicy } }),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: '@naltrexone-gloss',
              strict_min_version: '142.0',
              // What is sent when the reader asks about a trial: its identifier, as the page has it.
              data_collection_permissions: { required: ['none'], optional: ['websiteContent'] },
            },
          },
        }
      : {
          // document.caretPositionFromPoint: 128 (CSS.highlights: 105, popover: 114).
          minimum_chrome_version: '128',
          ...(!forStores && { key: developmentKey }),
        }),
  }),
  hooks: {
    'vite:build:extendConfig': (entrypoints, config) => {
      if (entrypoints.every(({ type }) => type === 'content-script')) {
        config.resolve ??= {};
        config.resolve.alias = {
          ...config.resolve.alias,
          // The polyfill only brings promises to old browsers; pages need not carry it.
          'webextension-polyfill': ownPath('platform/native-browser.ts'),
          // Cards come as data and are drawn by a page of code (decision 0009).
          'preact/jsx-runtime': ownPath('components/plain-jsx.ts'),
        };
      }
    },
  },
  zip: {
    artifactTemplate: '{{name}}-{{packageVersion}}-{{browser}}.zip',
    sourcesTemplate: '{{name}}-{{packageVersion}}-sources.zip',
    // All that a rebuild needs, named one by one: whatever else lies in the folder stays out.
    includeSources: [
      '{assets,components,core,data,entrypoints,explaining,page,platform,public,scripts}/**',
      '{package,package-lock,tsconfig,biome,knip}.json',
      '{wxt,vitest}.config.ts',
      '{README,LICENSE,CHANGELOG,PRIVACY}{,.md}',
    ],
    excludeSources: ['data/compiled/**'],
  },
});
