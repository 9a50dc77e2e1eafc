import { readRecord } from '@/core/read-record.ts';
import { type CheckEvent, nextCheck, type RegistryCheck, uncheckedRecord } from '@/core/registry-check.ts';
import type { FetchedRecord, FetchRecord } from './fetch-record.ts';
import type { KeptRecords } from './kept-records.ts';

/** How a check is asked for. */
export interface CheckWish {
  /** The registry is to be asked, whatever is kept. */
  readonly again: boolean;
  /** In a private window nothing is kept, and nothing kept is shown. */
  readonly isPrivate: boolean;
}

/** What the client needs. */
export interface RegistryClientParts {
  readonly fetchRecord: FetchRecord;
  readonly kept: KeptRecords;
  /** Looked at before every request. */
  readonly mayAsk: () => Promise<'yes' | 'no-consent' | 'no-permission'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** Asks the registry, with leave only. */
export interface RegistryClient {
  check(id: string, wish: CheckWish): Promise<RegistryCheck>;
  /** Consent was taken back: what is under way ends, what is kept is forgotten. */
  revoke(): Promise<void>;
}

/** Between the beginnings of two requests, in milliseconds. */
const leastPause = 1000;

/** Creates the client: at most one request a second, one under way for an identifier. */
export function createRegistryClient({
  fetchRecord,
  kept,
  mayAsk,
  now,
  wait,
}: RegistryClientParts): RegistryClient {
  const underWay = new Map<string, Promise<RegistryCheck>>();
  let revoking = new AbortController();
  let turn: Promise<void> = Promise.resolve();
  let lastRequest = Number.NEGATIVE_INFINITY;

  /** Sends when its turn has come, if it may still be sent then; `undefined` if not. */
  const sendInTurn = async (
    id: string,
    etag: string | undefined,
    notBefore: number,
    signal: AbortSignal,
  ): Promise<FetchedRecord | undefined> => {
    if (notBefore > now()) await wait(notBefore - now());
    let sent: Promise<FetchedRecord> | undefined;
    const own = turn.then(async () => {
      const rest = lastRequest + leastPause - now();
      if (rest > 0) await wait(Math.min(rest, leastPause));
      if (signal.aborted || (await mayAsk()) !== 'yes') return;
      lastRequest = now();
      sent = fetchRecord(id, etag, signal);
    });
    // The next one waits for this one to begin, not for its answer, and not for what went wrong with it.
    turn = own.catch(() => undefined);
    await own;
    return sent;
  };

  const answerFor = async (id: string, { again, isPrivate }: CheckWish): Promise<RegistryCheck> => {
    const { signal } = revoking;
    const before = isPrivate ? undefined : await kept.find(id, now());
    const known = before && readRecord(before.record, id, dayOf(now()));
    const knownFacts = known?.ok ? known.facts : undefined;
    let check = nextCheck(uncheckedRecord, { kind: 'asked', may: await mayAsk(), at: now() });
    if (check.kind === 'waiting' && before && knownFacts && !again)
      check = nextCheck(check, { kind: 'found-kept', facts: knownFacts, at: before.at });
    while (check.kind === 'waiting') {
      const fetched = await sendInTurn(id, knownFacts && before?.etag, check.notBefore, signal);
      // Consent may be gone by now.
      if (signal.aborted || fetched === undefined) return nextCheck(check, { kind: 'revoked' });
      const at = now();
      let event: CheckEvent;
      if (fetched.kind === 'record') {
        const read = readRecord(fetched.json, id, dayOf(at));
        event = read.ok ? { kind: 'record', facts: read.facts, at } : { kind: 'broke', why: 'unreadable' };
        if (read.ok && !isPrivate)
          await kept.keep(id, {
            record: read.record,
            at,
            ...(fetched.etag !== undefined && { etag: fetched.etag }),
          });
      } else if (fetched.kind === 'unchanged') {
        event = knownFacts
          ? { kind: 'unchanged', facts: knownFacts, at }
          : { kind: 'broke', why: 'unreadable' };
        if (knownFacts && before) await kept.keep(id, { ...before, at });
      } else if (fetched.kind === 'refused') event = { ...fetched, at };
      else event = fetched;
      check = nextCheck(check, event);
    }
    return check;
  };

  return {
    check(id, wish) {
      const key = `${id} ${wish.isPrivate}`;
      const pending = underWay.get(key);
      if (pending) return pending;
      const answer = answerFor(id, wish).finally(() => underWay.delete(key));
      underWay.set(key, answer);
      return answer;
    },
    async revoke() {
      revoking.abort();
      revoking = new AbortController();
      await kept.clear();
    },
  };
}

/** The day of a moment, in universal time, as `yyyy-MM-dd`. */
function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}
