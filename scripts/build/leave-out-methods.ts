import type { Plugin } from 'vite';

/**
 * Leaves methods of a class out of the scripts that go into pages, where nobody calls them and every page would pay for
 * them: a bundler cannot know. Extension pages keep the whole class. Fails when a method is not there.
 */
export function leaveOutMethods(path: string, methods: readonly string[]): Plugin {
  let goesIntoPages = false;
  return {
    name: 'leave-out-methods',
    // WXT builds what goes into pages as libraries, one by one.
    configResolved: ({ build }) => {
      goesIntoPages = Boolean(build.lib);
    },
    transform(code, id) {
      if (!goesIntoPages || !id.endsWith(path)) return undefined;
      return { code: methods.reduce(without, code), map: null };
    },
  };
}

/** Methods begin and end with two spaces of indentation; so does nothing inside them. */
function without(code: string, method: string): string {
  const rest = code.replace(new RegExp(`^  ${method}\\(.*\\) \\{\\n(?: {3,}.*\\n|\\n)*  \\}\\n`, 'm'), '');
  if (rest === code) throw new Error(`There is no method ${method} to leave out`);
  return rest;
}
