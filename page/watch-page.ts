import { trialOfLink } from '@/core/trial-link.ts';
import { attributeOf, isConnected, isElement, isText, localNameOf, parentOf } from './dom.ts';
import { popoverHostName } from './popover-host.ts';

/** What changed since it was last asked, reduced to the topmost nodes. */
export interface PageChanges {
  /** So much changed that the whole page is to be read anew; the rest is empty. */
  readonly everything: boolean;
  /** New in the page, and still there. */
  readonly added: readonly Node[];
  /** No longer where they were. */
  readonly removed: readonly Node[];
  /** Elements that began or ceased to be an editor. */
  readonly altered: readonly Element[];
  /** Texts whose characters changed. */
  readonly texts: readonly Text[];
  /** Where children came or went: what was beside them may now read on, or no longer. */
  readonly gaps: readonly Gap[];
}

/** A place among the children of a node. */
interface Gap {
  readonly parent: Node;
  readonly before: Node | null;
  readonly after: Node | null;
}

/** Hears of changes of the page. */
export interface PageWatch {
  /** What changed since the last time, the changes of this very moment included. */
  take(): PageChanges;
  /** Whether so much is changing that it waits for the end of it. */
  isWaiting(): boolean;
  /** Hears of changes in this shadow tree too. */
  include(root: ShadowRoot): void;
  /** Does something to the page that is no change of the page's own. */
  quietly(work: () => void): void;
}

/** More changes than this at a time are not followed one by one. */
const mostRecords = 1_000;

/** How long a storm is left to pass, in ms: longer while one follows the other. */
const shortestWait = 200;
const longestWait = 10_000;

const watched: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributeFilter: ['contenteditable', 'role', 'href'],
  attributeOldValue: true,
};

/** Watches a document with one observer until the signal ends it. `report` is called once until changes are taken. */
export function watchPage(page: Document, report: () => void, signal: AbortSignal): PageWatch {
  let changes = emptyChanges();
  let isReported = false;
  let storm: 'none' | 'passing' | 'over' = 'none';
  let wait = shortestWait;
  let lastStorm = 0;

  const observer = new MutationObserver((records) => {
    note(records);
    if (isReported || storm === 'passing' || isEmpty(changes)) return;
    isReported = true;
    report();
  });

  const note = (records: readonly MutationRecord[]): void => {
    if (storm !== 'none') return;
    for (const record of records) noteRecord(changes, record);
    if (changes.count > mostRecords) letPass();
  };

  const letPass = (): void => {
    const now = performance.now();
    wait = now - lastStorm < 2 * wait ? Math.min(2 * wait, longestWait) : shortestWait;
    storm = 'passing';
    changes = emptyChanges();
    setTimeout(() => {
      storm = 'over';
      lastStorm = performance.now();
      if (!signal.aborted) report();
    }, wait);
  };

  const include = (tree: Document | ShadowRoot): void => {
    if (!signal.aborted) observer.observe(tree, watched);
  };
  include(page);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });

  return {
    include,
    isWaiting: () => storm !== 'none',
    take() {
      note(observer.takeRecords());
      if (storm === 'passing') return reduced(emptyChanges(), false);
      const taken = reduced(changes, storm === 'over');
      storm = 'none';
      isReported = false;
      changes = emptyChanges();
      return taken;
    },
    quietly(work) {
      note(observer.takeRecords());
      work();
      observer.takeRecords();
    },
  };
}

interface Changes {
  count: number;
  readonly added: Set<Node>;
  readonly removed: Set<Node>;
  readonly altered: Set<Element>;
  readonly texts: Set<Text>;
  readonly gaps: Gap[];
}

function emptyChanges(): Changes {
  return { count: 0, added: new Set(), removed: new Set(), altered: new Set(), texts: new Set(), gaps: [] };
}

function isEmpty({ added, removed, altered, texts }: Changes): boolean {
  return added.size + removed.size + altered.size + texts.size === 0;
}

function noteRecord(changes: Changes, record: MutationRecord): void {
  const { target } = record;
  if (record.type === 'characterData') {
    if (isText(target)) changes.texts.add(target);
  } else if (record.type === 'attributes') {
    if (!isElement(target) || !isReadAnew(target, record)) return;
    changes.altered.add(target);
  } else {
    const added = [...record.addedNodes].filter(isOfThePage);
    const removed = [...record.removedNodes].filter(isOfThePage);
    if (added.length + removed.length === 0) return;
    for (const node of added) changes.added.add(node);
    for (const node of removed) changes.removed.add(node);
    changes.gaps.push({ parent: target, before: record.previousSibling, after: record.nextSibling });
  }
  changes.count++;
}

/** Whether a changed attribute changes what there is to read: an address only where it leads, or led, to a trial. */
function isReadAnew(target: Element, { attributeName, oldValue }: MutationRecord): boolean {
  if (attributeName !== 'href') return true;
  return trialOfLink(oldValue ?? '') !== trialOfLink(attributeOf(target, 'href') ?? '');
}

/** Our own surface comes and goes; so do comments, which say nothing to a reader. */
function isOfThePage(node: Node): boolean {
  return isText(node) || (isElement(node) && localNameOf(node) !== popoverHostName);
}

function reduced(changes: Changes, everything: boolean): PageChanges {
  const { added, removed, altered, texts, gaps } = changes;
  const fresh = new Set([...added].filter(isConnected));
  return {
    everything,
    added: [...fresh].filter((node) => !liesIn(node, fresh)),
    removed: [...removed],
    altered: [...altered].filter((element) => isConnected(element) && !liesIn(element, fresh)),
    texts: [...texts].filter(isConnected),
    gaps: gaps.filter(({ parent }) => isConnected(parent)),
  };
}

function liesIn(node: Node, roots: ReadonlySet<Node>): boolean {
  for (let parent = parentOf(node); parent !== null; parent = parentOf(parent)) {
    if (roots.has(parent)) return true;
  }
  return false;
}
