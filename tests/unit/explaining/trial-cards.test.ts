// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import type { RegistryConsent } from '@/core/registry-consent.ts';
import { createTrialCards } from '@/explaining/trial-cards.ts';
import { sampleAnswerOf } from '@/tests/fixtures/sample-checks.ts';

const id = 'NCT09999999';

function begin(consent: RegistryConsent | undefined, allows = true) {
  const check = vi.fn(async () => sampleAnswerOf(id));
  const allow = vi.fn(async () => allows);
  const cards = createTrialCards({
    page: document,
    check,
    allow,
    loadConsent: async () => consent,
    onChange: () => undefined,
  });
  return { cards, check, allow, stateOf: () => cards.toolsFor(id).check.kind };
}

const given = { given: '2026-11-23', automatic: false };

test.each<[how: string, consent: RegistryConsent | undefined, asked: boolean]>([
  ['without consent', undefined, false],
  ['with consent', given, false],
  ['with consent to every card', { ...given, automatic: true }, true],
])('a card that opens %s is checked only if that was chosen', async (_how, consent, asked) => {
  const { cards, check } = begin(consent);
  await cards.opened(id);
  expect(check).toHaveBeenCalledTimes(asked ? 1 : 0);
  await cards.opened(id);
  expect(check).toHaveBeenCalledTimes(asked ? 1 : 0);
});

test('another registry’s identifier is never asked about', async () => {
  const { cards, check } = begin({ ...given, automatic: true });
  await cards.opened('ISRCTN12345678');
  expect(check).not.toHaveBeenCalled();
});

test.each<[how: string, consent: RegistryConsent | undefined, state: string]>([
  ['nobody has allowed it', undefined, 'not-allowed'],
  ['it is allowed', given, 'unasked'],
])('who was sent from a card on a page where %s sees it %s', async (_how, consent, state) => {
  const { cards, check, stateOf } = begin(consent);
  await cards.sent(id);
  expect(stateOf()).toBe(state);
  expect(check).not.toHaveBeenCalled();
});

test('leave is asked for at once in the click, and what is allowed is checked', async () => {
  const { cards, check, allow, stateOf } = begin(undefined);
  cards.toolsFor(id).onAllow();
  expect(allow).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect(stateOf()).toBe('answered'));
  expect(check).toHaveBeenCalledExactlyOnceWith(id, false);
});

test('what is refused is not checked', async () => {
  const { cards, check } = begin(undefined, false);
  cards.toolsFor(id).onAllow();
  await vi.waitFor(() => expect(cards.toolsFor(id).isRefused).toBe(true));
  expect(check).not.toHaveBeenCalled();
});
