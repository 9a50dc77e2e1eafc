import type { Settings, SiteMode } from '@/core/settings.ts';
import { settingsOnSite } from '@/core/settings-on-site.ts';
import { RadioChoice } from './RadioChoice.tsx';
import { SiteChoice } from './SiteChoice.tsx';
import { Switch } from './Switch.tsx';
import { densityWords } from './setting-words.ts';

/** The settings one changes while reading, and the way to all of them. */
export function MarkSettings({
  settings,
  host,
  onSite,
  onPauseAll,
  onDensity,
  onOptions,
}: {
  settings: Settings;
  /** The site one is on, where it can be chosen. */
  host: string | undefined;
  onSite: (host: string, mode: SiteMode) => void;
  onPauseAll: (paused: boolean) => void;
  onDensity: (density: Settings['density']) => void;
  onOptions: () => void;
}) {
  return (
    <details class="ng-settings">
      <summary>Settings</summary>
      <Switch name="Mark words on all sites" on={!settings.paused} onSwitch={(on) => onPauseAll(!on)} />
      {host !== undefined && !settings.paused && (
        <SiteChoice
          host={host}
          mode={settingsOnSite(settings, [host]).mode}
          onMode={(mode) => onSite(host, mode)}
        />
      )}
      <RadioChoice
        legend="How much is marked"
        name="density"
        value={settings.density}
        options={densityWords}
        onChoose={onDensity}
      />
      <button type="button" class="ng-link-button" onClick={() => onOptions()}>
        All settings
      </button>
    </details>
  );
}
