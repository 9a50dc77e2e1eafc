import { createMatcher } from './create-matcher.ts';
import type { EntryId } from './entry.ts';
import type { AbbreviationRule } from './rules.ts';

/** What texts tell of abbreviations that nobody defines. */
export interface AbbreviationEvidence {
  /** Abbreviations of which the text names another meaning in full. */
  rivalsIn(text: string): string[];
  /** What else it is short for, in full. */
  rivalsOf(abbreviation: string): readonly string[];
  /** Entries that are another meaning of the abbreviation. */
  rivalEntries(abbreviation: string): readonly EntryId[];
  /** What the words around the abbreviation speak for: our meaning (with the first that does), another one, or nothing. */
  near(abbreviation: string, around: string): NearEvidence;
}

/** What words near an abbreviation say. */
export type NearEvidence =
  | { readonly kind: 'for'; readonly cue: string; readonly entry: EntryId | undefined }
  | { readonly kind: 'against' }
  | { readonly kind: 'silent' };

/** Makes the rules ready; tests are made when an abbreviation is first met. */
export function createAbbreviationEvidence(rules: readonly AbbreviationRule[]): AbbreviationEvidence {
  const ruleOf = new Map(rules.map((rule) => [rule.text, rule]));
  const rivals = new Map<string, string[]>();
  for (const { text, rivals: texts } of rules) {
    for (const rival of texts) if (!isEntryId(rival)) rivals.set(rival, [...(rivals.get(rival) ?? []), text]);
  }
  const match = createMatcher(
    [...rivals.keys()].map((text) => ({
      ...{ text, entryId: 'term:?' as const, exactCase: false, ambiguous: false, longForms: [] },
    })),
  );
  const tests = new Map<string, { readonly cues: RegExp; readonly against: RegExp }>();
  const testsOf = ({ text, cues, against }: AbbreviationRule) => {
    const known = tests.get(text) ?? { cues: beginningsOf(cues), against: beginningsOf(against) };
    tests.set(text, known);
    return known;
  };

  return {
    rivalsIn: (text) => [...new Set(match(text).names.flatMap(({ name }) => rivals.get(name.text) ?? []))],
    rivalsOf: (abbreviation) => ruleOf.get(abbreviation)?.rivals.filter((rival) => !isEntryId(rival)) ?? [],
    rivalEntries: (abbreviation) => ruleOf.get(abbreviation)?.rivals.filter(isEntryId) ?? [],
    near(abbreviation, around) {
      const rule = ruleOf.get(abbreviation);
      if (rule === undefined) return { kind: 'silent' };
      const { cues, against } = testsOf(rule);
      if (against.test(around)) return { kind: 'against' };
      const [cue] = cues.exec(around) ?? [];
      return cue === undefined ? { kind: 'silent' } : { kind: 'for', cue, entry: rule.entry };
    },
  };
}

const isEntryId = (rival: string): rival is EntryId => /^(?:term|condition|topic|trial):/.test(rival);

/** Finds a word that begins so, whole; of an empty list, nothing. Beginnings in capitals are abbreviations. */
function beginningsOf(texts: readonly string[]): RegExp {
  if (texts.length === 0) return /(?!)/;
  const any = texts.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})[\\p{L}\\p{N}]*`, 'iu');
}
