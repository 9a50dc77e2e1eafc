/** Longer than any host name with its stars. */
const longestPattern = 260;

/**
 * A pattern of hosts as it is kept: lower case, without scheme, port and path, which are dropped. `*` stands for any
 * characters; a leading `*.` for the host itself too. `undefined` when it can name no host.
 */
export function readSitePattern(written: string): string | undefined {
  const [, host = ''] = /^(?:[a-z*]+:\/\/)?([^/?#@\s]*)(?:[/?#]|$)/i.exec(written.trim()) ?? [];
  const pattern = host.toLowerCase().replace(/:[\d*]+$/, '');
  if (pattern.length > longestPattern || !/^(?:[\p{L}\p{N}*_.-]+|\[[\da-f:.]+\])$/u.test(pattern))
    return undefined;
  return /^[.-]+$/.test(pattern) ? undefined : pattern;
}

/** Whether a pattern, as `readSitePattern` gives it, names this host. Stars are tried without going back and forth. */
export function matchesSite(pattern: string, host: string): boolean {
  if (pattern.startsWith('*.') && matchesSite(pattern.slice(2), host)) return true;
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return host === first;
  if (!host.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = host.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return host.length - last.length >= at && host.endsWith(last);
}
