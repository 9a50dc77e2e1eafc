import type { SettingsImport } from '@/core/settings-file.ts';

/** More names than this are only counted. */
const named = 5;

/** What came of reading a file of settings, in words. */
export function wordsForImport(read: SettingsImport): string {
  if (read.kind === 'read') {
    const { refused } = read;
    if (refused.length === 0) return 'The settings in the file are in force.';
    const rest = refused.length > named ? ` and ${refused.length - named} more` : '';
    return `The settings in the file are in force, except what could not be read: ${refused.slice(0, named).join(', ')}${rest}.`;
  }
  switch (read.why) {
    case 'too-large':
      return 'This file is too large for settings. Nothing was changed.';
    case 'not-json':
      return 'This file could not be read: it is not JSON. Nothing was changed.';
    case 'other-file':
      return 'This file holds no settings of Naltrexone Gloss. Nothing was changed.';
    default:
      return read.why satisfies never;
  }
}
