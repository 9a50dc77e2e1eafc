import { readFileSync } from 'node:fs';
import type { EntryId } from '../../core/entry.ts';
import { root } from '../run.ts';
import type { TextDocument } from '../scan/scan-texts.ts';

const folder = `${root}tests/corpora/`;

/** What a corpus says of a stretch of text, `[start, end)`. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** A document in which people marked every mental disorder. */
export interface MentionDocument extends TextDocument {
  readonly mentions: readonly (Span & {
    readonly text: string;
    readonly concepts: readonly string[];
    /** Neither asked for nor wrong: symptoms, and words of no one disorder. */
    readonly optional: boolean;
  })[];
  /** What looks like one and is none. */
  readonly traps: readonly Span[];
}

/** A document that itself says what an abbreviation in it means. */
export interface SenseDocument extends TextDocument {
  readonly labels: readonly {
    readonly abbr: string;
    readonly longform: string;
    /** `target`: the abbreviation means what we would take it for. */
    readonly sense: 'target' | 'other_psych' | 'non_psych';
    /** Slugs of what we would take it for, with bars between them. */
    readonly target_concept: string;
    readonly spans: readonly (readonly [start: number, end: number])[];
  }[];
}

/** A document with the abbreviations it defines. */
export interface DefinitionDocument extends TextDocument {
  readonly pairs: readonly (readonly [shortForm: string, longForm: string])[];
}

/** The open corpora, as tests/corpora/README.md describes them. */
export const corpora = {
  mentions: (): MentionDocument[] => [
    ...linesOf<MentionDocument>('bc5cdr_training.jsonl'),
    ...linesOf<MentionDocument>('ncbi_disease_train.jsonl'),
  ],
  senses: (): SenseDocument[] => linesOf<SenseDocument>('ctgov_abbrev_sense.jsonl'),
  definitions: (): DefinitionDocument[] => linesOf<DefinitionDocument>('med1250_part1.jsonl'),
};

/** The corpora's names of concepts, and the entries that are about them. */
export function conceptTable(): ReadonlyMap<string, readonly EntryId[]> {
  return new Map(Object.entries(JSON.parse(readFileSync(`${folder}concepts.json`, 'utf8'))));
}

/** The files are ours and do not change: their form is taken as it is. */
function linesOf<T>(file: string): T[] {
  return readFileSync(folder + file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): T => JSON.parse(line));
}
