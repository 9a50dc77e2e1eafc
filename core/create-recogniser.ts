import { findDefinitions } from './abbreviations.ts';
import { createMatcher, type NameMatch } from './create-matcher.ts';
import type { EntryId } from './entry.ts';
import { findIdentifiers, mayHoldIdentifier } from './find-identifiers.ts';
import { foldText } from './fold-text.ts';
import { leftmostLongest } from './leftmost-longest.ts';
import type { Lexicon, LexiconName } from './lexicon.ts';
import type { Mention, Reason } from './mention.ts';
import type { Definition, Recogniser, Recognition, UndecidedMention } from './recognise.ts';
import { trialEntryId } from './trial-id.ts';

/**
 * Builds the recogniser for a lexicon. Names are sure at once. Abbreviations wait for the whole page: one that the page
 * defines as something else is never marked, an ambiguous one only where the page gives the meaning we know.
 */
export function createRecogniser(lexicon: Lexicon): Recogniser {
  const match = createMatcher(lexicon.names);
  const longForms = longFormReader(lexicon.names);
  const needsDefinition = new Set(lexicon.names.filter((name) => name.ambiguous).map((name) => name.text));

  return {
    recognise(text) {
      const { names: matches, hasNumber } = match(text);
      const mayHoldTrial = hasNumber || mayHoldIdentifier(text);
      // Most texts hold nothing at all.
      if (matches.length === 0 && !mayHoldTrial && !text.includes('(')) return nothing;
      const sure: Mention[] = [];
      for (const found of matches) if (!found.name.exactCase) sure.push(toMention(found));
      if (mayHoldTrial) sure.push(...trialMentions(text));
      const mentions = leftmostLongest(sure);
      return {
        mentions,
        undecided: withoutOverlap(undecidedOf(matches), mentions),
        definitions: findDefinitions(text).map((pair) => ({ ...pair, entryIds: longForms(pair.longForm) })),
      };
    },

    decide(definitions) {
      const said = groupByShortForm(definitions);
      return (mention) => {
        const meanings = said.get(mention.abbreviation);
        if (meanings === undefined) {
          const reason: Reason = { kind: 'only-meaning' };
          return needsDefinition.has(mention.abbreviation) ? undefined : { ...mention, reason };
        }
        const ours = mention.entryIds.filter((id) => meanings.every(({ entryIds }) => entryIds.includes(id)));
        const [first] = meanings;
        if (ours.length === 0 || first === undefined) return undefined;
        return { ...mention, entryIds: ours, reason: { kind: 'defined', longForm: first.longForm } };
      };
    },
  };
}

const nothing: Recognition = { mentions: [], undecided: [], definitions: [] };

const trialMentions = (text: string): Mention[] =>
  findIdentifiers(text).map((found) => ({
    start: found.start,
    end: found.end,
    entryIds: [trialEntryId(found)],
  }));

const toMention = ({ start, end, name }: NameMatch): Mention => ({ start, end, entryIds: [name.entryId] });

/** Abbreviation matches, one a place, with every entry it may mean. */
function undecidedOf(matches: readonly NameMatch[]): UndecidedMention[] {
  const byPlace = new Map<string, UndecidedMention>();
  for (const { start, end, name } of matches) {
    if (!name.exactCase) continue;
    const place = `${start}-${end}`;
    const known = byPlace.get(place);
    const entryIds = known === undefined ? [name.entryId] : [...new Set([...known.entryIds, name.entryId])];
    byPlace.set(place, { start, end, entryIds, abbreviation: name.text });
  }
  return leftmostLongest([...byPlace.values()]);
}

/** Both lists are sorted and free of overlaps in themselves; a sure mention wins over an abbreviation. */
function withoutOverlap(
  undecided: readonly UndecidedMention[],
  sure: readonly Mention[],
): UndecidedMention[] {
  let next = 0;
  return undecided.filter(({ start, end }) => {
    while ((sure[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    return (sure[next]?.start ?? Number.POSITIVE_INFINITY) >= end;
  });
}

/** Short form, plural s aside, to what the page says of it. */
function groupByShortForm(definitions: Iterable<Definition>): Map<string, Definition[]> {
  const said = new Map<string, Definition[]>();
  for (const definition of definitions) {
    const { shortForm } = definition;
    for (const form of new Set([shortForm, shortForm.replace(/s$/, '')])) {
      const meanings = said.get(form) ?? [];
      meanings.push(definition);
      said.set(form, meanings);
    }
  }
  return said;
}

/** What a long form means: the entries of a name that ends it and covers it, leading words ("current", "DSM-5") aside. */
function longFormReader(names: readonly LexiconName[]): (longForm: string) => EntryId[] {
  const forms: LexiconName[] = names.flatMap((name) => [
    ...(name.exactCase ? [] : [name]),
    ...name.longForms.map((text) => ({ ...name, text, exactCase: false, longForms: [] })),
  ]);
  const match = createMatcher(forms);
  return (longForm) => {
    const { names: matches } = match(longForm);
    const end = Math.max(...matches.map((found) => found.end), 0);
    if (foldText(longForm.slice(end)) !== '') return [];
    const start = Math.min(...matches.filter((found) => found.end === end).map((found) => found.start));
    return [...new Set(matches.filter((f) => f.end === end && f.start === start).map((f) => f.name.entryId))];
  };
}
