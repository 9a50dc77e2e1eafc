// npm run data: checks every entry in data/*.yaml and writes data/compiled/. Fails with file, entry and reason.
// npm run data -- --explain NAME: says which entry a name leads to, and why.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LineCounter, parseDocument } from 'yaml';
import { type AuthoredFile, compileKnowledge } from '../core/compile-knowledge.ts';
import type { EntryKind } from '../core/entry.ts';
import { explainName } from '../core/explain-name.ts';
import { packLexicon } from '../core/packed-lexicon.ts';
import { reviewKnowledge } from '../core/review-knowledge.ts';
import { searchDocument } from '../core/search-document.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const files: readonly (readonly [string, EntryKind])[] = [
  ['terms.yaml', 'term'],
  ['conditions.yaml', 'condition'],
  ['topics.yaml', 'topic'],
  ['trials.yaml', 'trial'],
];

function readAuthored(file: string, kind: EntryKind): AuthoredFile {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(here(file), 'utf8'), { lineCounter: lines, schema: 'core' });
  for (const error of document.errors) fail([`data/${file}: ${error.message}`]);
  return { file: `data/${file}`, kind, content: document.toJS() };
}

function fail(messages: readonly string[]): never {
  for (const message of messages) console.error(message);
  console.error(`\n${messages.length} problem(s). data/README.md says what each field means.`);
  process.exit(1);
}

const compilation = compileKnowledge(files.map(([file, kind]) => readAuthored(file, kind)));
if (!compilation.ok)
  fail(compilation.problems.map(({ file, entry, reason }) => `${file}: ${entry}: ${reason}`));

mkdirSync(here('compiled'), { recursive: true });
writeFileSync(here('compiled/lexicon.json'), JSON.stringify(packLexicon(compilation.lexicon)));
writeFileSync(here('compiled/entries.json'), JSON.stringify(compilation.entries));
writeFileSync(here('compiled/search.json'), JSON.stringify(compilation.entries.map(searchDocument)));

const [flag, name] = process.argv.slice(2);
const today = new Date().toISOString().slice(0, 10);
const lines =
  flag === '--explain' && name !== undefined
    ? explainName(name, compilation.lexicon, compilation.entries)
    : [
        ...reviewKnowledge(compilation.entries, today),
        `names: ${compilation.lexicon.names.length}; as of ${compilation.lexicon.compiled}`,
      ];
for (const line of lines) console.log(line);
