/** A small button with a drawing and a name. */
export function IconButton({
  name,
  drawing,
  hides,
  onPress,
}: {
  name: string;
  drawing: string;
  /** Id of a popover the browser itself hides at the press, whoever else is there to hear it. */
  hides?: string;
  onPress: () => void;
}) {
  return (
    <button
      type="button"
      class="ng-icon-button"
      aria-label={name}
      title={name}
      {...(hides !== undefined && { popovertarget: hides, popovertargetaction: 'hide' as const })}
      onClick={() => onPress()}
    >
      <svg class="ng-icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d={drawing} class="ng-icon-line" />
      </svg>
    </button>
  );
}
