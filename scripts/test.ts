// npm test: everything that has to hold, what is quick before the browsers. Goes on after a failure, and closes with
// the number of steps and tests that passed and failed.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { requireBrowser } from './browser/require-browser.ts';
import { buildExtension } from './build-extension.ts';
import { type Run, root, run } from './run.ts';
import { sayFailures, saySlowest, type TestReport } from './test-report.ts';

/** What a step came to. A step without tests of its own counts as one. */
interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** What to read when it failed. */
  readonly output: string;
  /** Where its time went, said with the outcome; '' for a step of one piece. */
  readonly slowest?: string;
}

const artefacts = `${root}tests/.artefacts`;
const tsc = 'node_modules/typescript/bin/tsc';
type Step = readonly [name: string, work: () => Promise<Outcome>];
/** One after the other; the rows of steps in each go side by side, for most of them keep one core busy. */
const stages: readonly (readonly (readonly Step[])[])[] = [
  [
    [
      ['data', () => check(run('data/build.ts', []))],
      ['types of the extension API', () => check(run('node_modules/wxt/bin/wxt.mjs', ['prepare']))],
    ],
  ],
  [
    [
      ['types of core, without the DOM', () => check(run(tsc, ['-p', 'core']))],
      ['types', () => check(run(tsc, []))],
      [
        'lint',
        () => check(run('node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.'])),
      ],
      ['unused code', () => check(run('node_modules/knip/bin/knip.js', []))],
      ['build for Chromium', () => check(buildExtension('chromium'))],
      ['build for Firefox', () => check(buildExtension('firefox'))],
      ['what was built', () => tests('built')],
    ],
    [['unit tests', () => tests('unit')]],
  ],
  [
    [
      ['browsers', async () => check(findBrowsers())],
      ['browser tests', () => tests('browser')],
    ],
  ],
];

mkdirSync(artefacts, { recursive: true });
const total = { passed: 0, failed: 0 };
const failures: string[] = [];
for (const rows of stages) {
  await Promise.all(
    rows.map(async (steps) => {
      for (const step of steps) await take(step);
    }),
  );
}
if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

async function take([name, work]: Step): Promise<void> {
  const start = Date.now();
  const { passed, failed, output, slowest = '' } = await work();
  total.passed += passed;
  total.failed += failed;
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(`${failed === 0 ? 'ok  ' : 'FAIL'} ${name} (${passed} passed, ${failed} failed, ${seconds} s)`);
  if (slowest !== '') console.log(`     slowest: ${slowest}`);
  if (failed === 0) return;
  failures.push(name);
  console.log(output.trimEnd());
}

async function check(running: Promise<Run> | Run): Promise<Outcome> {
  const { code, output } = await running;
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
}

/** Runs one project of vitest.config.ts. No test found, or one skipped, is a failure too. */
async function tests(project: string): Promise<Outcome> {
  const report = `${artefacts}/${project}.json`;
  rmSync(report, { force: true });
  const { code, output } = await run('node_modules/vitest/vitest.mjs', [
    ...['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  ]);
  try {
    const found: TestReport = JSON.parse(readFileSync(report, 'utf8'));
    const { numPassedTests: passed, numFailedTests: failed } = found;
    const isSound = code === 0 && passed > 0 && found.numPendingTests === 0 && found.numTodoTests === 0;
    // A file that does not even load, or an error between tests, fails the run without failing a test.
    const slowest = project === 'browser' ? saySlowest(found, 8) : '';
    const failures = sayFailures(found, root);
    return {
      passed,
      failed: failed === 0 && !isSound ? 1 : failed,
      output: failures === '' ? output : failures,
      slowest,
    };
  } catch {
    return { passed: 0, failed: 1, output };
  }
}

/** Both browsers, installed now if that can be done here. */
function findBrowsers(): Run {
  try {
    const found = (['chromium', 'firefox'] as const).map((kind) => requireBrowser(kind).path);
    return { code: 0, output: found.join('\n') };
  } catch (error) {
    return { code: 1, output: error instanceof Error ? error.message : String(error) };
  }
}
