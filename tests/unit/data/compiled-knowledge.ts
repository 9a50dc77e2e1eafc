import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type AuthoredFile, compileKnowledge } from '@/core/compile-knowledge.ts';
import { compileRules } from '@/core/compile-rules.ts';
import type { Entry, EntryKind } from '@/core/entry.ts';
import type { Lexicon } from '@/core/lexicon.ts';
import type { AbbreviationRule } from '@/core/rules.ts';

/** The authored files and the kind of entry each holds. */
export const authoredFiles: readonly (readonly [file: string, kind: EntryKind])[] = [
  ['terms.yaml', 'term'],
  ['conditions.yaml', 'condition'],
  ['topics.yaml', 'topic'],
  ['trials.yaml', 'trial'],
];

/** A file of `data/` as it is written. */
export const readData = (file: string): string =>
  readFileSync(new URL(`../../../data/${file}`, import.meta.url), 'utf8');

/** Everything in `data/`, compiled; throws with every problem when it cannot be. */
export function compiledKnowledge(): {
  readonly entries: readonly Entry[];
  readonly lexicon: Lexicon;
  readonly abbreviations: readonly AbbreviationRule[];
} {
  const files = authoredFiles.map(
    ([file, kind]): AuthoredFile => ({ file, kind, content: parse(readData(file), { schema: 'core' }) }),
  );
  const compilation = compileKnowledge(files);
  if (!compilation.ok) throw new Error(JSON.stringify(compilation.problems, null, 2));
  const { entries, lexicon } = compilation;
  const ruling = compileRules('rules.yaml', parse(readData('rules.yaml'), { schema: 'core' }), lexicon);
  if (!ruling.ok) throw new Error(JSON.stringify(ruling.problems, null, 2));
  return { entries, lexicon: { ...lexicon, rules: ruling.rules }, abbreviations: ruling.abbreviations };
}
