import { gzipSync } from 'node:zlib';
import { minify } from 'terser';
import type { Plugin } from 'vite';

/**
 * Has terser go over what Vite has minified of entries whose path holds this: another fiftieth smaller, for code
 * that every page carries. It takes too long for all the rest.
 */
export function minifyAgain(entry: string): Plugin {
  return {
    name: 'minify-again',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || !chunk.facadeModuleId?.includes(entry)) continue;
        chunk.code = await smallest(chunk.code);
      }
    },
  };
}

/**
 * Arrow functions for those without `this`: nobody makes objects of them, ours or of the two libraries in there.
 * A round can make things longer for gzip: names are given anew each time. After the third nothing changes any more.
 */
async function smallest(given: string): Promise<string> {
  const rounds = [given];
  for (let round = 1; round <= 3; round += 1) {
    const { code } = await minify(rounds.at(-1) ?? '', {
      ecma: 2022,
      compress: { passes: 2, unsafe_arrows: true },
    });
    if (code !== undefined) rounds.push(code);
  }
  const sizes = rounds.map((code) => gzipSync(code, { level: 9 }).length);
  return rounds[sizes.indexOf(Math.min(...sizes))] ?? given;
}
