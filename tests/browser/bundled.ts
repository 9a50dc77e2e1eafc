import { compile } from 'svelte/compiler';
import { build, type Plugin } from 'vite';
import { root } from '@/scripts/run.ts';

const known = new Map<string, Promise<string>>();

/** A module of the tests with all it imports, as one script for a page; made once in a process. `entry` is its path. */
export function bundled(entry: string): Promise<string> {
  const script = known.get(entry) ?? make(entry);
  known.set(entry, script);
  return script;
}

async function make(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [svelte],
    define: { 'process.env.NODE_ENV': '"production"', __VUE_PROD_DEVTOOLS__: 'false' },
    resolve: { alias: { '@': root }, conditions: ['browser', 'production', 'import', 'module', 'default'] },
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'underTest' } },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error('Nothing was built');
  return output.output[0].code;
}

/** Components of Svelte: its own plugin would bring a server along. */
const svelte: Plugin = {
  name: 'svelte-components',
  transform: (code, id) =>
    id.endsWith('.svelte') ? compile(code, { filename: id, generate: 'client' }).js.code : undefined,
};
