import { documentOrder } from './dom.ts';
import type { Occurrence } from './occurrence.ts';

/** The first occurrence of each name among those that are there, in document order. */
export interface FirstOfName {
  /** Takes one in; gives the one that is no longer first for it. */
  add(occurrence: Occurrence): Occurrence | undefined;
  /** Takes one out; gives the one that is first now. */
  remove(occurrence: Occurrence): Occurrence | undefined;
  has(occurrence: Occurrence): boolean;
  clear(): void;
}

/** Creates an empty set of names. */
export function createFirstOfName(): FirstOfName {
  const all = new Map<string, Set<Occurrence>>();
  const firsts = new Map<string, Occurrence>();
  return {
    add(occurrence) {
      const name = nameOf(occurrence);
      const others = all.get(name) ?? new Set();
      all.set(name, others.add(occurrence));
      const first = firsts.get(name);
      if (first && !isBefore(occurrence, first)) return undefined;
      firsts.set(name, occurrence);
      return first;
    },
    remove(occurrence) {
      const name = nameOf(occurrence);
      const others = all.get(name);
      others?.delete(occurrence);
      if (others?.size === 0) all.delete(name);
      if (firsts.get(name) !== occurrence) return undefined;
      let next: Occurrence | undefined;
      for (const other of others ?? []) if (!next || isBefore(other, next)) next = other;
      if (next) firsts.set(name, next);
      else firsts.delete(name);
      return next;
    },
    has: (occurrence) => firsts.get(nameOf(occurrence)) === occurrence,
    clear() {
      all.clear();
      firsts.clear();
    },
  };
}

function nameOf({ mention }: Occurrence): string {
  return mention.entryIds[0] ?? '';
}

function isBefore({ place: { start: one } }: Occurrence, { place: { start: other } }: Occurrence): boolean {
  return (documentOrder(one.node, other.node) || one.offset - other.offset) < 0;
}
