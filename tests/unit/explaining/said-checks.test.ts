import { expect, test, vi } from 'vitest';
import type { SaidCheck } from '@/core/said-card.ts';
import { createSaidChecks } from '@/explaining/said-checks.ts';
import { answeredByHand } from '@/tests/fixtures/answered-by-hand.ts';

const id = 'NCT09999999';
const trial = { id, waiting: 'waiting', interrupted: 'interrupted' };
const card = { title: id, body: 'the record', footer: null };
const answered: SaidCheck = { check: 'answered', card, at: 1, facts: { id, phases: [] } };

function begin() {
  const { asked, question } = answeredByHand<SaidCheck>();
  const onChange = vi.fn();
  const checks = createSaidChecks(question, onChange);
  return { asked, onChange, checks };
}

test('nobody has asked at first', () => {
  const { checks, onChange } = begin();
  expect(checks.of(id)).toEqual({});
  expect(onChange).not.toHaveBeenCalled();
});

test('what is awaited is asked once', async () => {
  const { asked, checks, onChange } = begin();
  const first = checks.ask(trial, false);
  expect(await checks.ask(trial, true)).toBeUndefined();
  expect(asked.map(({ again }) => again)).toEqual([false]);
  expect(checks.of(id)).toMatchObject({ check: 'waiting', isAwaited: true });
  asked[0]?.answer(answered);
  expect(await first).toBe(answered);
  expect(checks.of(id)).toMatchObject({ check: 'answered', card, at: 1 });
  expect(checks.of(id).isAwaited).toBeUndefined();
  expect(onChange).toHaveBeenCalledTimes(2);
});

test('asked again without an answer, what the registry said last stays', async () => {
  const { asked, checks } = begin();
  const first = checks.ask(trial, false);
  asked[0]?.answer(answered);
  await first;
  const second = checks.ask(trial, true);
  expect(checks.of(id)).toMatchObject({ check: 'waiting', card, at: 1 });
  asked[1]?.answer({ check: 'failed' });
  await second;
  expect(checks.of(id)).toMatchObject({ check: 'failed', card, at: 1 });
});

test('a record that is gone from the registry is gone from the card', async () => {
  const { asked, checks } = begin();
  const first = checks.ask(trial, false);
  asked[0]?.answer(answered);
  await first;
  const second = checks.ask(trial, true);
  const absent = { title: id, body: 'no such record', footer: null };
  asked[1]?.answer({ check: 'absent', card: absent, at: 2 });
  await second;
  expect(checks.of(id)).toMatchObject({ check: 'absent', card: absent, at: 2 });
});

test('a background that is gone has interrupted it, and it can be asked again', async () => {
  const { asked, checks } = begin();
  const pending = checks.ask(trial, false);
  asked[0]?.fail();
  expect(await pending).toBeUndefined();
  expect(checks.of(id)).toEqual({ check: 'interrupted' });
  void checks.ask(trial, true);
  expect(asked).toHaveLength(2);
});

test('what is forgotten was never asked', async () => {
  const { asked, checks, onChange } = begin();
  const first = checks.ask(trial, false);
  asked[0]?.answer({ check: 'not allowed' });
  await first;
  checks.forget(id);
  expect(checks.of(id)).toEqual({});
  expect(onChange).toHaveBeenCalledTimes(3);
});
