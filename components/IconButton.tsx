/** A small button with a drawing and a name. */
export function IconButton({
  name,
  drawing,
  onPress,
}: {
  name: string;
  drawing: string;
  onPress: () => void;
}) {
  return (
    <button type="button" class="ng-icon-button" aria-label={name} title={name} onClick={() => onPress()}>
      <svg class="ng-icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d={drawing} class="ng-icon-line" />
      </svg>
    </button>
  );
}
