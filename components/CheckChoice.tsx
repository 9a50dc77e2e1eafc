/** Any of a few, each with its name. */
export function CheckChoice<Value extends string>({
  legend,
  chosen,
  options,
  onChoose,
}: {
  legend: string;
  chosen: ReadonlySet<Value>;
  options: readonly (readonly [value: Value, label: string])[];
  onChoose: (value: Value, isChosen: boolean) => void;
}) {
  return (
    <fieldset class="ng-choice">
      <legend>{legend}</legend>
      {options.map(([option, label]) => (
        <label key={option}>
          <input
            type="checkbox"
            value={option}
            checked={chosen.has(option)}
            onChange={(event) => onChoose(option, event.currentTarget.checked)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
