import type { EntryKind } from '@/core/entry.ts';
import { entryKinds, type Settings, type SiteMode } from '@/core/settings.ts';
import { kindWords } from './kind-words.ts';

type Options<Value extends string> = readonly (readonly [value: Value, label: string, hint?: string])[];

/** How much is marked, in words. */
export const densityWords: Options<Settings['density']> = [
  ['every', 'Every mention'],
  ['section', 'The first in each section'],
  ['page', 'The first on the page'],
];

/** What happens on a site, in words. */
export const siteWords: Options<SiteMode> = [
  ['on', 'Mark words'],
  ['ask', 'Only when I click'],
  ['off', 'Leave it alone'],
];

/** How marks look, in words. */
export const underlineWords: Options<Settings['underline']> = [
  ['forms', 'A line for each kind', 'dotted, dashed, double or wavy'],
  ['thin', 'Fine dots for all'],
  ['strong', 'Thick lines', 'easier to see'],
];

/** How marks are made, in words. */
export const markWords: Options<Settings['marks']> = [
  ['highlight', 'Quiet highlights', 'the page is not touched'],
  ['element', 'Marks you can Tab to', 'for the keyboard and screen readers'],
];

/** What opens a card, in words. */
export const openWords: Options<Settings['open']> = [
  ['hover', 'Resting on a word'],
  ['modifier', 'Resting on a word with a key held'],
  ['click', 'A click on a word'],
];

/** The keys to hold, in words. */
export const modifierWords: Options<Settings['modifier']> = [
  ['Alt', 'Alt or Option'],
  ['Control', 'Control'],
  ['Shift', 'Shift'],
];

/** Said where the browser refuses to sync a setting, and this computer has it. */
export const keptHere =
  'It is kept on this computer only: the browser refused to take it to your others. That is tried again with the next change.';

/** Said where the browser stores nothing. */
export const notStored =
  'The browser refused to store this: its storage is full. What was set before is kept.';

/** The kinds of entry, in words. */
export const kindOptions: readonly (readonly [EntryKind, string])[] = entryKinds.map((kind) => [
  kind,
  kindWords[kind].many,
]);
