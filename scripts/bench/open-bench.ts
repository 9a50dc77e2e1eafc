import { fileURLToPath } from 'node:url';
import { launch } from 'puppeteer-core';
import { build } from 'vite';
import { isRoot } from '../browser/is-root.ts';
import { requireBrowser } from '../browser/require-browser.ts';
import { servePages } from '../browser/serve-pages.ts';
import { root } from '../run.ts';
import type { BenchInPage } from './in-page.ts';

/** A page with the bench in it, in a world beside the page's own. */
export interface BenchPage {
  /** Calls one of its functions. */
  call<Name extends keyof BenchInPage>(
    name: Name,
    ...args: Parameters<BenchInPage[Name]>
  ): Promise<Awaited<ReturnType<BenchInPage[Name]>>>;
  /** What the world's heap holds after a forced collection, typed arrays included, in bytes. */
  heap(): Promise<number>;
  close(): Promise<void>;
}

/** A fresh browser with one empty page, and the bench loaded into an isolated world of it. */
export async function openBench(): Promise<BenchPage> {
  const script = await bundled(fileURLToPath(new URL('in-page.ts', import.meta.url)));
  const browser = await launch({
    executablePath: requireBrowser('chromium').path,
    headless: true,
    protocolTimeout: 600_000,
    args: ['--js-flags=--expose-gc', ...(isRoot() ? ['--no-sandbox'] : [])],
  });
  const pages = await servePages(root);
  const page = await browser.newPage();
  // A page that is isolated from all others has a clock of 5 microseconds; elsewhere it ticks every 100.
  const isolated = {
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
  };
  await page.goto(pages.add('/bench', '<!doctype html><meta charset="utf-8"><title>Bench</title>', isolated));
  await page.setViewport({ width: 1000, height: 800 });
  const session = await page.createCDPSession();
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'bench',
  });
  const evaluate = async (expression: string): Promise<unknown> => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      ...{ expression, contextId, awaitPromise: true, returnByValue: true },
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  await evaluate(script);
  return {
    // What comes back is what the function of that name gives, through JSON.
    call: (name, ...args) => evaluate(`bench.${name}(...${JSON.stringify(args)})`) as never,
    async heap() {
      await session.send('HeapProfiler.collectGarbage');
      const { usedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
      return usedSize + backingStorageSize;
    },
    async close() {
      await browser.close();
      await pages.close();
    },
  };
}

/** Bundled as the content script is: minified, for the browsers of the manifest. */
async function bundled(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { alias: { '@': root, 'mark.js': 'mark.js/dist/mark.es6.js' } },
    build: {
      write: false,
      minify: true,
      target: 'chrome128',
      lib: { entry, formats: ['iife'], name: 'bundle' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error('Nothing was built');
  return output.output[0].code;
}
