import type { Mention } from '@/core/mention.ts';
import type { Recogniser, UndecidedMention } from '@/core/recognise.ts';
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
  /** Settles abbreviations: those that wait, and all anew when what the page says about them has changed. */
  settle(): { readonly gone: readonly Occurrence[]; readonly come: readonly Occurrence[] };
  /** All that is marked, in document order, nothing that has left the page. */
  occurrences(): readonly Occurrence[];
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
}

/** Creates an empty memory. */
export function createPageMemory(recogniser: Recogniser): PageMemory {
  const byText = new Map<Text, Kept>();
  let all = new Set<Kept>();
  let count = 0;
  /** Passages whose abbreviations were never settled. */
  let unsettled = new Set<Kept>();
  let haveDefinitionsChanged = true;
  let decide: ReturnType<Recogniser['decide']> = () => undefined;
  let inOrder: readonly Occurrence[] | undefined;

  return {
    holds: (text) => byText.has(text),

    keep(read) {
      const { sure, undecided, definitions, nodes } = read;
      const kept: Kept = { ...read, settled: new Map() };
      for (const node of nodes) byText.set(node, kept);
      all.add(kept);
      count += sure.length + undecided.length;
      inOrder = undefined;
      if (undecided.length > 0) unsettled.add(kept);
      if (definitions.length > 0) haveDefinitionsChanged = true;
    },

    forget(text) {
      const kept = byText.get(text);
      if (!kept) return { gone: [], texts: [] };
      for (const node of kept.nodes) byText.delete(node);
      all.delete(kept);
      unsettled.delete(kept);
      count -= kept.sure.length + kept.undecided.length;
      inOrder = undefined;
      if (kept.definitions.length > 0) haveDefinitionsChanged = true;
      return { gone: shownIn(kept), texts: kept.nodes };
    },

    isSettled: () => !haveDefinitionsChanged && unsettled.size === 0,

    settle() {
      const gone: Occurrence[] = [];
      const come: Occurrence[] = [];
      if (haveDefinitionsChanged) {
        decide = recogniser.decide({
          definitions: [...all].flatMap(({ definitions }) => definitions),
          named: new Set(),
        });
        haveDefinitionsChanged = false;
        unsettled = new Set([...all].filter(({ undecided }) => undecided.length > 0));
      }
      for (const kept of unsettled) {
        for (const waiting of kept.undecided) {
          const before = kept.settled.get(waiting);
          const now = decide(waiting.mention);
          if (isSame(before?.mention, now)) continue;
          if (before) gone.push(before);
          kept.settled.delete(waiting);
          if (!now) continue;
          const occurrence: Occurrence = { ...waiting, mention: now };
          kept.settled.set(waiting, occurrence);
          come.push(occurrence);
        }
      }
      unsettled.clear();
      if (gone.length + come.length > 0) inOrder = undefined;
      return { gone, come };
    },

    occurrences() {
      inOrder ??= inReadingOrder(all);
      return inOrder;
    },
    count: () => count,
    clear() {
      const gone = [...all].flatMap(shownIn);
      byText.clear();
      all = new Set();
      unsettled = new Set();
      count = 0;
      haveDefinitionsChanged = true;
      inOrder = undefined;
      return gone;
    },
  };
}

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
