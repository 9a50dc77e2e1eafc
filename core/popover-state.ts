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
 *    escape, press-outside, lost: from anywhere to closed.
 *    A held popover was asked for: a pointer that wanders off neither closes nor replaces it.
 * ```
 *
 * A later `pinned` is one more kind of state: it answers to nothing but escape and its own button.
 */
export type PopoverState<Target> =
  | { readonly kind: 'closed' }
  /** The pointer rests on something; if it stays, the popover opens. */
  | { readonly kind: 'waiting'; readonly target: Target }
  /** Shown. */
  | { readonly kind: 'open'; readonly target: Target; readonly held: boolean }
  /** Still shown, but the pointer has left; `next` is what it rests on meanwhile. */
  | { readonly kind: 'leaving'; readonly target: Target; readonly next: Target | undefined };

/** What can happen to the popover. */
export type PopoverEvent<Target> =
  /** The pointer (or the focus) came to rest on something that can be explained. */
  | { readonly type: 'pointer-on'; readonly target: Target }
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
  | { readonly type: 'lost' };

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
      return afterPointerOn(state, event.target);
    case 'pointer-off':
      return afterPointerOff(state);
    case 'pointer-on-card':
      return state.kind === 'leaving' ? { kind: 'open', target: state.target, held: false } : state;
    case 'use-card':
      return isShowing(state) ? held(state, state.target) : state;
    case 'delay-passed':
      return afterDelay(state);
    case 'tap':
    case 'key':
      return held(state, event.target);
    case 'escape':
    case 'press-outside':
    case 'lost':
      return state.kind === 'closed' ? state : { kind: 'closed' };
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

type Showing<Target> = Extract<PopoverState<Target>, { kind: 'open' | 'leaving' }>;

function isShowing<Target>(state: PopoverState<Target>): state is Showing<Target> {
  return state.kind === 'open' || state.kind === 'leaving';
}

function held<Target>(state: PopoverState<Target>, target: Target): PopoverState<Target> {
  if (state.kind === 'open' && state.held && state.target === target) return state;
  return { kind: 'open', target, held: true };
}

function afterPointerOn<Target>(state: PopoverState<Target>, target: Target): PopoverState<Target> {
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
    case 'closed':
    case 'open':
      return state;
    default:
      return state satisfies never;
  }
}
