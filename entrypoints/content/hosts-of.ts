/**
 * The hosts by which a window's site is known: its own, and in a frame that of the page around it, as far as the browser
 * tells. Files have the host ''.
 */
export function hostsOf(window: Window): string[] {
  const own = window.location.hostname;
  if (window === window.top) return [own];
  const around = hostAround(window);
  return around === undefined ? [own] : [own, around];
}

function hostAround(window: Window): string | undefined {
  try {
    if (window.top) return window.top.location.hostname;
  } catch {
    // The page around is of another origin.
  }
  // Chromium names every origin around; elsewhere a frame is told at least who embedded it.
  const { ancestorOrigins } = window.location as Location & { readonly ancestorOrigins?: DOMStringList };
  const origin = ancestorOrigins?.[ancestorOrigins.length - 1] ?? window.document.referrer;
  return URL.parse(origin)?.hostname;
}
