import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { createAbbreviationEvidence } from '../../core/abbreviation-evidence.ts';
import { createRecogniser } from '../../core/create-recogniser.ts';
import { unpackLexicon } from '../../core/packed-lexicon.ts';
import { readText } from '../../core/read-text.ts';
import { root } from '../run.ts';
import { type ScannedDocument, scanned } from './scan-result.ts';

/** A document of plain text. */
export interface TextDocument {
  readonly doc_id: string;
  readonly text: string;
}

/** The documents of a file: one of a .txt, called after the file, one a line of a .jsonl. */
export function textsOf(file: string): TextDocument[] {
  const content = readFileSync(file, 'utf8');
  if (!file.endsWith('.jsonl')) return [{ doc_id: basename(file), text: content }];
  return content
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index) => documentFrom(JSON.parse(line), `${file}, line ${index + 1}`));
}

function documentFrom(line: unknown, place: string): TextDocument {
  if (typeof line === 'object' && line !== null && 'doc_id' in line && 'text' in line) {
    const { doc_id, text } = line;
    if (typeof doc_id === 'string' && typeof text === 'string') return { doc_id, text };
  }
  throw new Error(`${place}: not an object with doc_id and text`);
}

/** Gives a reader of plain texts that knows what the compiled data holds. */
export function textScanner(): (document: TextDocument) => ScannedDocument {
  const recogniser = createRecogniser(
    unpackLexicon(JSON.parse(readFileSync(`${root}data/compiled/lexicon.json`, 'utf8'))),
  );
  const evidence = createAbbreviationEvidence(
    JSON.parse(readFileSync(`${root}data/compiled/abbreviations.json`, 'utf8')),
  );
  return ({ doc_id, text }) => {
    const { mentions, definitions } = readText(text, recogniser, evidence);
    return {
      id: doc_id,
      mentions: mentions.flatMap((mention) => scanned(mention, text.slice(mention.start, mention.end))),
      definitions: definitions.map(({ shortForm, longForm }) => [shortForm, longForm] as const),
    };
  };
}
