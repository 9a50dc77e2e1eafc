import { plainFields, readSettings, readSiteRule } from './read-settings.ts';
import { defaultSettings, entryKinds, type Settings } from './settings.ts';

/**
 * Settings in parts that are stored each by itself, so that two windows, or two computers, that change different things
 * lose nothing, and none comes near the 8 kB the browser allows for one.
 */
export type SettingsItems = Readonly<Record<string, unknown>>;

const kindPrefix = 'kind:';
const sitePrefix = 'site:';

/** The parts in which settings differ from the defaults; `null` for a rule that is there no more is made by `changedItems`. */
export function itemsOf(settings: Settings): SettingsItems {
  const items: Record<string, unknown> = {};
  for (const field of plainFields) {
    if (settings[field] !== defaultSettings[field]) items[field] = settings[field];
  }
  for (const kind of entryKinds) {
    if (settings.kinds[kind] !== defaultSettings.kinds[kind]) items[kindPrefix + kind] = settings.kinds[kind];
  }
  for (const [pattern, rule] of settings.sites) items[sitePrefix + pattern] = rule;
  return items;
}

/** What has to be stored to get from one to the other: a value for each part that changed, `null` for the default. */
export function changedItems(from: Settings, to: Settings): SettingsItems {
  const [before, after] = [itemsOf(from), itemsOf(to)];
  const changed: Record<string, unknown> = {};
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const value = after[key] ?? null;
    if (JSON.stringify(before[key] ?? null) !== JSON.stringify(value)) changed[key] = value;
  }
  return changed;
}

/** Settings from parts; those that cannot be read are as if they were not there. Never throws. */
export function settingsFrom(items: SettingsItems, base: Settings = defaultSettings): Settings {
  const plain: Record<string, unknown> = { ...base };
  const kinds: Record<string, unknown> = { ...base.kinds };
  const sites = new Map(base.sites);
  for (const [key, value] of Object.entries(items)) {
    const isGone = value === null;
    if (key.startsWith(sitePrefix)) {
      const pattern = key.slice(sitePrefix.length);
      const rule = readSiteRule(value);
      if (isGone) sites.delete(pattern);
      else if (rule) sites.set(pattern, rule);
    } else if (key.startsWith(kindPrefix)) {
      const kind = entryKinds.find((each) => kindPrefix + each === key);
      if (kind) kinds[kind] = isGone ? defaultSettings.kinds[kind] : value;
    } else {
      const field = plainFields.find((each) => each === key);
      if (field) plain[field] = isGone ? defaultSettings[field] : value;
    }
  }
  return readSettings({ ...plain, kinds, sites });
}

/** Whether a stored key is one of a part of the settings. */
export function isSettingsKey(key: string): boolean {
  return (
    key.startsWith(sitePrefix) || key.startsWith(kindPrefix) || plainFields.some((field) => field === key)
  );
}
