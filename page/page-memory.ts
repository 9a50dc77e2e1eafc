import type { EntryId } from '@/core/entry.ts';
import type { Mention } from '@/core/mention.ts';
import type { Definition, PageEvidence, Recogniser, UndecidedMention } from '@/core/recognise.ts';
import { isConnected } from './dom.ts';
import type { Occurrence } from './occurrence.ts';
import { inDocumentOrder } from './part-near-viewport.ts';
import type { ReadPassage } from './recognise-passage.ts';

/** What has been read of a page. */
export interface PageMemory {
  /** Whether anything was found in the text. */
  holds(text: Text): boolean;
  keep(read: ReadPassage): void;
  /** Forgets the passage a text belongs to. */
  forget(text: Text): Forgotten;
  /** Whether nothing waits to be settled. */
  isSettled(): boolean;
  /**
   * Settles abbreviations: those that wait, and all anew when what the page says about them has changed. Of many only some, so
   * that it does not take long: `isSettled` tells whether that was all.
   */
  settle(): { readonly gone: readonly Occurrence[]; readonly come: readonly Occurrence[] };
  /** All that is marked, in document order, nothing that has left the page. */
  occurrences(): readonly Occurrence[];
  /** Everything the page defines. */
  definitions(): readonly Definition[];
  /** Another number each time what the page says of abbreviations has changed. */
  version(): number;
  /** Whether there are abbreviations that more evidence than definitions could settle. */
  wantsEvidence(): boolean;
  /** Takes what tells of abbreviations that are not defined; what is waiting is settled with it. */
  takeEvidence(evidence: NonNullable<PageEvidence['undefined']>): void;
  /** Where the page says what the abbreviation means. */
  definitionOf(occurrence: Occurrence): Occurrence | undefined;
  /** Abbreviations that are not marked, since the page does not tell what they mean. */
  undecided(): readonly Occurrence[];
  /** How many mentions are kept, abbreviations that wait included. */
  count(): number;
  /** Forgets all, and returns what was marked. */
  clear(): readonly Occurrence[];
}

/** What is no longer known. */
interface Forgotten {
  readonly gone: readonly Occurrence[];
  /** The texts that were read together. */
  readonly texts: readonly Text[];
}

/** A passage that holds something, with what became of its abbreviations. */
interface Kept extends ReadPassage {
  readonly settled: Map<Occurrence<UndecidedMention>, Occurrence>;
  /** What stands for those that are not settled, once somebody has asked. */
  readonly open: Map<Occurrence<UndecidedMention>, Occurrence>;
}

/** When so many have been settled the others can wait. */
const mostSettled = 1_000;

