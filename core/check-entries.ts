import type { Entry, Name } from './entry.ts';
import { charClass, foldText, foldUnit } from './fold-text.ts';
import { singular } from './word-forms.ts';

/** Something wrong with an authored entry, told so that its author can mend it. */
export interface Problem {
  readonly file: string;
  readonly entry: string;
  readonly reason: string;
}

type EntryProblem = Omit<Problem, 'file'>;

/** What no single field can tell: ids that clash or lead nowhere, names that two entries claim, names no page can hold. */
export function checkEntries(entries: readonly Entry[]): EntryProblem[] {
  return [...checkIds(entries), ...checkLinks(entries), ...checkNames(entries), ...checkStatements(entries)];
}

function checkIds(entries: readonly Entry[]): EntryProblem[] {
  const problems: EntryProblem[] = [];
  const lastOfKind = new Map<string, string>();
  for (const { id, kind } of entries) {
    const last = lastOfKind.get(kind);
    if (last === id) problems.push({ entry: id, reason: 'stands twice' });
    else if (last !== undefined && last > id)
      problems.push({ entry: id, reason: `is out of order: move it before ${last}` });
    lastOfKind.set(kind, id);
  }
  return problems;
}

function checkLinks(entries: readonly Entry[]): EntryProblem[] {
  const ids = new Set(entries.map((entry) => entry.id));
  return entries.flatMap((entry) => {
    const links = entry.kind === 'trial' ? [...entry.related, ...entry.about] : entry.related;
    return links
      .filter((id) => !ids.has(id) || id === entry.id)
      .map((id) => ({
        entry: entry.id,
        reason: id === entry.id ? 'is related to itself' : `leads to ${id}, which does not exist`,
      }));
  });
}

function checkStatements(entries: readonly Entry[]): EntryProblem[] {
  return entries.flatMap((entry) => {
    const ids = entry.statements.map((statement) => statement.id);
    return ids
      .filter((id, index) => ids.indexOf(id) !== index)
      .map((id) => ({ entry: entry.id, reason: `has two statements with the id ${id}` }));
  });
}

interface Claim {
  readonly entry: Entry;
  readonly name: Name;
}

function checkNames(entries: readonly Entry[]): EntryProblem[] {
  const problems: EntryProblem[] = [];
  const claims = new Map<string, Claim>();
  for (const entry of entries) {
    for (const name of entry.names) {
      const unreadable = whyUnreadable(name);
      if (unreadable !== undefined)
        problems.push({ entry: entry.id, reason: `the name "${name.text}" ${unreadable}` });
      const key = name.type === 'abbreviation' ? name.text : foldedName(name.text);
      const other = claims.get(key);
      if (
        other !== undefined &&
        !(other.name.ambiguous === true && name.ambiguous === true && other.entry !== entry)
      ) {
        const whose = other.entry === entry ? 'stands here twice' : `belongs to ${other.entry.id} too`;
        problems.push({ entry: entry.id, reason: `the name "${name.text}" ${whose}` });
      }
      claims.set(key, { entry, name });
    }
  }
  return problems;
}

/** Two spellings that pages cannot tell apart have one key: case, dashes, spaces and the plural do not count. */
function foldedName(text: string): string {
  const words = foldText(text).split(' ');
  return [...words.slice(0, -1), singular(words.at(-1) ?? '')].join(' ');
}

function whyUnreadable(name: Name): string | undefined {
  for (let i = 0; i < name.text.length; i++) {
    const kind = foldUnit(name.text.charCodeAt(i));
    if (kind < charClass.word && kind !== charClass.space && kind !== charClass.dash) {
      return `holds "${name.text[i]}": a name is letters and digits, spaces and dashes`;
    }
  }
  if (name.type === 'abbreviation') return undefined;
  if (name.ambiguous !== undefined || name.longForms !== undefined)
    return 'is no abbreviation, so it cannot be ambiguous';
  return foldText(name.text).length < 4 ? 'is too short for a name: make it an abbreviation' : undefined;
}
