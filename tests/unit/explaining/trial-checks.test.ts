import { expect, test, vi } from 'vitest';
import type { ShownCheck } from '@/core/shown-check.ts';
import { createTrialChecks } from '@/explaining/trial-checks.ts';
import { answeredByHand } from '@/tests/fixtures/answered-by-hand.ts';
import { sampleAnswerOf } from '@/tests/fixtures/sample-checks.ts';

const id = 'NCT09999999';
const record = sampleAnswerOf(id);

function begin() {
  const { asked, question } = answeredByHand<ShownCheck>();
  const onChange = vi.fn();
  const checks = createTrialChecks(question, onChange);
  return { asked, onChange, checks };
}

test('nobody has asked at first', () => {
  const { checks, onChange } = begin();
  expect(checks.of(id)).toEqual({
    check: { kind: 'unasked' },
    record: undefined,
    absence: undefined,
    isRefused: false,
  });
  expect(onChange).not.toHaveBeenCalled();
});

test('what is awaited is asked once', async () => {
  const { asked, checks } = begin();
  const first = checks.ask(id, false);
  await checks.ask(id, true);
  expect(asked.map(({ again }) => again)).toEqual([false]);
  expect(checks.of(id).check.kind).toBe('waiting');
  asked[0]?.answer(record);
  await first;
  expect(checks.of(id)).toMatchObject({ check: record, record });
});

test.each<[outcome: string, check: ShownCheck, keeps: boolean]>([
  ['no answer', { kind: 'failed', why: 'offline' }, true],
  ['no leave any more', { kind: 'not-allowed', missing: 'consent' }, true],
  ['no such record', { kind: 'no-such-record', at: 1 }, false],
])('asked again, with %s, a record that was there is kept: %#', async (_outcome, check, keeps) => {
  const { asked, checks } = begin();
  const first = checks.ask(id, false);
  asked[0]?.answer(record);
  await first;
  const second = checks.ask(id, true);
  expect(checks.of(id).record).toBe(record);
  asked[1]?.answer(check);
  await second;
  expect(checks.of(id).check).toBe(check);
  expect(checks.of(id).record).toBe(keeps ? record : undefined);
});

test('that there is no record is kept too, until there is one', async () => {
  const { asked, checks } = begin();
  const absence = { kind: 'no-such-record', at: 1 } as const;
  const answers: readonly [ShownCheck, keeps: boolean][] = [
    [absence, true],
    [{ kind: 'failed', why: 'offline' }, true],
    [record, false],
  ];
  for (const [turn, [check, keeps]] of answers.entries()) {
    const pending = checks.ask(id, true);
    expect(checks.of(id).absence).toBe(turn === 0 ? undefined : absence);
    asked[turn]?.answer(check);
    await pending;
    expect(checks.of(id).check).toBe(check);
    expect(checks.of(id).absence).toBe(keeps ? absence : undefined);
  }
});

test('a background that is gone has interrupted it', async () => {
  const { asked, checks } = begin();
  const pending = checks.ask(id, false);
  asked[0]?.fail();
  await pending;
  expect(checks.of(id).check).toEqual({ kind: 'failed', why: 'interrupted' });
});

test('a refusal is remembered until somebody asks again, and each change is told', () => {
  const { checks, onChange } = begin();
  checks.refuse(id);
  expect(checks.of(id)).toMatchObject({ check: { kind: 'not-allowed' }, isRefused: true });
  checks.forget(id);
  expect(checks.of(id)).toMatchObject({ check: { kind: 'unasked' }, isRefused: false });
  expect(onChange).toHaveBeenLastCalledWith(id);
});
