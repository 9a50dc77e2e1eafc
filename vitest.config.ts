import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { LongestFirst } from './tests/browser/longest-first.ts';

// WXT's plugin overwrites it, and here it is the reader's choice of a browser.
const { BROWSER = '', SOAK = '1' } = process.env;

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        plugins: [WxtVitest(), preact()],
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          allowOnly: false,
          pool: 'threads',
          // No file leaves anything that another meets: they pass in any order.
          isolate: false,
          // One for each core of a small machine: left alone vitest keeps one free.
          maxWorkers: 2,
        },
      },
      {
        resolve: { alias: { '@': import.meta.dirname } },
        test: {
          name: 'built',
          include: ['tests/built/**/*.test.ts'],
          allowOnly: false,
          fileParallelism: false,
        },
      },
      {
        resolve: { alias: { '@': import.meta.dirname } },
        test: {
          name: 'browser',
          env: { BROWSER },
          globalSetup: 'tests/browser/warm-up.ts',
          setupFiles: 'tests/browser/close-browsers.ts',
          include: ['tests/browser/**/*.test.ts'],
          allowOnly: false,
          // Browsers go from one file to the next: see tests/browser/driver/shared-driver.ts.
          isolate: false,
          // Three browsers at a time: no test measures time, and much of it is spent waiting.
          maxWorkers: 3,
          // What complained, in full.
          chaiConfig: { truncateThreshold: 0 },
          testTimeout: 60_000,
          expect: { poll: { timeout: 10_000 } },
          hookTimeout: 120_000,
        },
      },
      {
        resolve: { alias: { '@': import.meta.dirname } },
        test: {
          name: 'soak',
          env: { BROWSER, SOAK },
          globalSetup: 'tests/browser/warm-up.ts',
          include: ['tests/soak/**/*.test.ts'],
          allowOnly: false,
          testTimeout: 3_600_000,
          expect: { poll: { timeout: 10_000 } },
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
