import type { EntryId } from '@/core/entry.ts';
import type { Lexicon, LexiconName } from '@/core/lexicon.ts';

/** A handful of names, enough to read a page with: every kind, and an abbreviation that must be spelled out. */
export const smallLexicon: Lexicon = {
  compiled: '2026-11-01',
  names: [
    name('naltrexone', 'topic:naltrexone'),
    name('low-dose naltrexone', 'topic:low-dose-naltrexone'),
    name('depression', 'condition:depression'),
    name('post-traumatic stress disorder', 'condition:ptsd'),
    abbreviation('PTSD', 'condition:ptsd'),
    name('anhedonia', 'term:anhedonia'),
    name('borderline personality disorder', 'condition:borderline-personality-disorder'),
    { ...abbreviation('BPD', 'condition:borderline-personality-disorder'), ambiguous: true },
  ],
};

function name(text: string, entryId: EntryId): LexiconName {
  return { text, entryId, exactCase: false, ambiguous: false, longForms: [] };
}

function abbreviation(text: string, entryId: EntryId): LexiconName {
  return { ...name(text, entryId), exactCase: true };
}
