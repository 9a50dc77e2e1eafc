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
        const { code } = await minify(chunk.code, { ecma: 2020, compress: { passes: 2 } });
        if (code !== undefined) chunk.code = code;
      }
    },
  };
}
