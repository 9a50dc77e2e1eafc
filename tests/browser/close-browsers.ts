// The browsers of a process go from one test file to the next, and end with the process.
import { test } from 'vitest';
import { closeBrowsers } from './driver/shared-browser.ts';
import { closeDrivers } from './driver/shared-driver.ts';

// Two, because vitest takes a fixture only when it asks for another by name.
const inProcess = test.extend('browsers', { scope: 'worker' }, () => async () => {
  await closeBrowsers();
  await closeDrivers();
});
const ending = inProcess.extend('end', { scope: 'worker' }, ({ browsers }, { onCleanup }) => {
  onCleanup(browsers);
  return true;
});
// What nobody asks for is not set up, nor cleaned up.
ending.beforeAll(({ end }) => end);
