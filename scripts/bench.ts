// npm run bench: how fast pages are read, in a real Chromium, in a world of its own as a content script's is. Every cell
// is measured in rounds that take turns with the floor and the peers, on a body made anew for each; what counts are ratios
// inside one run. --json prints one line of JSON and nothing else; --quick takes fewer rounds and leaves out the largest.
import { benchFigures } from './bench/bench-figures.ts';
import { printFigures } from './bench/print-figures.ts';
import { run } from './run.ts';

const json = process.argv.includes('--json');
const quick = process.argv.includes('--quick');
const say = json ? () => undefined : (what: string) => process.stderr.write(`${what}\n`);
const { code, output } = await run('data/build.ts', []);
if (code !== 0) throw new Error(output);
const figures = await benchFigures({ quick, say });
if (json) console.log(JSON.stringify(figures));
else printFigures(figures);
