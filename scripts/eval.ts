// npm run eval: how well the extension reads the corpora in tests/corpora, beside what it is to reach. --show lists what was
// wrong or missed.
import { isReached, measure } from './eval/measure.ts';
import { run } from './run.ts';

const { code, output } = await run('data/build.ts', []);
if (code !== 0) throw new Error(output);
const shows = process.argv.includes('--show');
const figures = measure();
const width = Math.max(...figures.map(({ name }) => name.length));
for (const figure of figures) {
  const { name, value, target, sense, faults } = figure;
  const wanted =
    target === 0 ? '' : `${sense} ${target.toFixed(3)}  ${isReached(figure) ? 'reached' : 'MISSED'}`;
  console.log(`${name.padEnd(width)}  ${value.toFixed(3)}  ${wanted}`);
  if (shows) for (const fault of faults) console.log(`    ${fault}`);
}
process.exitCode = figures.every(isReached) ? 0 : 1;
