import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { basename } from 'node:path';
import type { Browser, CDPSession } from 'puppeteer-core';
import type { Mention } from '../../core/mention.ts';
import type { WholeReading } from '../../explaining/explain-page.ts';
import { launchBrowser } from '../browser/launch-browser.ts';
import { requireBrowser } from '../browser/require-browser.ts';
import { buildExtension, builtExtension } from '../build-extension.ts';
import { type ScannedDocument, scanned } from './scan-result.ts';

/** So many windows read at once: while one waits for the disk, another works. */
const windows = 4;

/** Saved pages stay as they were saved: none of their scripts runs, and nothing is loaded from anywhere. */
const policy = "default-src 'none'; style-src 'unsafe-inline'";

/** What the page's own text holds. */
interface PageContent {
  readonly mentions: readonly { readonly mention: Mention; readonly words: string }[];
  readonly definitions: ScannedDocument['definitions'];
}

/** Opens saved pages in a headless Chromium with the extension built from here, and gives what it found in each. */
export async function scanPages(files: readonly string[]): Promise<ScannedDocument[]> {
  if (files.length === 0) return [];
  const { code, output } = await buildExtension('chromium');
  if (code !== 0) throw new Error(output);
  const server = await serve(files);
  const { browser, extensionOrigin } = await launchBrowser(
    requireBrowser('chromium'),
    builtExtension('chromium'),
    true,
  );
  try {
    const documents: ScannedDocument[] = [];
    const waiting = files.entries();
    const readNext = async (): Promise<void> => {
      const read = await openWindow(browser, extensionOrigin);
      for (const [index, file] of waiting) {
        const { mentions, definitions } = await read(`${server.origin}/${index}`);
        documents[index] = {
          id: basename(file),
          mentions: mentions.flatMap(({ mention, words }) => scanned(mention, words)),
          definitions,
        };
      }
    };
    await Promise.all(Array.from({ length: Math.min(windows, files.length) }, readNext));
    return documents;
  } finally {
    await browser.close();
    server.close();
  }
}

async function serve(files: readonly string[]): Promise<{ readonly origin: string; close(): void }> {
  const server: Server = createServer((request, response) => {
    const file = files[Number(request.url?.slice(1))];
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    readFile(file).then(
      (content) => {
        const kind = /\.xhtml$/i.test(file) ? 'application/xhtml+xml' : 'text/html';
        // A page that names its encoding is believed; saved pages that do not are UTF-8.
        const namesEncoding = /charset=|encoding=/i.test(content.toString('latin1', 0, 2048));
        response
          .writeHead(200, {
            'content-type': namesEncoding ? kind : `${kind}; charset=utf-8`,
            'content-security-policy': policy,
          })
          .end(content);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The page server got no port.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A window of its own, since nothing is read in a hidden tab. Gives what reads the page of an address. */
async function openWindow(
  browser: Browser,
  extensionOrigin: string,
): Promise<(address: string) => Promise<PageContent>> {
  const page = await browser.newPage({ type: 'window' });
  const session = await page.createCDPSession();
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  const ourWorld = followWorld(session, extensionOrigin);
  await session.send('Runtime.enable');
  await session.send('Page.enable');
  return async (address) => {
    const world = ourWorld();
    const { errorText } = await session.send('Page.navigate', { url: address });
    if (errorText !== undefined) throw new Error(`${address}: ${errorText}`);
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression: `(${whatIsFound.toString()})()`,
      contextId: await world,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as PageContent;
  };
}

/** Gives the content script's world in the next page of the window. */
function followWorld(session: CDPSession, extensionOrigin: string): () => Promise<number> {
  let found: (world: number) => void = () => undefined;
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === extensionOrigin && context.auxData?.type === 'isolated') found(context.id);
  });
  return () =>
    new Promise((resolve) => {
      found = resolve;
    });
}

/** Runs in the content script's world: what was found in the text of the body, where it stands there. */
async function whatIsFound(): Promise<PageContent> {
  const key = Symbol.for('naltrexone-gloss reading');
  const world = globalThis as { [key]?: () => Promise<WholeReading> };
  while (document.readyState === 'loading' || world[key] === undefined)
    await new Promise((resolve) => setTimeout(resolve, 2));
  const { occurrences, definitions } = await world[key]();
  const starts = new Map<Node, number>();
  let length = 0;
  const texts = document.createTreeWalker(
    document.body,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION,
  );
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    starts.set(text, length);
    length += text.nodeValue?.length ?? 0;
  }
  const whole = document.body.textContent ?? '';
  return {
    mentions: occurrences.flatMap(({ mention, place }) => {
      const from = starts.get(place.start.node);
      const to = starts.get(place.end.node);
      // What lies in a shadow tree is no part of the text.
      if (from === undefined || to === undefined) return [];
      const [start, end] = [from + place.start.offset, to + place.end.offset];
      const { entryIds, reason } = mention;
      return [
        { mention: { start, end, entryIds, ...(reason && { reason }) }, words: whole.slice(start, end) },
      ];
    }),
    definitions: definitions.map(({ shortForm, longForm }) => [shortForm, longForm] as const),
  };
}
