import browser from 'webextension-polyfill';

/** A record that the registry gave, as it was read. */
export interface KeptRecord {
  readonly record: unknown;
  readonly etag?: string;
  /** When the registry said so, in milliseconds since 1970. */
  readonly at: number;
}

/** Records kept for a day, over restarts of the browser. */
export interface KeptRecords {
  /** `undefined` for none, and for one that is older than a day. */
  find(id: string, now: number): Promise<KeptRecord | undefined>;
  keep(id: string, kept: KeptRecord): Promise<void>;
  /** Forgets those that are older than a day. */
  forgetOld(now: number): Promise<void>;
  /** Forgets all. */
  clear(): Promise<void>;
}

const prefix = 'registry:';
const longest = 24 * 60 * 60 * 1000;
const mostRecords = 100;
/** A record longer than this is asked for anew each time; with the most records it makes half of the store. */
const longestRecord = 50_000;

/** Keeps records in the extension's own store. A store that is full or broken keeps nothing, and nobody is told. */
export const keptRecords: KeptRecords = {
  async find(id, now) {
    try {
      const stored = await browser.storage.local.get(prefix + id);
      const kept = readKept(stored[prefix + id]);
      return kept !== undefined && isFresh(kept, now) ? kept : undefined;
    } catch {
      return undefined;
    }
  },

  async keep(id, kept) {
    if (JSON.stringify(kept).length > longestRecord) return;
    await inTurn(async () => {
      const all = await browser.storage.local.get(null);
      const others = Object.entries(all)
        .filter(([key]) => key.startsWith(prefix) && key !== prefix + id)
        .map(([key, value]) => [key, readKept(value)] as const)
        .sort(([, a], [, b]) => (b?.at ?? 0) - (a?.at ?? 0));
      const old = others.filter(
        ([, other], index) => index >= mostRecords - 1 || other === undefined || !isFresh(other, kept.at),
      );
      await browser.storage.local.remove(old.map(([key]) => key));
      await browser.storage.local.set({ [prefix + id]: kept });
    });
  },

  forgetOld: (now) =>
    inTurn(async () => {
      const all = Object.entries(await browser.storage.local.get(null));
      const old = all.filter(([key, value]) => {
        const kept = key.startsWith(prefix) ? readKept(value) : undefined;
        return key.startsWith(prefix) && !(kept && isFresh(kept, now));
      });
      await browser.storage.local.remove(old.map(([key]) => key));
    }),

  clear: () =>
    inTurn(async () => {
      const all = await browser.storage.local.get(null);
      await browser.storage.local.remove(Object.keys(all).filter((key) => key.startsWith(prefix)));
    }),
};

let turn: Promise<void> = Promise.resolve();

/** One change after the other, so that nothing is kept behind the back of what clears. */
function inTurn(change: () => Promise<void>): Promise<void> {
  // Without room a record is asked for again; one that cannot be removed is not shown after a day, nor without consent.
  turn = turn.then(change).catch(() => undefined);
  return turn;
}

/** A clock that was set back makes nothing fresh. */
const isFresh = ({ at }: KeptRecord, now: number): boolean => at <= now && now - at < longest;

function readKept(stored: unknown): KeptRecord | undefined {
  if (typeof stored !== 'object' || stored === null || !('record' in stored) || !('at' in stored))
    return undefined;
  const { record, at } = stored;
  if (typeof at !== 'number') return undefined;
  const etag = 'etag' in stored && typeof stored.etag === 'string' ? { etag: stored.etag } : {};
  return { record, at, ...etag };
}
