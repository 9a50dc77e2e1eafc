import type { EntryId } from '../../core/entry.ts';
import type { Mention } from '../../core/mention.ts';

/** A mention as `npm run scan` prints it. Offsets in UTF-16 units of the document's text, end exclusive. */
export interface ScannedMention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** term, condition, trial or topic. */
  readonly kind: string;
  readonly entry: EntryId;
  /** Why it is taken for this. */
  readonly reason: string;
}

/** What a document holds. */
export interface ScannedDocument {
  readonly id: string;
  readonly mentions: readonly ScannedMention[];
  /** Abbreviation and long form, as the document pairs them. */
  readonly definitions: readonly (readonly [shortForm: string, longForm: string])[];
}

/** A mention as it is printed, with its words. */
export function scanned({ start, end, entryIds, reason }: Mention, words: string): ScannedMention[] {
  const [entry] = entryIds;
  if (entry === undefined) return [];
  const kind = entry.slice(0, entry.indexOf(':'));
  return [{ start, end, text: words, kind, entry, reason: reasonInWords(reason, kind) }];
}

function reasonInWords(reason: Mention['reason'], kind: string): string {
  if (reason === undefined) return kind === 'trial' ? 'identifier' : 'name';
  switch (reason.kind) {
    case 'defined':
      return `defined: ${reason.longForm}`;
    case 'named':
      return 'named in full elsewhere';
    case 'cue':
      return `words near by: ${reason.cue}`;
    case 'link':
      return 'link to the record';
    case 'undecided':
      return 'undecided';
    case 'only-meaning':
      return 'only meaning';
    default:
      return reason satisfies never;
  }
}
