import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import type { TestProject } from 'vitest/node';
import { requireBrowser } from '../../scripts/browser/require-browser.ts';

/** Before all browser tests: a Firefox is started and closed, and what it put by is what all the others start with. */
export async function setup(project: TestProject): Promise<() => void> {
  const path = mkdtempSync(join(tmpdir(), 'gloss-firefox-'));
  const { path: executablePath } = requireBrowser('firefox', project.config.env);
  const browser = await launch({ browser: 'firefox', executablePath, headless: true, userDataDir: path });
  // It goes on writing for a moment, what the next start reads.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await browser.close();
  project.provide('warmProfile', path);
  return () => rmSync(path, { recursive: true, force: true });
}
