/**
 * What the popover does, without knowing what it points at, what time it is or how it looks.
 *
 * ```
 *              pointer-on               delay-passed
 *    ┌──────┐ ───────────▶ ┌─────────┐ ─────────────▶ ┌──────┐ ◀── tap, key (from anywhere: held)
 *    │closed│              │ waiting │                │ open │ ◀── use-card (held)
 *    └──────┘ ◀─────────── └─────────┘                └──────┘
 *        ▲     pointer-off                 pointer-off │    ▲ pointer-on (same), pointer-on-card
 *        │                           pointer-on (other)▼    │ delay-passed (something next)
 *        │       delay-passed (nothing next)       ┌─────────┐
 *        └──────────────────────────────────────── │ leaving │
 *                                                  └─────────┘
 *    escape, press-outside, lost, end: from anywhere to closed.
 *    A held popover was asked for: a pointer that wanders off neither closes nor replaces it.
 *
 *      pin (open, leaving)  ┌──────┐ ◀── tap, key: shows that, and stays pinned
 *    ─────────────────────▶ │pinned│ ◀── delay-passed (something next, pointed at on purpose)
 *    ◀───────────────────── └──────┘
 *      unpin: open, held        │ escape, end: closed. Nothing else closes it.
 * ```
 */
export type PopoverState<Target> =
  | { readonly kind: 'closed' }
  /** The pointer rests on something; if it stays, the popover opens. */
  | { readonly kind: 'waiting'; readonly target: Target }
  /** Shown. */
  | { readonly kind: 'open'; readonly target: Target; readonly held: boolean }
  /** Still shown, but the pointer has left; `next` is what it rests on meanwhile. */
  | { readonly kind: 'leaving'; readonly target: Target; readonly next: Target | undefined }
  /** Shown until the reader closes it; `next` is what the pointer rests on, on purpose, to be shown in its place. */
  | { readonly kind: 'pinned'; readonly target: Target; readonly next: Target | undefined };

/** What can happen to the popover. */
export type PopoverEvent<Target> =
  /** The pointer (or the focus) is on something that can be explained; `meant`: with the modifier key held. */
  | { readonly type: 'pointer-on'; readonly target: Target; readonly meant?: boolean }
  /** It is still on it, but has moved on: it does not rest yet. */
  | { readonly type: 'pointer-moves' }
  /** It left. */
  | { readonly type: 'pointer-off' }
  /** The pointer is on the popover, or on its way from the words to it. */
  | { readonly type: 'pointer-on-card' }
  /** Something inside the popover was pressed or took the focus: the reader is using it. */
  | { readonly type: 'use-card' }
  /** The time that `popoverDelay` gave for this state is over. */
  | { readonly type: 'delay-passed' }
  /** A finger touched something that can be explained. */
  | { readonly type: 'tap'; readonly target: Target }
  /** A key or a command asked for something. */
  | { readonly type: 'key'; readonly target: Target }
  | { readonly type: 'escape' }
  /** Something outside the popover was pressed or tapped. */
  | { readonly type: 'press-outside' }
  /** The words it points at are gone: removed, hidden or scrolled away. */
  | { readonly type: 'lost' }
  | { readonly type: 'pin' }
  | { readonly type: 'unpin' }
  /** Nothing is explained here any more. */
  | { readonly type: 'end' };

/** How long things last, in milliseconds. */
export interface PopoverDelays {
  /** From the pointer's arrival to the opening. */
  readonly open: number;
  /** From the pointer's leaving to the closing. */
  readonly close: number;
}

/** Long enough not to open in passing, short enough not to be waited for. */
export const defaultPopoverDelays: PopoverDelays = { open: 350, close: 300 };

