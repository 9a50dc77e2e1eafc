import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [WxtVitest(), preact()],
        test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], allowOnly: false },
      },
      {
        plugins: [WxtVitest()],
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          allowOnly: false,
          // One browser at a time and no retry: two on two cores disturb each other's timing.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
