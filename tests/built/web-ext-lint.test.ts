import { expect, test } from 'vitest';
import { builtExtension } from '@/scripts/build-extension.ts';
import { run } from '@/scripts/run.ts';

test("Mozilla's linter finds no error in the Firefox build", async () => {
  const args = [
    'lint',
    '--source-dir',
    builtExtension('firefox'),
    '--output',
    'json',
    '--no-config-discovery',
  ];
  const { output } = await run('node_modules/web-ext/bin/web-ext.js', args);
  const { errors } = JSON.parse(output.slice(output.indexOf('{')));
  expect(errors).toEqual([]);
}, 60_000);
