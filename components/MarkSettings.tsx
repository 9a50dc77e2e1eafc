import type { Settings } from '@/core/settings.ts';
import { Switch } from './Switch.tsx';

const styles = [
  ['highlight', 'Quiet highlights', 'the page is not touched'],
  ['element', 'Marks you can Tab to', 'for the keyboard and screen readers'],
] as const;

/** What holds for all sites: whether words are marked, and how. */
export function MarkSettings({
  settings,
  onPauseAll,
  onMarks,
}: {
  settings: Settings;
  onPauseAll: (paused: boolean) => void;
  onMarks: (marks: Settings['marks']) => void;
}) {
  return (
    <details class="ng-settings">
      <summary>Settings for all sites</summary>
      <Switch name="Mark words on all sites" on={!settings.paused} onSwitch={(on) => onPauseAll(!on)} />
      <fieldset>
        <legend>How words are marked</legend>
        {styles.map(([value, name, why]) => (
          <label key={value}>
            <input
              type="radio"
              name="marks"
              value={value}
              checked={settings.marks === value}
              onChange={() => onMarks(value)}
            />
            <span>
              {name}
              <small> {why}</small>
            </span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
