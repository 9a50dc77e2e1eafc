// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { useTrialChecks } from '@/components/use-trial-checks.ts';
import type { RegistryCheck } from '@/core/registry-check.ts';

const id = 'NCT09999999';
const absent: RegistryCheck = { kind: 'no-such-record', at: 1 };

afterEach(() => render(null, document.body));

test('what the registry said stays while asking again fails, and the failures are counted', async () => {
  const answers: (() => Promise<RegistryCheck>)[] = [
    async () => absent,
    async () => ({ kind: 'failed', why: 'offline' }),
    () => Promise.reject(new Error('The background is gone')),
  ];
  let seen: ReturnType<typeof useTrialChecks> | undefined;
  const Table = (): null => {
    seen = useTrialChecks({
      check: () => answers.shift()?.() ?? Promise.reject(new Error('asked too often')),
      allow: async () => true,
    });
    return null;
  };
  act(() => render(<Table />, document.body));
  for (const failed of [0, 1, 1]) {
    await act(async () => seen?.checkAll([id]));
    expect(seen?.run).toEqual({ kind: 'done', done: 1, total: 1, failed });
    expect(seen?.checks.get(id)).toBe(absent);
  }
});