/** The state after an event; the same object when nothing changes. Targets are compared by identity. */
export function popoverAfter<Target>(
  state: PopoverState<Target>,
  event: PopoverEvent<Target>,
): PopoverState<Target> {
  switch (event.type) {
    case 'pointer-on':
      return afterPointerOn(state, event.target, event.meant ?? false);
    case 'pointer-moves':
      return state.kind === 'waiting' ? { ...state } : state;
    case 'pointer-off':
      return afterPointerOff(state);
    case 'pointer-on-card':
      return state.kind === 'leaving' ? { kind: 'open', target: state.target, held: false } : state;
    case 'use-card':
      return state.kind === 'open' || state.kind === 'leaving' ? held(state, state.target) : state;
    case 'delay-passed':
      return afterDelay(state);
    case 'tap':
    case 'key':
      return state.kind === 'pinned' ? pinned(state, event.target) : held(state, event.target);
    case 'press-outside':
    case 'lost':
      return state.kind === 'closed' || state.kind === 'pinned' ? state : { kind: 'closed' };
    case 'escape':
    case 'end':
      return state.kind === 'closed' ? state : { kind: 'closed' };
    case 'pin':
      return isShowing(state) ? pinned(state, state.target) : state;
    case 'unpin':
      return state.kind === 'pinned' ? held(state, state.target) : state;
    default:
      return event satisfies never;
  }
}

/** How long the state lasts before `delay-passed`, in milliseconds; `undefined`: for ever. */
export function popoverDelay(state: PopoverState<unknown>, delays: PopoverDelays): number | undefined {
  switch (state.kind) {
    case 'waiting':
      return delays.open;
    case 'leaving':
      return delays.close;
    case 'pinned':
      return state.next === undefined ? undefined : delays.open;
    case 'closed':
    case 'open':
      return undefined;
    default:
      return state satisfies never;
  }
}

/** What the popover shows in this state, if it shows anything. */
export function shownBy<Target>(state: PopoverState<Target>): Target | undefined {
  return isShowing(state) ? state.target : undefined;
}

/** What the popover would show if the time of this state passed: the answer about it may be fetched meanwhile. */
export function expectedBy<Target>(state: PopoverState<Target>): Target | undefined {
  switch (state.kind) {
    case 'waiting':
      return state.target;
    case 'leaving':
    case 'pinned':
      return state.next;
    case 'closed':
    case 'open':
      return undefined;
    default:
      return state satisfies never;
  }
}

type Showing<Target> = Extract<PopoverState<Target>, { kind: 'open' | 'leaving' | 'pinned' }>;

function isShowing<Target>(state: PopoverState<Target>): state is Showing<Target> {
  return state.kind === 'open' || state.kind === 'leaving' || state.kind === 'pinned';
}

function pinned<Target>(state: PopoverState<Target>, target: Target): PopoverState<Target> {
  if (state.kind === 'pinned' && state.target === target && state.next === undefined) return state;
  return { kind: 'pinned', target, next: undefined };
}

function held<Target>(state: PopoverState<Target>, target: Target): PopoverState<Target> {
  if (state.kind === 'open' && state.held && state.target === target) return state;
  return { kind: 'open', target, held: true };
}

function afterPointerOn<Target>(
  state: PopoverState<Target>,
  target: Target,
  meant: boolean,
): PopoverState<Target> {
  switch (state.kind) {
    case 'closed':
      return { kind: 'waiting', target };
    case 'waiting':
      return state.target === target ? state : { kind: 'waiting', target };
    case 'open':
      return state.held || state.target === target
        ? state
        : { kind: 'leaving', target: state.target, next: target };
    case 'leaving':
      if (state.target === target) return { kind: 'open', target, held: false };
      return state.next === target ? state : { kind: 'leaving', target: state.target, next: target };
    case 'pinned': {
      const next = meant && state.target !== target ? target : undefined;
      return state.next === next ? state : { kind: 'pinned', target: state.target, next };
    }
    default:
      return state satisfies never;
  }
}

function afterPointerOff<Target>(state: PopoverState<Target>): PopoverState<Target> {
  switch (state.kind) {
    case 'closed':
      return state;
    case 'waiting':
      return { kind: 'closed' };
    case 'open':
      return state.held ? state : { kind: 'leaving', target: state.target, next: undefined };
    case 'leaving':
      return state.next === undefined ? state : { kind: 'leaving', target: state.target, next: undefined };
    case 'pinned':
      return pinned(state, state.target);
    default:
      return state satisfies never;
  }
}

function afterDelay<Target>(state: PopoverState<Target>): PopoverState<Target> {
  switch (state.kind) {
    case 'waiting':
      return { kind: 'open', target: state.target, held: false };
    case 'leaving':
      return state.next === undefined
        ? { kind: 'closed' }
        : { kind: 'open', target: state.next, held: false };
    case 'pinned':
      return pinned(state, state.next ?? state.target);
    case 'closed':
    case 'open':
      return state;
    default:
      return state satisfies never;
  }
}
