import type { EntryId } from '../../core/entry.ts';
import type { ScannedMention } from '../scan/scan-result.ts';
import type { DefinitionDocument, MentionDocument, SenseDocument } from './corpora.ts';

/** Right, wrong and missed, and what was wrong or missed. */
export interface Score {
  readonly right: number;
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
}

/** What was found in each document, by its id. */
export type Found = ReadonlyMap<string, readonly ScannedMention[]>;
type Concepts = ReadonlyMap<string, readonly EntryId[]>;

/** Share of what was found that is right, of what there is that was found, and their harmonic mean. */
export function rates({ right, wrong, missed }: Score) {
  const precision = right / (right + wrong.length || 1);
  const recall = right / (right + missed.length || 1);
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) };
}

/**
 * Scores conditions against a corpus that marks all of them. A mark that touches a required mention has found it, one that
 * touches no mention is wrong. Only marks of entries in the table count: the corpora do not say where liver disease is.
 */
export function scoreMentions(
  gold: readonly MentionDocument[],
  found: Found,
  concepts: Concepts,
  required: readonly string[],
): Score {
  const ours = new Set([...concepts.values()].flat());
  const wrong: string[] = [];
  const missed: string[] = [];
  let right = 0;
  for (const { doc_id, text, mentions } of gold) {
    const marks = (found.get(doc_id) ?? []).filter(
      ({ kind, entry }) => kind === 'condition' && ours.has(entry),
    );
    for (const mention of outermost(mentions)) {
      if (mention.optional || !mention.concepts.some((concept) => required.includes(concept))) continue;
      if (marks.some((mark) => overlap(mark, mention))) right++;
      else missed.push(`${doc_id}: ${around(text, mention)}`);
    }
    for (const mark of marks) {
      if (!mentions.some((mention) => overlap(mark, mention))) wrong.push(`${doc_id}: ${around(text, mark)}`);
    }
  }
  return { right, wrong, missed };
}

/** How abbreviations with several meanings were taken. */
export interface SenseScore {
  /** Labels that mean our concept: found when a mark of it touches one of its places. */
  readonly ours: Score;
  /** Labels that mean something else: `right` were left alone or marked as what they are, `wrong` as our concept. */
  readonly others: Score;
}

/** Scores abbreviations whose meaning the document gives, of concepts that have an entry. */
export function scoreSenses(gold: readonly SenseDocument[], found: Found, concepts: Concepts): SenseScore {
  const ours = { right: 0, wrong: [], missed: [] as string[] };
  const others = { right: 0, wrong: [] as string[], missed: [] };
  for (const { doc_id, labels } of gold) {
    const marks = found.get(doc_id) ?? [];
    for (const { abbr, longform, sense, target_concept, spans } of labels) {
      const entries = target_concept.split('|').flatMap((concept) => concepts.get(concept) ?? []);
      if (entries.length === 0) continue;
      const isMarked = spans.some(([start, end]) =>
        marks.some((mark) => overlap(mark, { start, end }) && entries.includes(mark.entry)),
      );
      const label = `${doc_id}: ${abbr} = ${longform}`;
      if (sense === 'target') {
        if (isMarked) ours.right++;
        else ours.missed.push(label);
      } else if (isMarked) others.wrong.push(label);
      else others.right++;
    }
  }
  return { ours, others };
}

/** Scores pairs of abbreviation and long form; long forms compare by their letters and digits. */
export function scoreDefinitions(
  gold: readonly DefinitionDocument[],
  found: ReadonlyMap<string, readonly (readonly [string, string])[]>,
): Score {
  const wrong: string[] = [];
  const missed: string[] = [];
  let right = 0;
  for (const { doc_id, pairs } of gold) {
    const left = (found.get(doc_id) ?? []).map(pairKey);
    for (const pair of pairs.map(pairKey)) {
      const at = left.indexOf(pair);
      if (at === -1) missed.push(`${doc_id}: ${pair}`);
      else {
        left.splice(at, 1);
        right++;
      }
    }
    wrong.push(...left.map((pair) => `${doc_id}: ${pair}`));
  }
  return { right, wrong, missed };
}

const pairKey = ([shortForm, longForm]: readonly [string, string]): string =>
  `${shortForm.trim()} = ${longForm
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()}`;

interface Span {
  readonly start: number;
  readonly end: number;
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Without mentions that lie inside another. */
function outermost<M extends Span>(mentions: readonly M[]): M[] {
  const kept: M[] = [];
  for (const mention of [...mentions].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (mention.end > (kept.at(-1)?.end ?? 0)) kept.push(mention);
  }
  return kept;
}

const around = (text: string, { start, end }: Span): string =>
  `${text.slice(Math.max(0, start - 40), start)}[${text.slice(start, end)}]${text.slice(end, end + 30)}`.replace(
    /\s+/g,
    ' ',
  );
