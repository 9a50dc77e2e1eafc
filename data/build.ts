// npm run data: checks every entry in data/*.yaml and writes data/compiled/. Fails with file, entry and reason.
// npm run data -- --explain NAME: says which entry a name leads to, and why.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LineCounter, parseDocument } from 'yaml';
import type { Problem } from '../core/check-entries.ts';
import { type AuthoredFile, compileKnowledge } from '../core/compile-knowledge.ts';
import { compileRules } from '../core/compile-rules.ts';
import type { EntryKind } from '../core/entry.ts';
import { explainName } from '../core/explain-name.ts';
import type { Lexicon } from '../core/lexicon.ts';
import { packLexicon } from '../core/packed-lexicon.ts';
import { reviewKnowledge } from '../core/review-knowledge.ts';
import { searchDocument } from '../core/search-document.ts';
import { formWords } from './form-words.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const files: readonly (readonly [string, EntryKind])[] = [
  ['terms.yaml', 'term'],
  ['conditions.yaml', 'condition'],
  ['topics.yaml', 'topic'],
  ['trials.yaml', 'trial'],
];

function readAuthored(file: string): Pick<AuthoredFile, 'file' | 'content'> {
  const lines = new LineCounter();
  const text = readFileSync(here(file), 'utf8');
  const document = parseDocument(text, { lineCounter: lines, schema: 'core' });
  const [error] = document.errors;
  // What follows a first error of form is mostly its echo.
  if (error !== undefined) fail([`data/${file}: ${formWords(error, text)}`]);
  return { file: `data/${file}`, content: document.toJS() };
}

const inLines = (problems: readonly Problem[]): string[] =>
  problems.map(({ file, entry, reason }) => `${file}: ${entry}: ${reason}`);

function fail(messages: readonly string[]): never {
  for (const message of messages) console.error(message);
  console.error(`\n${messages.length} problem(s). data/README.md says what each field means.`);
  process.exit(1);
}

const compilation = compileKnowledge(files.map(([file, kind]) => ({ ...readAuthored(file), kind })));
if (!compilation.ok) fail(inLines(compilation.problems));
const authoredRules = readAuthored('rules.yaml');
const ruling = compileRules(authoredRules.file, authoredRules.content, compilation.lexicon);
if (!ruling.ok) fail(inLines(ruling.problems));
const lexicon: Lexicon = { ...compilation.lexicon, rules: ruling.rules };

mkdirSync(here('compiled'), { recursive: true });
writeFileSync(here('compiled/lexicon.json'), JSON.stringify(packLexicon(lexicon)));
writeFileSync(here('compiled/abbreviations.json'), JSON.stringify(ruling.abbreviations));
writeFileSync(here('compiled/entries.json'), JSON.stringify(compilation.entries));
writeFileSync(here('compiled/search.json'), JSON.stringify(compilation.entries.map(searchDocument)));

const [flag, name] = process.argv.slice(2);
const today = new Date().toISOString().slice(0, 10);
const lines =
  flag === '--explain' && name !== undefined
    ? explainName(name, lexicon, compilation.entries)
    : [
        ...reviewKnowledge(compilation.entries, today),
        `names: ${compilation.lexicon.names.length}; as of ${compilation.lexicon.compiled}`,
      ];
for (const line of lines) console.log(line);
