import type { EntryKind } from '@/core/entry.ts';
import type { Density } from '@/core/settings.ts';
import { blockAround } from './block-around.ts';
import { dataOf, documentOrder, isRendered, parentElementOf, textsIn } from './dom.ts';
import { kindOf } from './kind-of.ts';
import type { Occurrence } from './occurrence.ts';
import { createSections, type Section } from './sections.ts';

/** What the reader wants marked. */
export interface MarkChoice {
  readonly kinds: ReadonlySet<EntryKind>;
  readonly density: Density;
  /** Whether a very dense page is marked as if the density were `page`. */
  readonly quiet: boolean;
}

/** All of them, however many. */
export const everyMention: MarkChoice = {
  kinds: new Set(['term', 'condition', 'trial', 'topic']),
  density: 'every',
  quiet: false,
};

/** What of a page's mentions comes to be marked, and what no longer is. */
export interface MarkChanges {
  readonly gone: readonly Occurrence[];
  readonly come: readonly Occurrence[];
}

/**
 * Chooses which mentions are marked. All are known here, in whatever order they came: which are chosen follows from
 * where they stand alone.
 */
export interface ChosenMarks {
  /** Mentions are gone; those of them that were marked. Who takes their place is told by the next `add`. */
  remove(gone: readonly Occurrence[]): readonly Occurrence[];
  /** Mentions came, if any, and whatever changed before is settled. */
  add(come: readonly Occurrence[]): MarkChanges;
  /** All has been read: is it too much? */
  settle(): MarkChanges;
  /** The reader wants something else. */
  choose(choice: MarkChoice): MarkChanges;
  /** These came into the page, others may have gone: its sections may have changed. */
  pageChanged(come: readonly Node[]): void;
  has(occurrence: Occurrence): boolean;
  /** Whether the page is so dense that it is marked less than was chosen. */
  isQuiet(): boolean;
  clear(): void;
}

/** With fewer marks no page is dense, in however few words they stand. */
const fewestOfDense = 80;
/** Of more than this, the first tell what the page is like. */
const mostOfDense = 2_000;
/** A page is dense when its blocks have a mark for so few characters: less than some eight words. */
const charactersOfDense = 50;

/** Mentions of one entry in one section, of which the first is marked. */
interface Group {
  readonly members: Set<Occurrence>;
  first: Occurrence | undefined;
  /** The one that came last. What follows it is not the first, and that is soon told: most come in the order of the page. */
  last: Occurrence | undefined;
}

