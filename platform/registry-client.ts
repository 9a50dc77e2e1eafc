import { readRecord } from '@/core/read-record.ts';
import type { RecordFacts } from '@/core/record-facts.ts';
import { type CheckEvent, nextCheck, type RegistryCheck, uncheckedRecord } from '@/core/registry-check.ts';
import type { FetchedRecord, FetchRecord } from './fetch-record.ts';
import type { KeptRecord, KeptRecords } from './kept-records.ts';
import type { LastRequest } from './last-request.ts';

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
  readonly lastRequest: LastRequest;
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
  lastRequest,
  mayAsk,
  now,
  wait,
}: RegistryClientParts): RegistryClient {
  const underWay = new Map<string, Promise<Outcome>>();
  let revoking = new AbortController();
  let turn: Promise<void> = Promise.resolve();

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
      const rest = (await lastRequest.when()) + leastPause - now();
      // A clock that was set back keeps nobody waiting for longer.
      if (rest > 0) await wait(Math.min(rest, leastPause));
      await lastRequest.is(now());
      if (signal.aborted || (await mayAsk()) !== 'yes') return;
      sent = fetchRecord(id, etag, signal);
    });
    // The next one waits for this one to begin, not for its answer, and not for what went wrong with it.
    turn = own.catch(() => undefined);
    await own;
    return sent;
  };

  /** Asks until there is an answer, or it is clear that there will be none. */
  const askRegistry = async (
    id: string,
    asked: RegistryCheck,
    known: KnownRecord | undefined,
    signal: AbortSignal,
  ): Promise<Outcome> => {
    let check = asked;
    let keep: KeptRecord | undefined;
    while (check.kind === 'waiting') {
      const fetched = await sendInTurn(id, known?.kept.etag, check.notBefore, signal);
      // Consent may be gone by now.
      if (signal.aborted || fetched === undefined) return { check: nextCheck(check, { kind: 'revoked' }) };
      const at = now();
      let event: CheckEvent = { kind: 'broke', why: 'unreadable' };
      if (fetched.kind === 'record') {
        const read = readRecord(fetched.json, id, dayOf(at));
        if (read.ok) {
          event = { kind: 'record', facts: read.facts, at };
          keep = { record: read.record, at, ...(fetched.etag !== undefined && { etag: fetched.etag }) };
        }
      } else if (fetched.kind === 'unchanged') {
        if (known) {
          event = { kind: 'unchanged', facts: known.facts, at };
          keep = { ...known.kept, at };
        }
      } else if (fetched.kind === 'refused') event = { ...fetched, at };
      else event = fetched;
      check = nextCheck(check, event);
    }
    return { check, ...(keep && { keep }) };
  };

  const findKnown = async (id: string): Promise<KnownRecord | undefined> => {
    const found = await kept.find(id, now());
    const read = found && readRecord(found.record, id, dayOf(now()));
    return found && read?.ok ? { kept: found, facts: read.facts } : undefined;
  };

  return {
    async check(id, { again, isPrivate }) {
      const { signal } = revoking;
      const known = isPrivate ? undefined : await findKnown(id);
      const asked = nextCheck(uncheckedRecord, { kind: 'asked', may: await mayAsk(), at: now() });
      if (asked.kind !== 'waiting') return asked;
      if (known && !again)
        return nextCheck(asked, { kind: 'found-kept', facts: known.facts, at: known.kept.at });
      let answer = underWay.get(id);
      if (answer === undefined) {
        const own = askRegistry(id, asked, known, signal).finally(() => {
          if (underWay.get(id) === own) underWay.delete(id);
        });
        underWay.set(id, own);
        answer = own;
      }
      const { check, keep } = await answer;
      if (keep && !isPrivate && !signal.aborted) await kept.keep(id, keep);
      return check;
    },
    async revoke() {
      revoking.abort();
      underWay.clear();
      revoking = new AbortController();
      await kept.clear();
    },
  };
}

interface KnownRecord {
  readonly kept: KeptRecord;
  readonly facts: RecordFacts;
}

/** How a check ended, and what is to be kept of it. */
interface Outcome {
  readonly check: RegistryCheck;
  readonly keep?: KeptRecord;
}

/** The day of a moment, in universal time, as `yyyy-MM-dd`. */
function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}
