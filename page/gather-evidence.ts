import { createAbbreviationEvidence } from '@/core/abbreviation-evidence.ts';
import type { Recogniser } from '@/core/recognise.ts';
import type { AbbreviationRule } from '@/core/rules.ts';
import { dataOf, elementsIn, localNameOf, parentElementOf, textOf } from './dom.ts';
import type { PageMemory } from './page-memory.ts';

/** Fetches what tells of abbreviations that a page does not define: most pages never need it. */
export type AbbreviationQuestion = () => Promise<readonly AbbreviationRule[]>;

/** What a page tells of its abbreviations when all of it has been read. */
export interface EvidenceGathering {
  /** Recognises also the abbreviations that were learned from this page. */
  readonly reader: Recogniser;
  /** Does one small thing. Gives the texts that hold something learned since they were read. */
  step(): readonly Text[];
  /** Whether there is nothing to do now. */
  isGathered(): boolean;
  /** Whether an answer is on its way. */
  isWaiting(): boolean;
}

/** Elements with no more in them than this are first looked at as one text: to take it is quicker than to go from node to node. */
const fewElements = 300;

/** So many texts are looked at in a step. */
const textsAtOnce = 50;

/** Words of other meanings are looked for in stretches of so many characters: a name may lie in several texts. */
const stretch = 4_000;

/**
 * Gathers, once a page has been read, what decides its abbreviations: those it defines that we do not list, and names of
 * other meanings of those it does not define. `texts` gives the texts of the page anew, `undefined` for what is not wanted.
 */
export function gatherEvidence(
  recogniser: Recogniser,
  memory: PageMemory,
  texts: (isWanted?: (element: Element) => boolean | undefined) => Iterable<Text | undefined>,
  ask: AbbreviationQuestion | undefined,
  wake: () => void,
): EvidenceGathering {
  const learned = new Set<string>();
  const rivals = new Set<string>();
  /** Forms that were learned, and have not been looked for in what was read before. */
  let fresh: readonly string[] = [];
  let rules: 'unasked' | 'asked' | 'sought' | ReturnType<typeof createAbbreviationEvidence> =
    ask === undefined ? 'sought' : 'unasked';
  let walk: Iterator<Text | undefined> | undefined;
  /** The version of the memory that was looked at last. */
  let seen = -1;
  let words = '';

  const learn = (): void => {
    const said = memory.definitions();
    fresh = said.length === 0 ? [] : [...recogniser.learn(said)].filter((form) => !learned.has(form));
    for (const form of fresh) learned.add(form);
  };

  const mayHoldFresh = (element: Element): boolean | undefined => {
    if (elementsIn(element)[fewElements]) return undefined;
    const inside = textOf(element);
    return fresh.some((form) => inside.includes(form));
  };

  const askOnce = (): void => {
    if (rules !== 'unasked' || !memory.wantsEvidence()) return;
    rules = 'asked';
    ask?.()
      .then(
        (answer) => {
          rules = createAbbreviationEvidence(answer);
        },
        () => {
          // Nobody answers: what is not defined stays undecided.
          rules = 'sought';
        },
      )
      .finally(wake);
  };

  const seekRivals = (): void => {
    if (typeof rules === 'object') for (const abbreviation of rules.rivalsIn(words)) rivals.add(abbreviation);
    words = '';
  };

  const endWalk = (): void => {
    walk = undefined;
    fresh = [];
    if (typeof rules !== 'object') return;
    seekRivals();
    memory.takeEvidence({ evidence: rules, rivals });
    rules = 'sought';
  };

  return {
    reader: { ...recogniser, recognise: (text) => recogniser.recognise(text, learned) },
    step() {
      if (walk === undefined) {
        seen = memory.version();
        learn();
        askOnce();
        if (typeof rules === 'object') walk = texts()[Symbol.iterator]();
        else if (fresh.length > 0) walk = texts(mayHoldFresh)[Symbol.iterator]();
        return [];
      }
      const again: Text[] = [];
      for (let count = 0; count < textsAtOnce; count++) {
        const { value: text, done } = walk.next();
        if (done) {
          endWalk();
          break;
        }
        if (!text || !isRead(text)) continue;
        const data = dataOf(text);
        if (fresh.some((form) => data.includes(form))) again.push(text);
        if (typeof rules !== 'object') continue;
        words += `${data} `;
        if (words.length > stretch) seekRivals();
      }
      return again;
    },
    isGathered: () => walk === undefined && typeof rules !== 'object' && seen === memory.version(),
    isWaiting: () => rules === 'asked',
  };
}

/** Programs and styles say nothing to a reader. */
function isRead(text: Text): boolean {
  const parent = parentElementOf(text);
  return parent === null || !['script', 'style', 'template', 'noscript'].includes(localNameOf(parent));
}