/** Creates an empty memory. */
export function createPageMemory(recogniser: Recogniser): PageMemory {
  const byText = new Map<Text, Kept>();
  let all = new Set<Kept>();
  let count = 0;
  /** Passages whose abbreviations were never settled. */
  let unsettled = new Set<Kept>();
  /** Of them: those with definitions, and those with abbreviations. */
  let defining = new Set<Kept>();
  let abbreviating = new Set<Kept>();
  /** How often each entry is named in full. */
  let named = new Map<EntryId, number>();
  let evidence: PageEvidence['undefined'];
  let hasEvidenceChanged = true;
  let version = 0;
  const evidenceChanged = (): void => {
    hasEvidenceChanged = true;
    version++;
  };
  /** Made when there is something to decide. */
  let decide: ReturnType<Recogniser['decide']> | undefined;
  let inOrder: readonly Occurrence[] | undefined;

  /** Counts what is named; only the first and the last of an entry tell something new. */
  const countNamed = (sure: readonly Occurrence[], by: 1 | -1): void => {
    for (const { mention } of sure) {
      for (const id of mention.entryIds) {
        const before = named.get(id) ?? 0;
        named.set(id, before + by);
        if (before === 0 || before + by === 0) evidenceChanged();
      }
    }
  };
  const definitions = (): Definition[] => [...defining].flatMap((kept) => kept.definitions);
  const whatPageSays = (): PageEvidence => ({
    definitions: definitions(),
    named: new Set([...named].flatMap(([id, times]) => (times > 0 ? [id] : []))),
    ...(evidence && { undefined: evidence }),
  });

  return {
    holds: (text) => byText.has(text),

    keep(read) {
      const { sure, undecided, nodes } = read;
      const kept: Kept = { ...read, settled: new Map(), open: new Map() };
      for (const node of nodes) byText.set(node, kept);
      all.add(kept);
      count += sure.length + undecided.length;
      inOrder = undefined;
      countNamed(sure, 1);
      if (undecided.length > 0) {
        unsettled.add(kept);
        abbreviating.add(kept);
      }
      if (read.definitions.length === 0) return;
      defining.add(kept);
      evidenceChanged();
    },

    forget(text) {
      const kept = byText.get(text);
      if (!kept) return { gone: [], texts: [] };
      for (const node of kept.nodes) byText.delete(node);
      all.delete(kept);
      unsettled.delete(kept);
      abbreviating.delete(kept);
      countNamed(kept.sure, -1);
      count -= kept.sure.length + kept.undecided.length;
      inOrder = undefined;
      if (defining.delete(kept)) evidenceChanged();
      return { gone: shownIn(kept), texts: kept.nodes };
    },

    isSettled: () => !hasEvidenceChanged && unsettled.size === 0,

    settle() {
      const gone: Occurrence[] = [];
      const come: Occurrence[] = [];
      if (hasEvidenceChanged) {
        decide = undefined;
        hasEvidenceChanged = false;
        unsettled = new Set(abbreviating);
      }
      if (unsettled.size === 0) return { gone, come };
      decide ??= recogniser.decide(whatPageSays());
      const defined = new Set(definitions().map(({ shortForm }) => shortForm));
      for (const kept of unsettled) {
        unsettled.delete(kept);
        for (const waiting of kept.undecided) {
          const before = kept.settled.get(waiting);
          const now = decide(waiting.mention);
          if (isSame(before?.mention, now)) continue;
          // What other words spoke for stays, whatever the page adds; only what it defines is known better.
          if (before && !now && !defined.has(waiting.mention.abbreviation) && isFromWords(before)) continue;
          if (before) gone.push(before);
          kept.settled.delete(waiting);
          if (!now) continue;
          const occurrence: Occurrence = { ...waiting, mention: now };
          kept.settled.set(waiting, occurrence);
          come.push(occurrence);
        }
        if (gone.length + come.length > mostSettled) break;
      }
      if (gone.length + come.length > 0) inOrder = undefined;
      return { gone, come };
    },

    occurrences() {
      inOrder ??= inReadingOrder(all);
      return inOrder;
    },
    definitions,
    version: () => version,
    wantsEvidence() {
      const defined = new Set(definitions().map(({ shortForm }) => shortForm));
      return [...abbreviating].some(({ undecided }) =>
        undecided.some(({ mention }) => mention.around !== undefined && !defined.has(mention.abbreviation)),
      );
    },
    takeEvidence(taken) {
      evidence = taken;
      evidenceChanged();
    },
    definitionOf({ text, mention: { reason } }) {
      if (reason?.kind !== 'defined') return undefined;
      const form = withoutPlural(text);
      for (const { definitions: said, settled } of defining) {
        const places = said.filter(({ shortForm }) => withoutPlural(shortForm) === form);
        const uses = [...settled.values()].filter((use) => withoutPlural(use.text) === form);
        const isAt = ({ mention: { start } }: Occurrence): boolean =>
          places.some((place) => place.start <= start && start < place.end);
        if (places.length > 0 && uses.length > 0) return uses.find(isAt) ?? uses[0];
      }
      return undefined;
    },
    undecided() {
      return [...abbreviating].flatMap((kept) =>
        kept.undecided.flatMap((waiting) => {
          const { mention } = waiting;
          if (kept.settled.has(waiting) || mention.around === undefined) return [];
          const rivals = evidence?.evidence.rivalsOf(mention.abbreviation) ?? [];
          const open = kept.open.get(waiting) ?? {
            ...waiting,
            mention: { ...mention, reason: { kind: 'undecided', rivals } as const },
          };
          kept.open.set(waiting, open);
          return [open];
        }),
      );
    },
    count: () => count,
    clear() {
      const gone = [...all].flatMap(shownIn);
      byText.clear();
      all = new Set();
      unsettled = new Set();
      defining = new Set();
      abbreviating = new Set();
      named = new Map();
      count = 0;
      evidenceChanged();
      inOrder = undefined;
      return gone;
    },
  };
}

const isFromWords = ({ mention: { reason } }: Occurrence): boolean =>
  reason?.kind === 'named' || reason?.kind === 'cue';

const withoutPlural = (form: string): string => form.replace(/(?<=\p{Lu})s$/u, '');

function shownIn({ sure, settled }: Kept): Occurrence[] {
  return settled.size === 0
    ? [...sure]
    : [...sure, ...settled.values()].sort((a, b) => a.mention.start - b.mention.start);
}

/** Passages do not overlap, so only they are compared, by their first texts. */
function inReadingOrder(all: Iterable<Kept>): Occurrence[] {
  const present = [...all].filter(({ nodes }) => nodes.every(isConnected));
  const first = new Map<Occurrence, readonly Occurrence[]>();
  for (const kept of present) {
    const shown = shownIn(kept);
    if (shown[0]) first.set(shown[0], shown);
  }
  return inDocumentOrder(first.keys()).flatMap((occurrence) => first.get(occurrence) ?? []);
}

function isSame(a: Mention | undefined, b: Mention | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.start === b.start && a.end === b.end && a.entryIds.join() === b.entryIds.join();
}
