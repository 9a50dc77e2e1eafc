/** What an event of this type carries, as far as the platform says. */
export type PageEvent<Type extends string> = Type extends keyof GlobalEventHandlersEventMap
  ? GlobalEventHandlersEventMap[Type]
  : Type extends keyof DocumentEventMap
    ? DocumentEventMap[Type]
    : Type extends keyof WindowEventMap
      ? WindowEventMap[Type]
      : Event;

/**
 * Listens on a page, and hears only what the reader or the browser did: a page can dispatch any event it likes, and
 * such events are dropped here. Every page event of the extension passes through this function (a test holds that).
 * Listening is in the capture phase unless `capture: false`, so that a page cannot keep an event from us, and passive
 * unless `passive: false`. It ends with the signal.
 */
export function listen<Type extends string>(
  target: EventTarget,
  type: Type,
  hear: (event: PageEvent<Type>) => void,
  signal: AbortSignal,
  options: { readonly capture?: boolean; readonly passive?: boolean } = {},
): void {
  const { capture = true, passive = true } = options;
  const hearTrusted = (event: Event): void => {
    // The platform promises this event type for this name; TypeScript cannot know it for an EventTarget.
    if (event.isTrusted) hear(event as PageEvent<Type>);
  };
  target.addEventListener(type, hearTrusted, { capture, passive, signal });
}

/** Keeps events that nobody really made from reaching anything inside: a page cannot press what it cannot see. */
export function refuseUntrusted(inside: EventTarget, types: readonly string[], signal: AbortSignal): void {
  const refuse = (event: Event): void => {
    if (event.isTrusted) return;
    event.stopImmediatePropagation();
    event.preventDefault();
  };
  for (const type of types) inside.addEventListener(type, refuse, { capture: true, signal });
}
