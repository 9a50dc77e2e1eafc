import { defaultSettings, type Settings } from './settings.ts';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Settings from whatever was stored: each field that is valid is kept, the rest are defaults. Never throws. */
export function readSettings(stored: unknown): Settings {
  if (!isRecord(stored)) return defaultSettings;
  const { paused, pausedSites, marks } = stored;
  return {
    version: 1,
    paused: typeof paused === 'boolean' ? paused : defaultSettings.paused,
    pausedSites: Array.isArray(pausedSites)
      ? [...new Set(pausedSites.filter((site): site is string => typeof site === 'string' && site !== ''))]
      : defaultSettings.pausedSites,
    marks: marks === 'highlight' || marks === 'element' ? marks : defaultSettings.marks,
  };
}

/** Is nothing to be marked on this host? */
export function isPaused(settings: Settings, host: string): boolean {
  return settings.paused || settings.pausedSites.includes(host);
}

/** The settings with this host switched on or off. */
export function withSite(settings: Settings, host: string, paused: boolean): Settings {
  const others = settings.pausedSites.filter((site) => site !== host);
  return { ...settings, pausedSites: paused ? [...others, host] : others };
}
