import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import type { AuthoredTrial } from './refreshed-trial.ts';

/** The trials in a file. @throws when it is not written as the project writes it: then every line would be in the diff. */
export function readTrials(file: string): AuthoredTrial[] {
  const text = readFileSync(file, 'utf8');
  const trials: AuthoredTrial[] = parse(text, { schema: 'core' });
  if (formatted(trials) !== text)
    throw new Error(`${file} is not formatted; npm run data and the tests say more.`);
  return trials;
}

/** Writes the file at once: whoever reads it, also after a crash, finds it as it was or as it is. */
export function writeTrials(file: string, trials: readonly AuthoredTrial[]): void {
  const draft = `${file}.draft`;
  writeFileSync(draft, formatted(trials), { flush: true });
  renameSync(draft, file);
}

/** An entry is an alias of nothing: each is written out, whoever shares an object with it. */
const formatted = (trials: readonly AuthoredTrial[]): string =>
  stringify(trials, { lineWidth: 110, aliasDuplicateObjects: false });
