import type { EntryId } from './entry.ts';
import type { Lexicon, LexiconName } from './lexicon.ts';
import type { NameRules } from './rules.ts';
import { spellings } from './spellings.ts';
import { type SurroundingsTest, testSurroundings, withoutBraces } from './surroundings.ts';

/** What a match of words is, once what stands around it is known. */
export interface NameReading {
  readonly name: LexiconName;
  /** Something else than any entry: what lies in it is not marked. */
  readonly isOther: boolean;
  /** Whether it holds where it stands; absent: it does. */
  readonly holds?: SurroundingsTest;
}

/** Everything that is looked for with the names of a lexicon: they themselves first, then what its rules add. */
export function nameReadings({ names, rules }: Lexicon): NameReading[] {
  if (rules === undefined) return names.flatMap(inAllSpellings).map((name) => ({ name, isOther: false }));
  const tests = new Map<EntryId, SurroundingsTest[]>();
  for (const context of rules.contexts) {
    const known = tests.get(context.entry) ?? [];
    tests.set(context.entry, [...known, testSurroundings(context, rules.lists)]);
  }
  const isScale = scaleTest(rules);
  const reading = (name: LexiconName, own?: SurroundingsTest): NameReading => {
    const context = tests.get(name.entryId);
    const isCondition = name.entryId.startsWith('condition:');
    if (!context && !own && !isCondition) return { name, isOther: false };
    return {
      name,
      isOther: false,
      holds: (text, start, end) =>
        (context?.every((test) => test(text, start, end)) ?? true) &&
        (own?.(text, start, end) ?? true) &&
        !(isCondition && isScale(text, end)),
    };
  };
  return [
    ...names.flatMap(inAllSpellings).map((name) => reading(name)),
    ...rules.forms.flatMap(({ entry, texts, ...surroundings }) => {
      const test = testSurroundings(surroundings, rules.lists);
      return texts
        .flatMap(withoutBraces)
        .flatMap(spellings)
        .map((text) => reading(plainName(text, entry), test));
    }),
    ...beforeTails(spoken(names, rules), rules.tails),
    ...rules.others.map((text) => ({ name: plainName(text, otherThing), isOther: true })),
  ];
}

/** The name itself, or all its spellings where there are more. */
function inAllSpellings(name: LexiconName): LexiconName | LexiconName[] {
  if (name.exactCase) return name;
  const [, ...others] = spellings(name.text);
  return others.length === 0 ? name : [name, ...others.map((text) => ({ ...name, text }))];
}

/** Stands where a name must have an entry, and has none. */
const otherThing: EntryId = 'term:?';

const plainName = (text: string, entryId: EntryId): LexiconName => ({
  ...{ text, entryId, exactCase: false, ambiguous: false, longForms: [] },
});

/** The scale of a condition is not the condition: "depression rating scale". */
function scaleTest({ lists }: NameRules): (text: string, end: number) => boolean {
  const words = (name: string): string => (lists[name] ?? []).join('|');
  let scale: RegExp | undefined;
  return (text, end) => {
    scale ??= new RegExp(
      `^[\\s-](?:(?:${words('scaleBetween')})[\\s-])*(?:${words('scaleHead')})(?![\\p{L}-])`,
      'iu',
    );
    return scale.test(text.slice(end, end + 80));
  };
}

/** Every name of more than one word, and the forms that need nothing around them. */
function spoken(names: readonly LexiconName[], { forms }: NameRules): LexiconName[] {
  return [
    ...names.filter(({ exactCase }) => !exactCase),
    ...forms.flatMap(({ entry, texts, after, before }) =>
      (after ?? before) ? [] : texts.flatMap(withoutBraces).map((text) => plainName(text, entry)),
    ),
  ].filter(({ text }) => /[\s-]/.test(text));
}

/** Names without a last word that a later name of a list may lend them: "anorexia" in "anorexia and bulimia nervosa". */
function beforeTails(names: readonly LexiconName[], tails: readonly string[]): NameReading[] {
  const ends = tails.map((tail) => ({ end: ` ${tail}`, holds: listTest(tail) }));
  return names.flatMap(({ text, entryId }) => {
    const whole = text.toLowerCase().replace(/s$/, '').replace(/[\s-]/g, ' ');
    return ends.flatMap(({ end, holds }) =>
      whole.endsWith(end)
        ? spellings(whole.slice(0, -end.length)).map((head) => ({
            name: plainName(head, entryId),
            isOther: false,
            holds,
          }))
        : [],
    );
  });
}

/** Whether a list goes on whose last name ends in this tail. */
function listTest(tail: string): SurroundingsTest {
  let list: RegExp | undefined;
  return (text, start, end) => {
    // What lends its head to a list stands in the singular: "opioid and alcohol dependence".
    if (/[^s]s$/i.test(text.slice(start, end))) return false;
    const word = "(?!(?:of|in|for|with|to|by|from|is|are|was|were|that|which)\\s)[\\p{L}\\p{N}'\u2019-]+";
    const words = `${word}(?:\\s${word}){0,3}?`;
    list ??= new RegExp(
      `^(?:,\\s+${words})*(?:,?\\s+(?:and/or|and|or|versus|vs\\.?|&)\\s+|\\s?/\\s?)${words}[\\s-]${tail.replace(/ /g, '[\\s-]')}s?(?![\\p{L}-])`,
      'iu',
    );
    return list.test(text.slice(end, end + 120));
  };
}
