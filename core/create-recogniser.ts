import { type AbbreviationPair, findDefinitions } from './abbreviations.ts';
import { createMatcher, type NameMatch, type NameMatcher } from './create-matcher.ts';
import { formBeside } from './define-beside.ts';
import type { EntryId } from './entry.ts';
import { findIdentifiers, mayHoldIdentifier } from './find-identifiers.ts';
import { foldText } from './fold-text.ts';
import { isNearly } from './is-nearly.ts';
import { isShouted } from './is-shouted.ts';
import { leftmostLongest } from './leftmost-longest.ts';
import type { Lexicon, LexiconName } from './lexicon.ts';
import type { Mention } from './mention.ts';
import { type NameReading, nameReadings } from './name-readings.ts';
import type { Definition, PageEvidence, Recogniser, Recognition, UndecidedMention } from './recognise.ts';
import { trialEntryId } from './trial-id.ts';

/** So much of the text on either side of an ambiguous abbreviation is looked at for what it means. */
const sight = 300;

/**
 * Builds the recogniser for a lexicon. Names are sure at once. Abbreviations wait for the whole page: one that the page
 * defines as something else is never marked as ours, an ambiguous one only where there is evidence of our meaning.
 */
export function createRecogniser(lexicon: Lexicon): Recogniser {
  const readings = nameReadings(lexicon);
  const match = createMatcher(readings.map(({ name }) => name));
  let meaningOf: ReturnType<typeof longFormReader> | undefined;
  /** Most pages define nothing: what reads long forms is made when the first is met. */
  const define = (text: string, used: readonly UndecidedMention[]): Definition[] => {
    const pairs = [...findDefinitions(text), ...pairsBeside(text, used)];
    if (pairs.length > 0) meaningOf ??= longFormReader(readings, match, lexicon.names);
    return pairs.flatMap((pair) =>
      meaningOf ? [{ ...pair, ...meaningOf(pair.longForm, pair.shortForm) }] : [],
    );
  };
  const abbreviations = lexicon.names.filter(({ exactCase }) => exactCase);
  const listed = new Set(abbreviations.map(({ text }) => text));
  const ambiguous = abbreviations.filter((name) => name.ambiguous);
  const needsEvidence = new Set(ambiguous.map(({ text }) => text));
  const words = lexicon.rules?.words ?? {};

  /** Abbreviation matches, one a place, with every entry each may mean. */
  const undecidedOf = (matches: readonly NameMatch[], text: string): UndecidedMention[] => {
    const written = matches.filter(({ name }) => name.exactCase);
    if (written.length === 0) return [];
    const byPlace = new Map<string, UndecidedMention>();
    for (const { start, end, name } of written) {
      const place = `${start}-${end}`;
      const known = byPlace.get(place);
      const shouts = words[name.text] !== undefined && isShouted(text, start, end);
      if (shouts && words[name.text] === 'never') continue;
      byPlace.set(place, {
        ...{ start, end, abbreviation: name.text },
        entryIds: [...new Set([...(known?.entryIds ?? []), name.entryId])],
        ...(name.ambiguous && { around: around(text, start, end) }),
        ...(shouts && { isShouted: true }),
      });
    }
    return [...byPlace.values()];
  };

  return {
    recognise(text, learned) {
      const { names, hasLongNumber } = match(text);
      const mayHoldTrial = hasLongNumber || mayHoldIdentifier(text);
      const uses = learned === undefined || learned.size === 0 ? [] : usesOf(learned, text);
      // Most texts hold nothing at all.
      if (names.length + uses.length === 0 && !mayHoldTrial && !/[([]/.test(text)) return nothing;
      const matches = names.filter(
        ({ index, start, end }) => readings[index]?.holds?.(text, start, end) ?? true,
      );
      const others = new Set<Mention>();
      const sure: Mention[] = [];
      for (const found of matches) {
        if (found.name.exactCase) continue;
        const mention = toMention(found);
        if (readings[found.index]?.isOther) others.add(mention);
        sure.push(mention);
      }
      if (mayHoldTrial) sure.push(...trialMentions(text));
      const kept = leftmostLongest(sure);
      const undecided = leftmostLongest([...undecidedOf(matches, text), ...uses]);
      return {
        mentions: others.size === 0 ? kept : kept.filter((mention) => !others.has(mention)),
        undecided: withoutOverlap(undecided, kept),
        definitions: define(text, undecided),
      };
    },

    learn(definitions) {
      const learned = new Set<string>();
      for (const { shortForm, isName } of definitions) {
        const form = shortForm.replace(/(?<=\p{Lu})s$/u, '');
        if (isName && !listed.has(form) && /\p{Lu}.*\p{Lu}/u.test(form)) learned.add(form);
      }
      return learned;
    },

    decide(page) {
      const said = groupByShortForm(page.definitions);
      return (mention) => {
        const meanings = said.get(mention.abbreviation);
        if (meanings !== undefined) return defined(mention, meanings);
        if (mention.isShouted || !listed.has(mention.abbreviation)) return undefined;
        if (needsEvidence.has(mention.abbreviation)) return evident(mention, page);
        return { ...mention, reason: { kind: 'only-meaning' } };
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

const around = (text: string, start: number, end: number): string =>
  `${text.slice(Math.max(0, start - sight), start)} ${text.slice(end, end + sight)}`;

/** Long forms that stand behind abbreviations without brackets. */
function pairsBeside(text: string, used: readonly UndecidedMention[]): AbbreviationPair[] {
  return used.flatMap(({ start, end, abbreviation }) => {
    const form = formBeside(text, end, abbreviation);
    return form
      ? [{ shortForm: abbreviation, longForm: text.slice(form.start, form.end), start, end: form.end }]
      : [];
  });
}

/** Where the text uses abbreviations that we do not list. */
function usesOf(learned: ReadonlySet<string>, text: string): UndecidedMention[] {
  return [...learned].flatMap((abbreviation) => {
    const uses: UndecidedMention[] = [];
    for (let at = text.indexOf(abbreviation); at !== -1; at = text.indexOf(abbreviation, at + 1)) {
      const end =
        at +
        abbreviation.length +
        (/^s(?![\p{L}\p{N}])/u.test(text.slice(at + abbreviation.length, at + abbreviation.length + 2))
          ? 1
          : 0);
      if (isWordUnit(text[at - 1]) || isWordUnit(text[end])) continue;
      uses.push({ start: at, end, entryIds: [], abbreviation });
    }
    return uses;
  });
}

const isWordUnit = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);

/** What the page says of it: ours where it says so, and what else we know where it says that. */
function defined(mention: UndecidedMention, meanings: readonly Definition[]): Mention | undefined {
  const [first] = meanings;
  if (first === undefined) return undefined;
  const agreed = first.entryIds.filter((id) => meanings.every(({ entryIds }) => entryIds.includes(id)));
  const ours = mention.entryIds.filter((id) => agreed.includes(id));
  const entryIds = ours.length > 0 ? ours : meanings.every(({ isName }) => isName) ? agreed : [];
  if (entryIds.length === 0) return undefined;
  return { ...mention, entryIds, reason: { kind: 'defined', longForm: first.longForm } };
}

/** What is most likely, where nothing speaks against it. */
function evident(mention: UndecidedMention, page: PageEvidence): Mention | undefined {
  if (page.undefined === undefined) return undefined;
  const { evidence, rivals } = page.undefined;
  const { abbreviation, entryIds } = mention;
  if (rivals.has(abbreviation)) return undefined;
  if (evidence.rivalEntries(abbreviation).some((id) => page.named.has(id))) return undefined;
  const near = evidence.near(abbreviation, mention.around ?? '');
  if (near.kind === 'against') return undefined;
  const named = entryIds.filter((id) => page.named.has(id));
  if (named.length === 1) return { ...mention, entryIds: named, reason: { kind: 'named' } };
  if (near.kind === 'silent') return undefined;
  const meant = near.entry === undefined ? entryIds : [near.entry];
  if (meant.length > 1) return undefined;
  return { ...mention, entryIds: meant, reason: { kind: 'cue', cue: near.cue } };
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

/** A name in a long form, and what was looked for. */
interface LongFormMatch extends NameMatch {
  readonly reading: NameReading | undefined;
}

/**
 * What a long form means: the entries of a name that ends it and covers it, leading words ("current", "DSM-5") aside; and of
 * one that begins it and is only told more of ("cognitive behavioural therapy for depression"). One that is no name may be
 * nearly one of an entry that its short form stands for.
 */
function longFormReader(
  readings: readonly NameReading[],
  match: NameMatcher,
  names: readonly LexiconName[],
): (longForm: string, shortForm: string) => Pick<Definition, 'entryIds' | 'isName'> {
  const spelt = readings.flatMap(({ name, isOther }): NameReading[] =>
    name.longForms.map((text) => ({ name: { ...name, text, exactCase: false, longForms: [] }, isOther })),
  );
  const matchSpelt = createMatcher(spelt.map(({ name }) => name));
  /** Names as they are looked for everywhere, and long forms, which are looked for here alone. */
  const matchesIn = (longForm: string): LongFormMatch[] =>
    [
      ...match(longForm).names.map((found): LongFormMatch => ({ ...found, reading: readings[found.index] })),
      ...matchSpelt(longForm).names.map(
        (found): LongFormMatch => ({ ...found, reading: spelt[found.index] }),
      ),
    ].filter(
      ({ name, reading, start, end }) => !name.exactCase && (reading?.holds?.(longForm, start, end) ?? true),
    );
  const nearly = (longForm: string, shortForm: string): EntryId[] =>
    names
      .filter((name) => isFormOf(shortForm, name))
      .map(({ entryId }) => entryId)
      .filter((id) =>
        names.some(
          ({ entryId, exactCase, text }) => entryId === id && !exactCase && isNearly(longForm, text),
        ),
      );
  return (longForm, shortForm) => {
    const matches = matchesIn(longForm);
    const isBare = (text: string): boolean => foldText(text) === '';
    const last = matches.filter(({ end }) => isBare(longForm.slice(end)));
    const from = Math.min(...last.map(({ start }) => start));
    const meant = last.filter(({ start }) => start === from);
    const leading = matches.filter(
      ({ start, end }) =>
        isBare(longForm.slice(0, start)) && /^\s(?:for|in|of|with|among|to)\s/.test(longForm.slice(end)),
    );
    const isOther = meant.some(({ reading }) => reading?.isOther);
    const entryIds = isOther ? [] : [...new Set([...meant, ...leading].map(({ name }) => name.entryId))];
    const isName = entryIds.length > 0 && isBare(longForm.slice(0, from));
    const near = isName || isOther ? [] : nearly(longForm, shortForm);
    return near.length > 0 ? { entryIds: near, isName: false } : { entryIds, isName };
  };
}

/** Whether it is this abbreviation, in the plural or not. */
const isFormOf = (shortForm: string, { text, exactCase }: LexiconName): boolean =>
  exactCase && (shortForm === text || shortForm === `${text}s`);
