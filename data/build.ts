// node data/build.ts: checks every entry in data/*.yaml and writes data/compiled/. Fails with file, entry and reason.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LineCounter, parseDocument } from 'yaml';
import { type AuthoredFile, compileKnowledge } from '../core/compile-knowledge.ts';
import type { EntryKind } from '../core/entry.ts';

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
writeFileSync(here('compiled/lexicon.json'), JSON.stringify(compilation.lexicon));
writeFileSync(here('compiled/entries.json'), JSON.stringify(compilation.entries));

const kinds = files.map(
  ([, kind]) => `${compilation.entries.filter((entry) => entry.kind === kind).length} ${kind}s`,
);
console.log(
  `${kinds.join(', ')}; ${compilation.lexicon.names.length} names; as of ${compilation.lexicon.compiled}.`,
);
