import { readSettings } from './read-settings.ts';
import { defaultSettings, type Settings } from './settings.ts';

/** Names the file for what it is, and keeps other JSON from being taken for it. */
const format = 'naltrexone-gloss-settings';

/** Larger than any file of settings that we write. */
const longestFile = 2_000_000;

/** What came of reading a file of settings. */
export type SettingsImport =
  /** `refused` names the fields that could not be read; they have their defaults. */
  | { readonly kind: 'read'; readonly settings: Settings; readonly refused: readonly string[] }
  | { readonly kind: 'unreadable'; readonly why: 'too-large' | 'not-json' | 'other-file' };

/** Settings as the text of a JSON file. */
export function writeSettingsFile(settings: Settings): string {
  return `${JSON.stringify({ format, ...settings, sites: Object.fromEntries(settings.sites) }, null, 2)}\n`;
}

/** Reads the text of such a file, whoever wrote it. Never throws. */
export function readSettingsFile(text: string): SettingsImport {
  if (text.length > longestFile) return { kind: 'unreadable', why: 'too-large' };
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch {
    return { kind: 'unreadable', why: 'not-json' };
  }
  const isOurs = typeof stored === 'object' && stored !== null && Reflect.get(stored, 'format') === format;
  if (!isOurs) return { kind: 'unreadable', why: 'other-file' };
  const known = new Set([...Object.keys(defaultSettings), 'format']);
  const refused = new Set(Object.keys(stored as object).filter((field) => !known.has(field)));
  const settings = readSettings(stored, (field) => refused.add(field));
  return { kind: 'read', settings, refused: [...refused] };
}
