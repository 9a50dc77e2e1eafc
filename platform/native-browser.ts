/**
 * The browser's own extension API, in place of webextension-polyfill, for the one script that goes into every page: all
 * browsers we support (`minimum_chrome_version`, `strict_min_version`) have promises in it. See wxt.config.ts.
 */
const api: unknown = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');

// biome-ignore lint/style/noDefaultExport: it stands in for a module that has one
export default api;
