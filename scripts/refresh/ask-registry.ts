import { readRecord } from '../../core/read-record.ts';
import {
  type CheckEvent,
  nextCheck,
  type RegistryCheck,
  uncheckedRecord,
} from '../../core/registry-check.ts';
import { type FetchedRecord, fetchRecordFrom } from '../../platform/fetch-record.ts';

/** Between the beginnings of two requests, in milliseconds. */
const leastPause = 1000;

/**
 * A function that asks the registry at an origin about one identifier after the other, once a second at most, and again
 * later where it is busy; `today` is `yyyy-MM-dd`. What could not be asked is `failed`, and never anything else.
 */
export function registryAsker(origin: string, today: string): (id: string) => Promise<RegistryCheck> {
  const fetchRecord = fetchRecordFrom(origin);
  const never = new AbortController().signal;
  let next = 0;
  return async (id) => {
    let check = nextCheck(uncheckedRecord, { kind: 'asked', may: 'yes', at: Date.now() });
    while (check.kind === 'waiting') {
      const wait = Math.max(next, check.notBefore) - Date.now();
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      next = Date.now() + leastPause;
      check = nextCheck(check, eventOf(await fetchRecord(id, undefined, never), id, today));
    }
    return check;
  };
}

function eventOf(fetched: FetchedRecord, id: string, today: string): CheckEvent {
  const at = Date.now();
  switch (fetched.kind) {
    case 'record': {
      const read = readRecord(fetched.json, id, today);
      return read.ok ? { kind: 'record', facts: read.facts, at } : { kind: 'broke', why: 'unreadable' };
    }
    case 'unchanged':
      return { kind: 'broke', why: 'unreadable' };
    case 'refused':
      return { ...fetched, at };
    case 'broke':
      return fetched;
    default:
      return fetched satisfies never;
  }
}
