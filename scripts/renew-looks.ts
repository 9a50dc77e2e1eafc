// npm run looks: draws the pictures of cards in tests/baselines anew. Look at what has changed before it is committed.
import { run } from './run.ts';

process.env.RENEW_LOOKS = 'yes';
const { code } = await run(
  'node_modules/vitest/vitest.mjs',
  ['run', '--project', 'browser', 'tests/browser/page/looks.test.ts'],
  { show: true },
);
process.exitCode = code;
