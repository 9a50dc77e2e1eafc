/** A small button with a drawing and a name. */
export function IconButton({
  name,
  drawing,
  hides,
  isPressed,
  look,
  onPress,
}: {
  name: string;
  drawing: string;
  /** Id of a popover the browser itself hides at the press, whoever else is there to hear it. */
  hides?: string;
  /** For a button that is on or off. */
  isPressed?: boolean;
  /** A class of its own, besides. */
  look?: string;
  /** Absent: it cannot be pressed now. */
  onPress: (() => void) | undefined;
}) {
  return (
    <button
      type="button"
      class={look === undefined ? 'ng-icon-button' : `ng-icon-button ${look}`}
      aria-label={name}
      title={name}
      aria-pressed={isPressed}
      disabled={onPress === undefined}
      {...(hides !== undefined && { popovertarget: hides, popovertargetaction: 'hide' as const })}
      onClick={() => onPress?.()}
    >
      <svg class="ng-icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d={drawing} class="ng-icon-line" />
      </svg>
    </button>
  );
}
