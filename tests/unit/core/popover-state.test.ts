import { describe, expect, test } from 'vitest';
import {
  defaultPopoverDelays,
  type PopoverEvent,
  type PopoverState,
  popoverAfter,
  popoverDelay,
  shownBy,
} from '@/core/popover-state.ts';

type State = PopoverState<string>;
type Event = PopoverEvent<string>;

const closed: State = { kind: 'closed' };
const waiting: State = { kind: 'waiting', target: 'PTSD' };
const open: State = { kind: 'open', target: 'PTSD', held: false };
const held: State = { kind: 'open', target: 'PTSD', held: true };
const leaving: State = { kind: 'leaving', target: 'PTSD', next: undefined };
const passing: State = { kind: 'leaving', target: 'PTSD', next: 'LDN' };

const on: Event = { type: 'pointer-on', target: 'PTSD' };
const onOther: Event = { type: 'pointer-on', target: 'LDN' };
const off: Event = { type: 'pointer-off' };
const onCard: Event = { type: 'pointer-on-card' };
const useCard: Event = { type: 'use-card' };
const delay: Event = { type: 'delay-passed' };
const tap: Event = { type: 'tap', target: 'LDN' };
const key: Event = { type: 'key', target: 'LDN' };
const escapeKey: Event = { type: 'escape' };
const press: Event = { type: 'press-outside' };
const lost: Event = { type: 'lost' };

// An arrow without its state after it stays where it is.
test.each<[does: string, from: State, event: Event, to: State]>([
  ['waits when the pointer arrives', closed, on, waiting],
  ['goes on waiting while it rests', waiting, on, waiting],
  ['waits anew for another', waiting, onOther, { kind: 'waiting', target: 'LDN' }],
  ['gives up when the pointer goes', waiting, off, closed],
  ['opens after a rest', waiting, delay, open],
  ['does not open by a card that is not there', waiting, onCard, waiting],
  ['stays while the pointer stays', open, on, open],
  ['begins to leave when the pointer goes', open, off, leaving],
  ['keeps what is next in mind', open, onOther, passing],
  ['closes when nobody comes back', leaving, delay, closed],
  ['stays when the pointer comes back', leaving, on, open],
  ['stays when the pointer reaches the card', leaving, onCard, open],
  ['does not start the wait again by still being away', leaving, off, leaving],
  ['turns to what the pointer rests on', leaving, onOther, passing],
  ['goes on turning to it', passing, onOther, passing],
  ['opens what is next', passing, delay, { kind: 'open', target: 'LDN', held: false }],
  ['forgets what was next', passing, off, leaving],
  ['comes back from the way to the next', passing, on, open],
  ['holds when the card is used', open, useCard, held],
  ['holds when the card is used on the way out', leaving, useCard, held],
  ['cannot use a card that is not there', waiting, useCard, waiting],
  ['is not closed by a pointer that wanders off, once held', held, off, held],
  ['is not replaced by a pointer that wanders over others, once held', held, onOther, held],
  ['opens held by a tap', closed, tap, { kind: 'open', target: 'LDN', held: true }],
  ['is replaced by a tap', held, tap, { kind: 'open', target: 'LDN', held: true }],
  ['opens held by a key', waiting, key, { kind: 'open', target: 'LDN', held: true }],
  ['hears no delay when open', open, delay, open],
  ['hears no delay when closed', closed, delay, closed],
  ['has nothing to leave when closed', closed, off, closed],
  ...[waiting, open, held, leaving, passing].flatMap((from): [string, State, Event, State][] => [
    [`closes by Escape when ${from.kind}`, from, escapeKey, closed],
    [`closes by a press outside when ${from.kind}`, from, press, closed],
    [`closes when the words are gone and it is ${from.kind}`, from, lost, closed],
  ]),
])('%s', (_does, from, event, to) => expect(popoverAfter(from, event)).toEqual(to));

test('an event that changes nothing returns the same object, so that no timer starts again', () => {
  for (const [state, event] of [
    [waiting, on],
    [leaving, off],
    [passing, onOther],
    [held, useCard],
    [closed, escapeKey],
  ] as const) {
    expect(popoverAfter<string>(state, event)).toBe(state);
  }
});

describe('time', () => {
  test.each<[State, number | undefined]>([
    [closed, undefined],
    [waiting, defaultPopoverDelays.open],
    [open, undefined],
    [leaving, defaultPopoverDelays.close],
  ])('%o lasts %o ms', (state, ms) => expect(popoverDelay(state, defaultPopoverDelays)).toBe(ms));
});

test('shows its target while open and while leaving', () => {
  expect([closed, waiting, open, leaving, passing].map(shownBy)).toEqual([
    undefined,
    undefined,
    'PTSD',
    'PTSD',
    'PTSD',
  ]);
});
