import { expect, test } from 'vitest';
import type { RecordFacts } from '@/core/record-facts.ts';
import { type CheckEvent, nextCheck, type RegistryCheck, uncheckedRecord } from '@/core/registry-check.ts';

const facts: RecordFacts = {
  id: 'NCT01874951',
  phases: [],
  conditions: [],
  interventions: [],
  primaryOutcomes: [],
};
const at = 1_000_000;
const asked = (may: 'yes' | 'no-consent' | 'no-permission'): CheckEvent => ({ kind: 'asked', may, at });
const refused = (status: number, retryAfter?: number): CheckEvent => ({
  kind: 'refused',
  status,
  at,
  ...(retryAfter !== undefined && { retryAfter }),
});
const waiting = (attempt: number, notBefore = at): RegistryCheck => ({ kind: 'waiting', attempt, notBefore });
const answered = (isKept = false): RegistryCheck => ({ kind: 'answered', facts, at, isKept });
const failed = (why: Extract<RegistryCheck, { kind: 'failed' }>['why']): RegistryCheck => ({
  kind: 'failed',
  why,
});
const noConsent: RegistryCheck = { kind: 'not-allowed', missing: 'consent' };
const record: CheckEvent = { kind: 'record', facts, at };
const revoked: CheckEvent = { kind: 'revoked' };

test.each<[what: string, before: RegistryCheck, event: CheckEvent, after: RegistryCheck]>([
  ['asked for the first time', uncheckedRecord, asked('yes'), waiting(1)],
  ['asked without consent', uncheckedRecord, asked('no-consent'), noConsent],
  [
    'asked with consent, without the browser’s permission',
    uncheckedRecord,
    asked('no-permission'),
    { kind: 'not-allowed', missing: 'permission' },
  ],
  ['asked again after consent', noConsent, asked('yes'), waiting(1)],
  ['asked twice', waiting(2), asked('yes'), waiting(2)],
  ['asked twice, consent gone meanwhile', waiting(1), asked('no-consent'), waiting(1)],
  ['asked again after an answer', answered(), asked('yes'), waiting(1)],
  ['asked again after a failure', failed('timed-out'), asked('yes'), waiting(1)],
  ['found among what is kept', uncheckedRecord, { kind: 'found-kept', facts, at }, answered(true)],
  ['the record comes', waiting(1), record, answered()],
  ['the record is unchanged', waiting(1), { kind: 'unchanged', facts, at }, answered(true)],
  ['a record nobody waits for', uncheckedRecord, record, uncheckedRecord],
  ['a record after consent was revoked', noConsent, record, noConsent],
  ['no such record', waiting(1), refused(404), { kind: 'no-such-record', at }],
  ['not an identifier', waiting(1), refused(400), failed('malformed')],
  ['too many requests', waiting(1), refused(429), waiting(2, at + 2000)],
  ['too many requests again', waiting(2), refused(429), waiting(3, at + 4000)],
  ['too many requests a third time', waiting(3), refused(429), failed('busy')],
  ['it says when to come back', waiting(1), refused(429, 5000), waiting(2, at + 5000)],
  ['sooner than we would', waiting(2), refused(429, 1000), waiting(3, at + 4000)],
  ['later than anybody waits', waiting(1), refused(503, 60_000), failed('busy')],
  ['broken', waiting(1), refused(500), waiting(2, at + 2000)],
  ['broken to the end', waiting(3), refused(502), failed('busy')],
  ['forbidden', waiting(1), refused(403), failed('unexpected')],
  ['a refusal nobody waits for', answered(), refused(404), answered()],
  ['ten seconds pass', waiting(1), { kind: 'broke', why: 'timed-out' }, failed('timed-out')],
  ['offline', waiting(1), { kind: 'broke', why: 'offline' }, failed('offline')],
  ['not JSON', waiting(1), { kind: 'broke', why: 'unreadable' }, failed('unreadable')],
  ['50 MB', waiting(1), { kind: 'broke', why: 'too-large' }, failed('too-large')],
  ['the background is killed', waiting(1), { kind: 'broke', why: 'interrupted' }, failed('interrupted')],
  ['a failure nobody waits for', answered(), { kind: 'broke', why: 'offline' }, answered()],
  ['consent is revoked while waiting', waiting(1), revoked, noConsent],
  ['consent is revoked after the answer', answered(), revoked, answered()],
  ['consent is revoked before anybody asks', uncheckedRecord, revoked, uncheckedRecord],
])('%s', (_what, before, event, after) => expect(nextCheck(before, event)).toEqual(after));
