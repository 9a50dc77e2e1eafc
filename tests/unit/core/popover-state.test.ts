import { describe, expect, test } from 'vitest';
import {
  defaultPopoverDelays,
  expectedBy,
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

const pinned: State = { kind: 'pinned', target: 'PTSD', next: undefined };
const turning: State = { kind: 'pinned', target: 'PTSD', next: 'LDN' };

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
const moves: Event = { type: 'pointer-moves' };
const meant: Event = { type: 'pointer-on', target: 'LDN', meant: true };
const pin: Event = { type: 'pin' };
const unpin: Event = { type: 'unpin' };
const end: Event = { type: 'end' };

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
  ['stays open while the pointer moves about on the words', open, moves, open],
  ['is pinned when open', open, pin, pinned],
  ['is pinned on the way out', passing, pin, pinned],
  ['has nothing to pin when closed', closed, pin, closed],
  ['has nothing to pin while it waits', waiting, pin, waiting],
  ['has nothing to unpin when it is only held', held, unpin, held],
  ['is held when unpinned', pinned, unpin, held],
  ['is not pinned twice', pinned, pin, pinned],
  ['pinned, is not closed by a pointer that goes', pinned, off, pinned],
  ['pinned, is not closed by a press outside', pinned, press, pinned],
  ['pinned, outlives its words', pinned, lost, pinned],
  ['pinned, is not replaced by what a pointer rests on', pinned, onOther, pinned],
  ['pinned, stays pinned when used', pinned, useCard, pinned],
  ['pinned, stays pinned under the pointer', pinned, onCard, pinned],
  ['pinned, has in mind what is pointed at on purpose', pinned, meant, turning],
  [
    'pinned, turns to what is pointed at on purpose',
    turning,
    delay,
    { kind: 'pinned', target: 'LDN', next: undefined },
  ],
  ['pinned, forgets it when the pointer goes', turning, off, pinned],
  ['pinned, forgets it when the key is let go', turning, onOther, pinned],
  [
    'pinned, shows what a key asks for and stays pinned',
    pinned,
    key,
    { kind: 'pinned', target: 'LDN', next: undefined },
  ],
  [
    'pinned, shows what is tapped and stays pinned',
    turning,
    tap,
    { kind: 'pinned', target: 'LDN', next: undefined },
  ],
  ['pinned, hears no delay', pinned, delay, pinned],
  ['pinned, is closed by Escape', pinned, escapeKey, closed],
  ['pinned, ends with everything', pinned, end, closed],
  ...[waiting, open, held, leaving, passing].flatMap((from): [string, State, Event, State][] => [
    [`ends with everything when ${from.kind}`, from, end, closed],
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
    [pinned, off],
    [pinned, onOther],
    [turning, meant],
    [open, moves],
  ] as const) {
    expect(popoverAfter<string>(state, event)).toBe(state);
  }
});

test('a pointer that moves on while it is waited for starts the wait again', () => {
  const after = popoverAfter(waiting, moves);
  expect(after).toEqual(waiting);
  expect(after).not.toBe(waiting);
});

describe('time', () => {
  test.each<[State, number | undefined]>([
    [closed, undefined],
    [waiting, defaultPopoverDelays.open],
    [open, undefined],
    [leaving, defaultPopoverDelays.close],
    [pinned, undefined],
    [turning, defaultPopoverDelays.open],
  ])('%o lasts %o ms', (state, ms) => expect(popoverDelay(state, defaultPopoverDelays)).toBe(ms));
});

test('shows its target while open and while leaving', () => {
  const shown = [closed, waiting, open, leaving, passing, pinned, turning].map(shownBy);
  expect(shown).toEqual([undefined, undefined, 'PTSD', 'PTSD', 'PTSD', 'PTSD', 'PTSD']);
});

test('tells what it may be about to show, so that the answer can be fetched meanwhile', () => {
  const expected = [closed, waiting, open, leaving, passing, pinned, turning].map(expectedBy);
  expect(expected).toEqual([undefined, 'PTSD', undefined, undefined, 'LDN', undefined, 'LDN']);
});
