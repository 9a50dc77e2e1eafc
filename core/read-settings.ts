import {
  type Density,
  defaultSettings,
  entryKinds,
  longestDelay,
  type ModifierKey,
  type OpenMode,
  type Settings,
  type SiteMode,
  type SiteRule,
} from './settings.ts';
import { readSitePattern } from './site-pattern.ts';

type Fields = Omit<Settings, 'version' | 'sites' | 'kinds'>;
type Read<Value> = (value: unknown) => Value | undefined;

/** How each plain field is read; `undefined` refuses a value. */
const fields: { readonly [Field in keyof Fields]: Read<Fields[Field]> } = {
  paused: readBoolean,
  density: oneOf<Density>('every', 'section', 'page'),
  quiet: readBoolean,
  underline: oneOf<Settings['underline']>('forms', 'thin', 'strong'),
  marks: oneOf<Settings['marks']>('highlight', 'element'),
  open: oneOf<OpenMode>('hover', 'modifier', 'click'),
  modifier: oneOf<ModifierKey>('Alt', 'Control', 'Shift'),
  openAfter: readDelay,
  closeAfter: readDelay,
  badge: readBoolean,
};

/** The names of those fields. */
export const plainFields = Object.keys(fields) as readonly (keyof Fields)[]; // the keys of that very object

/** Nobody makes more rules; whatever claims to have more is not ours. */
const mostSites = 5_000;

/**
 * Settings from whatever was stored, by this version or the one before: each field that is valid is kept, the rest are
 * defaults, and `refuse` hears of each that was there and could not be read. Never throws.
 */
export function readSettings(stored: unknown, refuse: (field: string) => void = () => undefined): Settings {
  try {
    return isRecord(stored) ? readFields(stored, refuse) : defaultSettings;
  } catch {
    // Something that throws when it is looked at.
    return defaultSettings;
  }
}

function readFields(stored: Readonly<Record<string, unknown>>, refuse: (field: string) => void): Settings {
  const plain: Record<string, unknown> = {};
  for (const field of plainFields) {
    const value = own(stored, field);
    const read = fields[field](value);
    if (read === undefined && value !== undefined) refuse(field);
    plain[field] = read ?? defaultSettings[field];
  }
  // Each was read by the reader of its own field.
  return {
    ...(plain as unknown as Fields),
    version: 2,
    sites: new Map([...pausedSites(stored, refuse), ...readSites(own(stored, 'sites'), refuse)]),
    kinds: readKinds(own(stored, 'kinds'), refuse),
  };
}

function readKinds(value: unknown, refuse: (field: string) => void): Settings['kinds'] {
  if (value !== undefined && !isRecord(value)) refuse('kinds');
  const kinds = { ...defaultSettings.kinds };
  for (const kind of entryKinds) {
    const one = isRecord(value) ? own(value, kind) : undefined;
    if (typeof one === 'boolean') kinds[kind] = one;
    else if (one !== undefined) refuse(`kinds.${kind}`);
  }
  return kinds;
}

/** Rules come as a Map, or as an object when they have been through JSON. */
function readSites(value: unknown, refuse: (field: string) => void): [string, SiteRule][] {
  if (value === undefined) return [];
  if (!(value instanceof Map) && !isRecord(value)) {
    refuse('sites');
    return [];
  }
  const rules: readonly (readonly [unknown, unknown])[] =
    value instanceof Map ? [...value] : Object.entries(value);
  if (rules.length > mostSites) refuse('sites');
  return rules.slice(0, mostSites).flatMap(([written, rule]): [string, SiteRule][] => {
    const pattern = typeof written === 'string' ? readSitePattern(written) : undefined;
    const read = readSiteRule(rule);
    if (pattern !== undefined && read !== undefined) return [[pattern, read]];
    refuse(`sites.${typeof written === 'string' ? written.slice(0, 100) : '?'}`);
    return [];
  });
}

const readMode = oneOf<SiteMode>('on', 'off', 'ask');

/** A rule for a site from whatever was stored; `undefined` when it says nothing that can be followed. */
export function readSiteRule(value: unknown): SiteRule | undefined {
  if (!isRecord(value)) return undefined;
  const mode = readMode(own(value, 'mode'));
  if (mode === undefined) return undefined;
  const kinds = own(value, 'kinds');
  if (!Array.isArray(kinds)) return { mode };
  return { mode, kinds: entryKinds.filter((kind) => kinds.includes(kind)) };
}

/** Version 1 had host names on which nothing was marked. */
function pausedSites(
  stored: Readonly<Record<string, unknown>>,
  refuse: (field: string) => void,
): [string, SiteRule][] {
  const hosts = own(stored, 'pausedSites');
  if (!Array.isArray(hosts)) return [];
  return hosts.slice(0, mostSites).flatMap((host: unknown): [string, SiteRule][] => {
    const pattern = typeof host === 'string' ? readSitePattern(host) : undefined;
    if (pattern === undefined) refuse('pausedSites');
    return pattern === undefined ? [] : [[pattern, { mode: 'off' }]];
  });
}

function readBoolean(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

function readDelay(value: unknown): number | undefined {
  if (typeof value !== 'number' || !(value >= 0 && value <= longestDelay)) return undefined;
  return Math.round(value);
}

function oneOf<Word extends string>(...words: readonly Word[]): Read<Word> {
  return (value) => words.find((word) => word === value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field of its own: what an object inherits was not stored. */
function own(record: Readonly<Record<string, unknown>>, field: string): unknown {
  return Object.hasOwn(record, field) ? record[field] : undefined;
}
