/**
 * The one way to an address a reader can click: https, a host, no user name that disguises it. `undefined` for
 * everything else; Preact would render `javascript:` without a word.
 */
export function safeHref(address: string): string | undefined {
  const url = URL.parse(address);
  if (url === null || url.protocol !== 'https:' || url.hostname === '') return undefined;
  return url.username === '' && url.password === '' ? url.href : undefined;
}
