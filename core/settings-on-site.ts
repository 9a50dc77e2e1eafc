import type { EntryKind } from './entry.ts';
import { entryKinds, type Settings, type SiteMode, type SiteRule } from './settings.ts';
import { matchesSite } from './site-pattern.ts';

/** What the settings come to on one page. */
export interface SiteSettings {
  readonly mode: SiteMode;
  /** The kinds that are marked. */
  readonly kinds: ReadonlySet<EntryKind>;
}

const strictness: Readonly<Record<SiteMode, number>> = { on: 0, ask: 1, off: 2 };

/**
 * What holds on a page. A frame is told by its own host and by that of the page it lies in: the stricter of the two
 * decides. Files have the host ''.
 */
export function settingsOnSite(settings: Settings, hosts: readonly string[]): SiteSettings {
  let mode: SiteMode = settings.paused ? 'off' : 'on';
  let kinds: readonly EntryKind[] = entryKinds.filter((kind) => settings.kinds[kind]);
  for (const host of hosts) {
    const rule = ruleFor(settings, host);
    if (!rule) continue;
    if (strictness[rule.mode] > strictness[mode]) mode = rule.mode;
    if (rule.kinds) kinds = rule.kinds;
  }
  return { mode, kinds: new Set(kinds) };
}

/** The rule that decides on a host: that of the pattern that says most of its name. */
function ruleFor({ sites }: Settings, host: string): SiteRule | undefined {
  let best: readonly [pattern: string, rule: SiteRule] | undefined;
  for (const [pattern, rule] of sites) {
    if (matchesSite(pattern, host) && (best === undefined || saysMore(pattern, best[0])))
      best = [pattern, rule];
  }
  return best?.[1];
}

function saysMore(pattern: string, other: string): boolean {
  const [letters, others] = [pattern, other].map((text) => text.replaceAll('*', '').length) as [
    number,
    number,
  ];
  return letters === others ? !pattern.includes('*') : letters > others;
}

/** The settings with another mode for this very host; a rule that changes nothing is left out. */
export function withSite(settings: Settings, host: string, mode: SiteMode): Settings {
  const rest = new Map(settings.sites);
  const kinds = rest.get(host)?.kinds;
  rest.delete(host);
  const without = { ...settings, sites: rest, paused: false };
  if (kinds === undefined && settingsOnSite(without, [host]).mode === mode)
    return { ...settings, sites: rest };
  return { ...settings, sites: new Map([...rest, [host, { mode, ...(kinds && { kinds }) }]]) };
}
