import type { EntryId } from '@/core/entry.ts';
import type { Lexicon, LexiconName } from '@/core/lexicon.ts';

/** A small lexicon for tests: plain strings are names; `AB!` an abbreviation, `AB?` an ambiguous one. */
export function lexiconOf(entries: Record<EntryId, readonly string[]>): Lexicon {
  const names = Object.entries(entries).flatMap(([entryId, texts]) =>
    texts.map(
      (text): LexiconName => ({
        text: text.replace(/[!?]$/, ''),
        entryId: entryId as EntryId,
        exactCase: /[!?]$/.test(text),
        ambiguous: text.endsWith('?'),
        longForms: [],
      }),
    ),
  );
  return { compiled: '2026-11-23', names };
}

/** The text with brackets around every mention. */
export function bracketed(text: string, mentions: readonly { start: number; end: number }[]): string {
  let out = '';
  let at = 0;
  for (const { start, end } of mentions) {
    out += `${text.slice(at, start)}[${text.slice(start, end)}]`;
    at = end;
  }
  return out + text.slice(at);
}