/** Creates the choice, of nothing yet. */
export function chooseMarks(page: Document, initial: MarkChoice): ChosenMarks {
  const sections = createSections(page);
  let choice = initial;
  let isQuiet = false;
  /** Of what is known: the group it is in; `undefined` for what is marked or left out without regard to others. */
  const groupOf = new Map<Occurrence, Group | undefined>();
  let groups = new Map<Section, Map<string, Group>>();
  const chosen = new Set<Occurrence>();
  /** Groups that lost their first. */
  const headless = new Set<Group>();
  let mayHaveMoved = false;
  /** So many are marked that it would take long to mark less later: it has been asked whether it is too much. */
  let isAskedEarly = false;

  /** Gathers what becomes of each, and tells what is different in the end. */
  const changesOf = (work: (touch: (occurrence: Occurrence) => void) => void): MarkChanges => {
    const touched = new Map<Occurrence, boolean>();
    work((occurrence) => touched.set(occurrence, touched.get(occurrence) ?? chosen.has(occurrence)));
    const gone: Occurrence[] = [];
    const come: Occurrence[] = [];
    for (const [occurrence, was] of touched) {
      const is = isWanted(occurrence);
      if (is) chosen.add(occurrence);
      else chosen.delete(occurrence);
      if (was !== is) (is ? come : gone).push(occurrence);
    }
    return { gone, come };
  };

  const isWanted = (occurrence: Occurrence): boolean => {
    if (!groupOf.has(occurrence) || !choice.kinds.has(kindOf(occurrence))) return false;
    const group = groupOf.get(occurrence);
    return group === undefined || group.first === occurrence;
  };

  const join = (occurrence: Occurrence, touch: (occurrence: Occurrence) => void): void => {
    const density = isQuiet ? 'page' : choice.density;
    touch(occurrence);
    if (density === 'every') {
      groupOf.set(occurrence, undefined);
      return;
    }
    const section = density === 'page' ? undefined : sections.of(occurrence.place.start.node);
    const inSection = groups.get(section) ?? new Map<string, Group>();
    groups.set(section, inSection);
    const key = keyOf(occurrence);
    const group = inSection.get(key) ?? { members: new Set(), first: undefined, last: undefined };
    inSection.set(key, group);
    groupOf.set(occurrence, group);
    group.members.add(occurrence);
    const { first, last } = group;
    if (headless.has(group)) return;
    group.last = occurrence;
    if ((last && order(last, occurrence) <= 0) || (first && order(first, occurrence) <= 0)) return;
    if (first) touch(first);
    group.first = occurrence;
  };

  const leave = (occurrence: Occurrence): boolean => {
    const group = groupOf.get(occurrence);
    groupOf.delete(occurrence);
    group?.members.delete(occurrence);
    if (group?.last === occurrence) group.last = undefined;
    if (group?.first === occurrence) {
      group.first = undefined;
      headless.add(group);
    }
    return chosen.delete(occurrence);
  };

  const promote = (touch: (occurrence: Occurrence) => void): void => {
    for (const group of headless) {
      for (const other of group.members) {
        if (!group.first || order(other, group.first) < 0) group.first = other;
      }
      if (group.first) touch(group.first);
    }
    headless.clear();
  };

  const regroup = (touch: (occurrence: Occurrence) => void): void => {
    const all = [...groupOf.keys()];
    groupOf.clear();
    groups = new Map();
    headless.clear();
    for (const occurrence of all) join(occurrence, touch);
  };

  const settle = (): MarkChanges => {
    if (isQuiet || !choice.quiet || choice.density === 'page' || !isDense(chosen)) return nothing;
    isQuiet = true;
    return changesOf(regroup);
  };

  return {
    remove: (gone) => gone.filter(leave),
    add(come) {
      const changes = changesOf((touch) => {
        // A page that names nothing is not even asked for its headings.
        const isMoved = mayHaveMoved && groupOf.size > 0;
        if (mayHaveMoved && (isMoved || come.length > 0)) {
          sections.renew();
          mayHaveMoved = false;
        }
        for (const occurrence of come) join(occurrence, touch);
        promote(touch);
        if (isMoved && choice.density === 'section' && !isQuiet) regroup(touch);
      });
      if (isAskedEarly || chosen.size < mostOfDense) return changes;
      isAskedEarly = true;
      return oneAfterTheOther(changes, settle());
    },
    settle,
    choose(wanted) {
      choice = wanted;
      isQuiet = false;
      isAskedEarly = false;
      return changesOf(regroup);
    },
    pageChanged(come) {
      mayHaveMoved ||= groupOf.size === 0 || sections.differWith(come);
    },
    has: (occurrence) => chosen.has(occurrence),
    isQuiet: () => isQuiet,
    clear() {
      groupOf.clear();
      groups = new Map();
      chosen.clear();
      headless.clear();
      isQuiet = false;
      isAskedEarly = false;
    },
  };
}

/** What two changes come to: what came and went again was never there. */
function oneAfterTheOther(first: MarkChanges, second: MarkChanges): MarkChanges {
  const came = new Set(first.come);
  const went = new Set(second.gone);
  return {
    gone: [...first.gone, ...second.gone.filter((occurrence) => !came.has(occurrence))],
    come: [...first.come.filter((occurrence) => !went.has(occurrence)), ...second.come],
  };
}

const nothing: MarkChanges = { gone: [], come: [] };

/** What nobody sees now is apart: a mention in a closed menu must not be the one that is marked. */
function keyOf({ mention, place }: Occurrence): string {
  const element = parentElementOf(place.start.node);
  return `${element && isRendered(element) ? '' : 'hidden '}${mention.entryIds.join()}`;
}

function order({ place: { start: a } }: Occurrence, { place: { start: b } }: Occurrence): number {
  return documentOrder(a.node, b.node) || a.offset - b.offset;
}

function isDense(marks: ReadonlySet<Occurrence>): boolean {
  if (marks.size < fewestOfDense) return false;
  const first = [...marks].slice(0, mostOfDense);
  const blocks = new Set(first.map(({ place }) => blockAround(place.start.node)));
  let characters = 0;
  for (const block of blocks) {
    for (const text of block ? textsIn(block) : []) {
      characters += dataOf(text).length;
      if (characters >= charactersOfDense * first.length) return false;
    }
  }
  return true;
}
