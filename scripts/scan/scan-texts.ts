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

/** A file that cannot be read as it should be, with what is wrong with it. */
export class UnreadableFile extends Error {}

/** The documents of a file: one of a .txt, called after the file, one a line of a .jsonl. */
export function textsOf(file: string): TextDocument[] {
  if (!/\.(?:txt|jsonl)$/i.test(file)) throw new UnreadableFile(`${file}: not a .txt, .jsonl or .html file`);
  const content = readFileSync(file, 'utf8');
  if (!/\.jsonl$/i.test(file)) return [{ doc_id: basename(file), text: content }];
  return content
    .replace(/^\uFEFF/, '')
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [documentFrom(line, `${file}, line ${index + 1}`)]));
}

function documentFrom(json: string, place: string): TextDocument {
  const line = parsed(json);
  if (typeof line === 'object' && line !== null && 'doc_id' in line && 'text' in line) {
    const { doc_id, text } = line;
    if (typeof doc_id === 'string' && typeof text === 'string') return { doc_id, text };
  }
  throw new UnreadableFile(`${place}: not an object with doc_id and text, which must be strings`);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
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
