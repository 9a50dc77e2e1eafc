// npm run trials:refresh: asks ClinicalTrials.gov about every trial of data/trials.yaml, once a second, and writes what it
// says of standings, facts and dates, for somebody to review as a diff. Needs the network. A run that ends early goes on
// where it was when it is started again on the same day. Ends with 1 where something could not be asked.
// For tests: --file FILE, and --registry ORIGIN for somebody who plays the registry.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { entrySchemas } from '../core/entry-schema.ts';
import { registryAsker } from './refresh/ask-registry.ts';
import { refreshProgress } from './refresh/refresh-progress.ts';
import { refreshedTrial } from './refresh/refreshed-trial.ts';
import { readTrials, writeTrials } from './refresh/trials-file.ts';

const { file, registry } = parseArgs({
  options: {
    file: { type: 'string', default: fileURLToPath(new URL('../data/trials.yaml', import.meta.url)) },
    registry: { type: 'string', default: 'https://clinicaltrials.gov' },
  },
}).values;

const today = new Date().toISOString().slice(0, 10);
const ask = registryAsker(registry, today);
const progress = refreshProgress(`${file}.progress`, today);
const trials = readTrials(file);
const counts = { asked: 0, missed: 0, before: 0 };

for (const [index, trial] of trials.entries()) {
  const id = /^trial:(NCT\d{8})$/.exec(trial.id)?.[1];
  if (id === undefined) {
    console.log(`${trial.id}: of another registry, not asked`);
    continue;
  }
  if (progress.has(id)) {
    counts.before += 1;
    continue;
  }
  const check = await ask(id);
  const { trial: refreshed, notes } = refreshedTrial(trial, check, today);
  const read = entrySchemas.trial.safeParse(refreshed);
  if (read.success) {
    trials[index] = refreshed;
    writeTrials(file, trials);
  }
  const lines = read.success
    ? notes
    : [...notes, 'what the registry says does not fit an entry, left as it is'];
  console.log(`${trial.id}: ${lines.length === 0 ? 'as it stands' : lines.join('; ')}`);
  if (check.kind === 'failed' || !read.success) counts.missed += 1;
  else progress.add(id);
  counts.asked += 1;
}

if (counts.missed === 0) progress.end();
const again =
  counts.missed === 0 ? '' : ` ${counts.missed} without an answer: run it again to ask about them.`;
const earlier = counts.before === 0 ? '' : `, ${counts.before} by a run before`;
console.log(
  `\n${counts.asked} asked${earlier}.${again} Read the diff of ${file}, then npm run data and npm test.`,
);
process.exitCode = counts.missed === 0 ? 0 : 1;
