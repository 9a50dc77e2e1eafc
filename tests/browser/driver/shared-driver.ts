import type { BrowserKind } from '@/scripts/browser/find-browser.ts';
import { type Driver, launch } from './launch.ts';

/** Every driver of this process that may be used again. */
const shared = new Set<Driver>();
/** Those nobody uses just now. */
const idle = new Map<BrowserKind, Driver>();

/** A browser with the extension as it was just installed; started only when none was given back. */
export async function takeDriver(kind: BrowserKind): Promise<Driver> {
  const last = idle.get(kind);
  idle.delete(kind);
  if (last?.engine.browser.connected) return last;
  const driver = await launch(kind);
  shared.add(driver);
  return driver;
}

/** Keeps a browser for the next who takes one. */
export async function giveBackDriver(driver: Driver): Promise<void> {
  await driver.reset();
  idle.set(driver.kind, driver);
}

/** Ends a browser in which something was done that stays. */
export async function closeDriver(driver: Driver): Promise<void> {
  shared.delete(driver);
  await driver.close();
}

/** Ends every browser of this process, given back or not. */
export async function closeDrivers(): Promise<void> {
  idle.clear();
  for (const driver of shared) await closeDriver(driver);
}
