/** One of a few, with a word on each. */
export function RadioChoice<Value extends string>({
  legend,
  name,
  value,
  options,
  onChoose,
}: {
  legend: string;
  /** Ties the buttons together; one for each choice on a surface. */
  name: string;
  value: Value;
  options: readonly (readonly [value: Value, label: string, hint?: string])[];
  onChoose: (value: Value) => void;
}) {
  return (
    <fieldset class="ng-choice">
      <legend>{legend}</legend>
      {options.map(([option, label, hint]) => (
        <label key={option}>
          <input
            type="radio"
            name={name}
            value={option}
            checked={option === value}
            onChange={() => onChoose(option)}
          />
          <span>
            {label}
            {hint !== undefined && <small> {hint}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
