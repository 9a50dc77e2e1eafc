import type { CDPSession, Page, WebWorker } from 'puppeteer-core';

/** What is held after everything that nobody holds was thrown away. */
export interface HeapLevels {
  /** The page with our script in it, and all the pages before it that something still holds, in bytes. */
  readonly page: number;
  /** The extension's own: its background and its pages, in bytes. */
  readonly extension: number;
  /** What else there is to count, by name. */
  readonly counts: Readonly<Record<string, number>>;
}

// Runs in the window of Firefox itself, so it is kept as text. Compiled expressions come and go as the browser pleases. What a
// script has just looked at and what was compiled for it is kept for a moment, a quarter of a megabyte of it or nothing: when
// a second has gone by it is always let go (7 of 7 times).
const firefoxReport = `async (origin) => {
  const manager = Cc['@mozilla.org/memory-reporter-manager;1'].getService(Ci.nsIMemoryReporterManager);
  for (let round = 0; round < 4; round += 1) {
    await new Promise((done) => manager.minimizeMemoryUsage(done));
    if (round === 1) await new Promise((done) => setTimeout(done, 1500));
  }
  const levels = { page: 0, extension: 0, counts: { worlds: 0, ofWorlds: 0 } };
  const isOurWorld = (path) => path.includes('Expanded Principal') && path.includes(origin.replaceAll('/', '\\\\'));
  await new Promise((done) => manager.getReports((process, path, _kind, _units, amount) => {
    const isHeap = /^js-main-runtime\\/(realms|zones)\\//.test(path) && !path.includes('regexp-shareds');
    if (isHeap && process.startsWith('web ')) levels.page += amount;
    if (isHeap && process.startsWith('extension ')) levels.extension += amount;
    if (!isOurWorld(path)) return;
    if (path.startsWith('js-main-runtime-realms/')) levels.counts.worlds += 1;
    if (path.startsWith('explicit/')) levels.counts.ofWorlds += amount;
  }, null, done, null, false));
  return JSON.stringify(levels);
}`;

/** Levels in Firefox, as its reporters give them: the script heaps of all tabs, and of the extension's process. */
export async function firefoxLevels(
  inBrowser: (text: string, argument: string) => Promise<string>,
  extensionOrigin: string,
): Promise<HeapLevels> {
  return JSON.parse(await inBrowser(firefoxReport, extensionOrigin));
}

/**
 * Levels in Chromium: the script heap of the page's process, all worlds of it together, and that of the background, both
 * without what V8 has compiled. It goes on compiling what is used often: over 12,000 cards that was all by which the background
 * grew, and over 70 views of one document four fifths of what the page did.
 */
export async function chromiumLevels(page: Page, background: WebWorker): Promise<HeapLevels> {
  const session = await page.createCDPSession();
  const heap = await withoutCode(session);
  const { documents, nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  const withCode = await usedIn(session);
  await session.detach();
  return {
    page: heap,
    extension: await withoutCode(background.client),
    counts: { documents, nodes, listeners: jsEventListeners, withCode },
  };
}

async function usedIn(session: CDPSession): Promise<number> {
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

/** As much of a heap snapshot as is needed: each node is a row of numbers, the kind of node a number into a list. */
interface HeapSnapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly (readonly string[])[];
    };
  };
  readonly nodes: readonly number[];
}

/** After a collection: what scripts hold, but for code and for what the browser holds beside it. */
async function withoutCode(session: CDPSession): Promise<number> {
  // What one round lets go of may hold what the next one finds.
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  let text = '';
  const take = ({ chunk }: { readonly chunk: string }): void => {
    text += chunk;
  };
  session.on('HeapProfiler.addHeapSnapshotChunk', take);
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', take);
  const { snapshot, nodes }: HeapSnapshot = JSON.parse(text);
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const left = ['code', 'native'].map((name) => types[0]?.indexOf(name) ?? -1);
  if (left.includes(-1)) throw new Error('The snapshot names its nodes otherwise');
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')];
  let held = 0;
  for (let node = 0; node < nodes.length; node += fields.length)
    if (!left.includes(nodes[node + type] ?? -1)) held += nodes[node + size] ?? 0;
  return held;
}
