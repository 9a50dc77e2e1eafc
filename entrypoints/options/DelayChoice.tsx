import { useId } from 'preact/hooks';
import { longestDelay } from '@/core/settings.ts';

/** A length of time, in milliseconds, on a scale. */
export function DelayChoice({
  name,
  value,
  onDelay,
}: {
  name: string;
  value: number;
  onDelay: (delay: number) => void;
}) {
  const id = useId();
  return (
    <p class="ng-delay">
      <label for={id}>{name}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={longestDelay}
        step={50}
        value={value}
        aria-valuetext={inWords(value)}
        onChange={(event) => onDelay(event.currentTarget.valueAsNumber)}
      />
      <output for={id}>{inWords(value)}</output>
    </p>
  );
}

function inWords(value: number): string {
  return `${(value / 1000).toFixed(2)} s`;
}
