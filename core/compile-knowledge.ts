import { checkEntries, type Problem } from './check-entries.ts';
import type { Entry, EntryId, EntryKind, Name } from './entry.ts';
import { type AuthoredEntry, entrySchemas } from './entry-schema.ts';
import { issueWords } from './issue-words.ts';
import type { Lexicon, LexiconName } from './lexicon.ts';
import { spellings } from './spellings.ts';

/** One authored file: the kind it holds and what was read from it, not yet trusted. */
export interface AuthoredFile {
  readonly file: string;
  readonly kind: EntryKind;
  readonly content: unknown;
}

/** The compiled knowledge, or every problem that keeps it from being compiled. */
export type Compilation =
  | { readonly ok: true; readonly lexicon: Lexicon; readonly entries: readonly Entry[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Authored files -> what the extension ships: the lexicon for pages and the entries for cards. Pure and deterministic:
 * the date of the artefact is the latest day anything in it was checked, not the day of the build.
 */
export function compileKnowledge(files: readonly AuthoredFile[]): Compilation {
  const problems: Problem[] = [];
  const authored = files.flatMap((file) => readFile(file, problems));
  if (problems.length > 0) return { ok: false, problems };

  const entries = authored.map(({ entry }) => compileEntry(entry, authored));
  const fileOf = new Map(authored.map(({ file, entry }) => [entry.id, file]));
  problems.push(...checkEntries(entries).map((p) => ({ ...p, file: fileOf.get(p.entry) ?? '' })));
  if (problems.length > 0) return { ok: false, problems };

  const days = entries.flatMap((entry) => [entry.reviewed, ...entry.statements.map((s) => s.checked)]);
  const compiled = days.reduce((latest, day) => (day > latest ? day : latest), '');
  return { ok: true, lexicon: { compiled, names: entries.flatMap(lexiconNames) }, entries };
}

interface Authored {
  readonly file: string;
  readonly entry: AuthoredEntry;
}

function readFile({ file, kind, content }: AuthoredFile, problems: Problem[]): Authored[] {
  if (!Array.isArray(content)) {
    problems.push({ file, entry: '(the file)', reason: 'is not a list of entries' });
    return [];
  }
  return content.flatMap((raw: unknown, index): Authored[] => {
    const label = idOf(raw) ?? `entry ${index + 1}`;
    const result = entrySchemas[kind].safeParse(raw);
    if (!result.success) {
      for (const issue of result.error.issues) {
        problems.push({ file, entry: label, reason: issueWords(issue, raw) });
      }
      return [];
    }
    if (!result.data.id.startsWith(`${kind}:`)) {
      problems.push({
        file,
        entry: label,
        reason: `is no ${kind}: this file holds ids that begin with ${kind}:`,
      });
      return [];
    }
    // The schema was chosen by `kind`, so the two go together.
    return [{ file, entry: { kind, ...result.data } as AuthoredEntry }];
  });
}

function idOf(raw: unknown): string | undefined {
  if (typeof raw !== 'object' || raw === null || !('id' in raw)) return undefined;
  return typeof raw.id === 'string' ? raw.id : undefined;
}

function compileEntry(entry: AuthoredEntry, all: readonly Authored[]): Entry {
  const names: Name[] = entry.names.map((name) =>
    typeof name === 'string'
      ? { text: name, type: 'name' }
      : {
          text: name.text,
          type: name.type,
          ...(name.ambiguous === undefined ? {} : { ambiguous: name.ambiguous }),
          ...(name.longForms === undefined ? {} : { longForms: name.longForms }),
        },
  );
  // zod has checked every id against the form that EntryId describes.
  const id = entry.id as EntryId;
  const related = entry.related as EntryId[];
  const shared = { ...entry, id, names, related };
  switch (entry.kind) {
    case 'trial':
      return withoutUndefined({ ...shared, registryId: id.slice('trial:'.length) }) as Entry;
    case 'term':
    case 'condition':
    case 'topic':
      return withoutUndefined({ ...shared, trials: trialsOf(entry, all) }) as Entry;
    default:
      return entry satisfies never;
  }
}

/** Trials that name the entry, those aside to which it leads by itself. */
function trialsOf({ id, related }: AuthoredEntry, all: readonly Authored[]): EntryId[] {
  return all.flatMap(({ entry: other }) => {
    const names = other.kind === 'trial' && (other.about.includes(id) || other.related.includes(id));
    return names && !related.includes(other.id) ? [other.id as EntryId] : [];
  });
}

/** A copy without keys that hold `undefined`, which optional zod fields leave behind. */
function withoutUndefined<T extends object>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** Spellings that follow from another name are not carried to pages: they follow there. */
function lexiconNames(entry: Entry): LexiconName[] {
  const spelt = new Set<string>();
  const own = entry.names.filter(({ text, type }) => {
    if (type === 'name' && spelt.has(text)) return false;
    if (type === 'name') for (const spelling of spellings(text)) spelt.add(spelling);
    return true;
  });
  return own.map((name) => ({
    text: name.text,
    entryId: entry.id,
    exactCase: name.type === 'abbreviation',
    ambiguous: name.ambiguous === true,
    longForms: name.longForms ?? [],
  }));
}
