/** On or off, at once. */
export function Switch({
  name,
  on,
  onSwitch,
}: {
  name: string;
  on: boolean;
  onSwitch: (on: boolean) => void;
}) {
  return (
    <button type="button" class="ng-switch" role="switch" aria-checked={on} onClick={() => onSwitch(!on)}>
      <span class="ng-switch-name">{name}</span>
      <span class="ng-switch-state" aria-hidden="true">
        {on ? 'on' : 'off'}
      </span>
      <span class="ng-switch-track" aria-hidden="true" />
    </button>
  );
}
