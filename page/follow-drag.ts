import { listen } from './listen.ts';

/** A press that goes less far than this is a press, in CSS pixels. */
const slack = 4;

/**
 * Reports how a pointer that was pressed on a handle moves until it is let go, in CSS pixels since the report before.
 * `handleAt` finds the handle, if a press is on one. Touching scrolls nothing there if the handle says `touch-action: none`.
 */
export function followDrag(
  surface: HTMLElement,
  handleAt: (pressed: Element) => Element | null,
  moved: (x: number, y: number) => void,
  signal: AbortSignal,
): void {
  let from: { x: number; y: number } | undefined;
  let isMoving = false;

  listen(
    surface,
    'pointerdown',
    (event) => {
      const [pressed] = event.composedPath();
      const handle = pressed instanceof Element && event.button === 0 ? handleAt(pressed) : null;
      if (!handle) return;
      from = { x: event.clientX, y: event.clientY };
      isMoving = false;
      // What leaves the handle, and the window, is still this drag.
      handle.setPointerCapture(event.pointerId);
    },
    signal,
  );
  listen(
    surface,
    'pointermove',
    (event) => {
      if (!from) return;
      const [x, y] = [event.clientX - from.x, event.clientY - from.y];
      isMoving ||= Math.hypot(x, y) > slack;
      if (!isMoving) return;
      from = { x: event.clientX, y: event.clientY };
      moved(x, y);
    },
    signal,
  );
  for (const type of ['pointerup', 'pointercancel', 'lostpointercapture'] as const) {
    listen(
      surface,
      type,
      () => {
        from = undefined;
      },
      signal,
    );
  }
}
