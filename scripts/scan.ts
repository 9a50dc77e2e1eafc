// npm run --silent scan -- [--definitions] FILE…: what the extension finds in .txt, .jsonl (doc_id and text in each line)
// and .html files, as JSON: for each document its mentions, or with --definitions the abbreviations it spells out. Texts
// are read here, pages by the built extension in Chromium; offsets of those are into
// document.body.textContent. Offsets count UTF-16 units, as JavaScript does; the end is exclusive.
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { run } from './run.ts';
import { scanPages } from './scan/scan-pages.ts';
import type { ScannedDocument } from './scan/scan-result.ts';
import { type TextDocument, textScanner, textsOf, UnreadableFile } from './scan/scan-texts.ts';

const files = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const wantsDefinitions = process.argv.includes('--definitions');
if (files.length === 0) {
  console.error('Which files? npm run --silent scan -- [--definitions] FILE.txt|.jsonl|.html …');
  process.exit(2);
}
const isPage = (file: string): boolean => /\.x?html?$/i.test(file);
const pages = files.filter(isPage);
const texts = readTexts(files.filter((file) => !isPage(file)));
const seen = new Set<string>();
for (const id of [...texts.map(({ doc_id }) => doc_id), ...pages.map((file) => basename(file))]) {
  if (seen.has(id)) stop(`Two documents are called ${id}`);
  seen.add(id);
}
const { code, output } = await run('data/build.ts', []);
if (code !== 0) throw new Error(output);
const documents: ScannedDocument[] = [...texts.map(textScanner()), ...(await scanPages(pages))];
const result = Object.fromEntries(
  documents.map(({ id, mentions, definitions }) => [id, wantsDefinitions ? definitions : mentions]),
);
process.stdout.write(`${JSON.stringify(result)}\n`);

function readTexts(names: readonly string[]): TextDocument[] {
  for (const file of files) if (!existsSync(file)) stop(`${file}: no such file`);
  try {
    return names.flatMap(textsOf);
  } catch (error) {
    if (error instanceof UnreadableFile) return stop(error.message);
    throw error;
  }
}

function stop(message: string): never {
  console.error(message);
  process.exit(2);
}
