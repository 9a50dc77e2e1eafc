import type { RecordFacts } from './record-facts.ts';

/** How the check of one identifier stands. */
export type RegistryCheck =
  /** Nobody asked. */
  | { readonly kind: 'unasked' }
  /** The reader asked and has not allowed it: `consent` is ours to get, `permission` the browser's. */
  | { readonly kind: 'not-allowed'; readonly missing: 'consent' | 'permission' }
  /** Asked, and waiting: for its turn, for the registry, or for the time after which it may be asked again. */
  | { readonly kind: 'waiting'; readonly attempt: number; readonly notBefore: number }
  | {
      readonly kind: 'answered';
      readonly facts: RecordFacts;
      /** When the registry said so, in milliseconds since 1970. */
      readonly at: number;
      /** The record was not fetched now. */
      readonly isKept: boolean;
    }
  | { readonly kind: 'no-such-record'; readonly at: number }
  | { readonly kind: 'failed'; readonly why: CheckFailure };

/** Why there is no answer. */
export type CheckFailure =
  /** The registry does not take the identifier for one. */
  | 'malformed'
  /** It turns everybody away for now (429), or is broken (5xx), also after several tries. */
  | 'busy'
  | 'timed-out'
  | 'offline'
  /** An answer that is no record: not JSON, or of another structure or trial. */
  | 'unreadable'
  | 'too-large'
  /** The extension's background was ended before the answer came. */
  | 'interrupted'
  /** Another answer than the registry gives (403, 404 from something in between). */
  | 'unexpected';

/** What happens to a check. Times in milliseconds since 1970. */
export type CheckEvent =
  | { readonly kind: 'asked'; readonly may: 'yes' | 'no-consent' | 'no-permission'; readonly at: number }
  | { readonly kind: 'found-kept'; readonly facts: RecordFacts; readonly at: number }
  | { readonly kind: 'record'; readonly facts: RecordFacts; readonly at: number }
  /** The registry says that the record it gave before is still the same. */
  | { readonly kind: 'unchanged'; readonly facts: RecordFacts; readonly at: number }
  | { readonly kind: 'refused'; readonly status: number; readonly at: number; readonly retryAfter?: number }
  | { readonly kind: 'broke'; readonly why: Exclude<CheckFailure, 'malformed' | 'busy' | 'unexpected'> }
  | { readonly kind: 'revoked' };

/** So often the registry is asked before it is called busy. */
const mostAttempts = 3;
/** The first wait after it was busy; each next one is twice as long. */
const firstWait = 2000;
/** A `Retry-After` beyond this is not waited for. */
const longestWait = 10_000;

/** The check before anything happened. */
export const uncheckedRecord: RegistryCheck = { kind: 'unasked' };

/** How a check stands after an event. What cannot happen in a state (an answer nobody waits for) leaves it as it is. */
export function nextCheck(check: RegistryCheck, event: CheckEvent): RegistryCheck {
  switch (event.kind) {
    case 'asked':
      if (check.kind === 'waiting') return check;
      if (event.may !== 'yes')
        return { kind: 'not-allowed', missing: event.may === 'no-consent' ? 'consent' : 'permission' };
      return { kind: 'waiting', attempt: 1, notBefore: event.at };
    case 'revoked':
      return check.kind === 'waiting' ? { kind: 'not-allowed', missing: 'consent' } : check;
    case 'found-kept':
      // What is kept was asked for with consent; to show it sends nothing.
      return { kind: 'answered', facts: event.facts, at: event.at, isKept: true };
    case 'record':
    case 'unchanged':
      return check.kind === 'waiting'
        ? { kind: 'answered', facts: event.facts, at: event.at, isKept: event.kind === 'unchanged' }
        : check;
    case 'refused':
      return check.kind === 'waiting' ? afterRefusal(check.attempt, event) : check;
    case 'broke':
      return check.kind === 'waiting' ? { kind: 'failed', why: event.why } : check;
    default:
      return event satisfies never;
  }
}

function afterRefusal(
  attempt: number,
  { status, at, retryAfter }: Extract<CheckEvent, { kind: 'refused' }>,
): RegistryCheck {
  if (status === 404) return { kind: 'no-such-record', at };
  if (status === 400) return { kind: 'failed', why: 'malformed' };
  if (status !== 429 && status < 500) return { kind: 'failed', why: 'unexpected' };
  const wait = Math.max(retryAfter ?? 0, firstWait * 2 ** (attempt - 1));
  if (attempt >= mostAttempts || wait > longestWait) return { kind: 'failed', why: 'busy' };
  return { kind: 'waiting', attempt: attempt + 1, notBefore: at + wait };
}
