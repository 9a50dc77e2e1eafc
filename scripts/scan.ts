// npm run --silent scan -- [--definitions] FILE…: what the extension finds in .txt, .jsonl (doc_id and text in each line)
// and .html files, as JSON: for each document its mentions, or with --definitions the abbreviations it spells out. Texts
// are read here, pages by the built extension in Chromium; offsets of those are into document.body.textContent.
import { run } from './run.ts';
import { scanPages } from './scan/scan-pages.ts';
import type { ScannedDocument } from './scan/scan-result.ts';
import { textScanner, textsOf } from './scan/scan-texts.ts';

const files = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const wantsDefinitions = process.argv.includes('--definitions');
if (files.length === 0) {
  console.error('Which files? npm run --silent scan -- [--definitions] FILE.txt|.jsonl|.html …');
  process.exit(2);
}
const { code, output } = await run('data/build.ts', []);
if (code !== 0) throw new Error(output);

const isPage = (file: string): boolean => /\.x?html?$/i.test(file);
const scan = textScanner();
const documents: ScannedDocument[] = [
  ...files.filter((file) => !isPage(file)).flatMap((file) => textsOf(file).map(scan)),
  ...(await scanPages(files.filter(isPage))),
];
const result = Object.fromEntries(
  documents.map(({ id, mentions, definitions }) => [id, wantsDefinitions ? definitions : mentions]),
);
process.stdout.write(`${JSON.stringify(result)}\n`);
