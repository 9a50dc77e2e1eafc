/** Whether Tab would leave a dialog: the focus is on the last thing that takes it, or backwards on the first or the dialog itself. */
export function tabLeaves(surface: HTMLElement, focused: Element | null, backwards: boolean): boolean {
  const stops = tabStops(surface);
  if (backwards) return focused === stops[0] || focused?.getAttribute('role') === 'dialog';
  return focused === stops.at(-1);
}

/** What takes the focus in a dialog, in order. */
export function tabStops(surface: HTMLElement): HTMLElement[] {
  return [...surface.querySelectorAll<HTMLElement>('button:enabled, a[href], summary, input')].filter(
    (stop) => stop.checkVisibility(),
  );
}
