import { describe, expect, test } from 'vitest';
import type { AnsweredState } from '@/components/card-state.ts';
import { sayCard, sayCheck, sayDifferences } from '@/components/say-card.tsx';
import type { CardAction, CardNode } from '@/core/card-node.ts';
import type { EntryId } from '@/core/entry.ts';
import { sampleNow as now, sampleAnswerOf, sampleAsked } from '@/tests/fixtures/sample-checks.ts';
import { sampleAnswer } from '@/tests/fixtures/sample-entries.ts';

const about = (id: EntryId): AnsweredState => ({ kind: 'answered', id, title: id, answer: sampleAnswer(id) });
const say = (id: EntryId, canCheck = true) => sayCard(about(id), { canCheck, now });

/** What the buttons of a piece of a card do, by their words. */
function actionsOf(node: CardNode): [words: string, action: CardAction][] {
  if (node === null || typeof node === 'string') return [];
  const own = 'tag' in node ? node.on?.click : undefined;
  return own ? [[textOf(node), own]] : node.children.flatMap(actionsOf);
}

function textOf(node: CardNode): string {
  if (node === null || typeof node === 'string') return node ?? '';
  return node.children.map(textOf).join('');
}

test('a card is plain data: what arrives through a message is what was said', () => {
  const said = say('condition:ptsd');
  expect(JSON.parse(JSON.stringify(said))).toEqual(said);
});

test('links between entries are said by the id they lead to', () => {
  expect(actionsOf(say('term:anhedonia').body)).toContainEqual([
    'Post-traumatic stress disorder',
    ['follow', 'condition:ptsd'],
  ]);
  expect(actionsOf(say('condition:ptsd').footer)).toEqual([['Safety', ['follow', 'topic:safety']]]);
});

test('an entry comes with its text for the clipboard, and what is none without', () => {
  expect(say('term:anhedonia').text).toMatch(/^Anhedonia\n\n/);
  expect(say('trial:NCT09999999')).not.toHaveProperty('text');
});

describe('a trial', () => {
  const id = 'trial:NCT09999999';

  test('can be checked and copied where the page offers that', () => {
    const actions = actionsOf(say(id).body);
    expect(actions[0]).toEqual(['Check the registry now', ['check', false]]);
    expect(actions[1]).toEqual(['Identifier', ['copy', 'NCT09999999', 'Identifier']]);
    expect(actions).toHaveLength(7);
    const { body, trial } = say(id, false);
    expect([actionsOf(body), trial]).toEqual([[], undefined]);
  });

  test('comes with what is said while an answer is awaited and when none can come', () => {
    const { trial } = say(id);
    expect(trial?.id).toBe('NCT09999999');
    expect(actionsOf(trial?.waiting ?? null)).toEqual([]);
    expect(textOf(trial?.waiting ?? null)).toContain('Asking ClinicalTrials.gov about NCT09999999');
    expect(actionsOf(trial?.interrupted ?? null)).toEqual([['Try again', ['check', true]]]);
  });

  test('of another registry can be copied, and not checked', () => {
    const { body, trial } = say('trial:ISRCTN12345678');
    expect(trial).toBeUndefined();
    expect(actionsOf(body).map(([, [does]]) => does)).toEqual(Array(6).fill('copy'));
  });

  test('malformed can be neither', () => {
    const { body, trial } = say('trial:?NCT018749511');
    expect([actionsOf(body), trial]).toEqual([[], undefined]);
  });
});

describe('a check', () => {
  const state = about('trial:NCT09999999');

  test('that was answered says the whole card, when that was, and what the page can be held against', () => {
    const answer = sampleAnswerOf('NCT09999999');
    const { check, card, at, facts } = sayCheck(state, answer, now);
    expect(at).toBe(sampleAsked);
    expect(textOf(card?.body ?? null)).toContain('Low-Dose Naltrexone for Fatigue After Infection');
    expect(textOf(check)).toBe('Check againThe registry has answered.');
    expect(actionsOf(check)).toEqual([['Check again', ['check', true]]]);
    expect(facts).toMatchObject({ id: 'NCT09999999', enrolment: { count: 96 }, updated: '2024-03-03' });
    expect(facts).not.toHaveProperty('title');
  });

  test('that found no record says so at once, with nothing to hold a page against', () => {
    const said = sayCheck(state, { kind: 'no-such-record', at: sampleAsked }, now);
    expect(textOf(said.card?.body ?? null)).toContain('No such record');
    expect(said).toMatchObject({ at: sampleAsked });
    expect(said).not.toHaveProperty('facts');
  });

  test.each([
    [{ kind: 'failed', why: 'offline' }, ['check', true]],
    [{ kind: 'not-allowed', missing: 'consent' }, ['allow']],
  ] as const)('that gave nothing leaves the card as it is: %j', (check, action) => {
    const said = sayCheck(state, check, now);
    expect(Object.keys(said)).toEqual(['check']);
    expect(actionsOf(said.check).map(([, what]) => what)).toEqual([action]);
  });
});

test('a difference is said, and that there is none is nothing', () => {
  const differences = [{ about: 'participants', page: '120', registry: '96', asOf: '2024-03-03' }] as const;
  expect(textOf(sayDifferences(differences))).toBe(
    'This page says 120 participants, the registry says 96 (as of 3 Mar 2024).',
  );
  expect(sayDifferences([])).toBeNull();
});
