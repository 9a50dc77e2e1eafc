import type { Entry, EntryId, Name } from './entry.ts';
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
  const idsOfKind = new Map<string, EntryId[]>();
  for (const { id, kind } of entries) idsOfKind.set(kind, [...(idsOfKind.get(kind) ?? []), id]);
  for (const ids of idsOfKind.values()) {
    ids.forEach((id, index) => {
      const [beforeLast, last] = [ids[index - 2], ids[index - 1]];
      if (last === undefined || last < id) return;
      if (last === id)
        problems.push({ entry: id, reason: 'stands twice: rename one, or make them one entry' });
      // The one that does not fit between its neighbours is the one to move.
      else if (beforeLast === undefined || beforeLast < id)
        problems.push({ entry: last, reason: `is out of order: move it down, past ${id}` });
      else problems.push({ entry: id, reason: `is out of order: move it up, before ${last}` });
    });
  }
  return problems;
}

function checkLinks(entries: readonly Entry[]): EntryProblem[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return entries.flatMap((entry) => {
    const links = entry.kind === 'trial' ? [...entry.related, ...entry.about] : entry.related;
    return links.flatMap((id) => {
      const reason = whyNoLink(entry, id, byId.get(id));
      return reason === undefined ? [] : [{ entry: entry.id, reason }];
    });
  });
}

function whyNoLink(entry: Entry, id: EntryId, other: Entry | undefined): string | undefined {
  if (other === entry) return 'is related to itself: take the line out';
  if (other === undefined) return `leads to ${id}, which does not exist: mend the id, or add that entry`;
  // A trial is listed by itself on the cards of all it names.
  const leadsBack =
    other.related.includes(entry.id) ||
    (entry.kind === 'trial' && other.kind !== 'trial') ||
    (other.kind === 'trial' && other.about.includes(entry.id));
  return leadsBack ? undefined : `leads to ${id}, which does not lead back: add ${entry.id} to its related`;
}

function checkStatements(entries: readonly Entry[]): EntryProblem[] {
  return entries.flatMap((entry) => {
    const ids = entry.statements.map((statement) => statement.id);
    return ids
      .filter((id, index) => ids.indexOf(id) !== index)
      .map((id) => ({ entry: entry.id, reason: `has two statements with the id ${id}: rename one` }));
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
        const whose =
          other.entry === entry
            ? 'stands here twice: case, dashes and the plural do not count'
            : `belongs to ${other.entry.id} too: only one of them may have it`;
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
