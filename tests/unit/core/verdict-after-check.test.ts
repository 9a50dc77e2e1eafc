import { expect, test } from 'vitest';
import type { TrialVerdict } from '@/core/entry.ts';
import type { RegistryCheck } from '@/core/registry-check.ts';
import { verdictAfterCheck } from '@/core/verdict-after-check.ts';
import { sampleAnswerOf } from '@/tests/fixtures/sample-checks.ts';

const before = { standing: 'mixed', headline: 'As before' } as const;
const answered: RegistryCheck = sampleAnswerOf('NCT09999999');

test.each<[check: RegistryCheck, known: TrialVerdict | undefined, headline: string, standing: string]>([
  [{ kind: 'unasked' }, undefined, 'As before', 'mixed'],
  [{ kind: 'waiting', attempt: 1, notBefore: 0 }, undefined, 'As before', 'mixed'],
  [{ kind: 'not-allowed', missing: 'consent' }, 'confirmed', 'As before', 'mixed'],
  [{ kind: 'failed', why: 'offline' }, 'not-found', 'As before', 'mixed'],
  [{ kind: 'no-such-record', at: 1 }, undefined, 'No such record', 'contradicted'],
  [{ kind: 'no-such-record', at: 1 }, 'confirmed', 'No such record', 'contradicted'],
  [answered, undefined, 'Confirmed: a record exists', 'confirmed'],
  // A record alone does not confirm what the guide says of it, and contradicts no record that was read.
  [answered, 'confirmed', 'As before', 'mixed'],
  [answered, 'other-study', 'As before', 'mixed'],
  [answered, 'not-found', 'The registry has a record', 'unconfirmed'],
  [answered, 'content-not-seen', 'The registry has a record', 'unconfirmed'],
  [answered, 'probably-other-study', 'The registry has a record', 'unconfirmed'],
])('%o of what is %s: %s', (check, known, headline, standing) => {
  expect(verdictAfterCheck(check, 'NCT09999999', before, known)).toMatchObject({ headline, standing });
});
