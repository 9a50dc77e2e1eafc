import { charClass, classOf, foldedCode, foldText } from './fold-text.ts';
import type { LexiconName } from './lexicon.ts';
import { numberForms } from './word-forms.ts';

/** A name found in a text, before overlaps are settled. */
export interface NameMatch {
  readonly start: number;
  readonly end: number;
  readonly name: LexiconName;
}

/** Finds every name that begins and ends at a word boundary, overlaps included, left to right. */
export type NameMatcher = (text: string) => NameMatch[];

interface Branch {
  readonly next: Map<string, Branch>;
  readonly names: LexiconName[];
}

const createBranch = (): Branch => ({ next: new Map(), names: [] });

function grow(root: Branch, name: LexiconName): void {
  const words = foldText(name.text).split(' ');
  const last = words.pop() ?? '';
  let branch = root;
  for (const word of words) {
    const next = branch.next.get(word) ?? createBranch();
    branch.next.set(word, next);
    branch = next;
  }
  for (const form of name.exactCase ? [last, `${last}s`] : numberForms(last)) {
    const leaf = branch.next.get(form) ?? createBranch();
    leaf.names.push(name);
    branch.next.set(form, leaf);
  }
}

/** The letters as they stand, joints and unseen characters aside: what an abbreviation must equal. */
function letters(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const kind = classOf(text.charCodeAt(i));
    if (kind !== charClass.ignored && kind !== charClass.space && kind !== charClass.dash) out += text[i];
  }
  return out;
}

function caseFits(name: LexiconName, found: string): boolean {
  if (!name.exactCase) return true;
  const wanted = letters(name.text);
  const got = letters(found);
  return got === wanted || got === `${wanted}s`;
}

interface Token {
  readonly word: string;
  readonly end: number;
}

/** The token that begins at `start` (a word character), folded. */
function tokenAt(text: string, start: number): Token {
  let word = '';
  let end = start;
  for (let i = start; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const kind = classOf(code);
    if (kind === charClass.ignored) continue;
    if (kind !== charClass.word) break;
    word += String.fromCharCode(foldedCode(code));
    end = i + 1;
  }
  return { word, end };
}

/**
 * Where the next word of a name may begin after `end`: over spaces, one dash, or a dash at a line end, a possessive s
 * before them aside (Alzheimer's disease); -1 for nowhere.
 */
function nextWord(text: string, endOfWord: number): number {
  const end = endOfWord + (/^['\u2019]s[\s\u00A0-]/.test(text.slice(endOfWord, endOfWord + 3)) ? 2 : 0);
  let dashes = 0;
  let spacesBeforeDash = false;
  let spaces = false;
  for (let i = end; i < text.length; i++) {
    const kind = classOf(text.charCodeAt(i));
    if (kind === charClass.ignored) continue;
    if (kind === charClass.word) return i > end && dashes < 2 && !(dashes === 1 && spacesBeforeDash) ? i : -1;
    if (kind === charClass.dash) {
      dashes++;
      spacesBeforeDash = spaces;
    } else if (kind === charClass.space) spaces = true;
    else return -1;
  }
  return -1;
}

/** Builds the matcher for these names. Reads a text in one pass; most words cost one hash and one table look-up. */
export function createMatcher(names: readonly LexiconName[]): NameMatcher {
  const root = createBranch();
  for (const name of names) grow(root, name);
  const mask = tableSize(root.next.size) - 1;
  const firstWords = new Uint8Array(mask + 1);
  for (const word of root.next.keys()) firstWords[hashOf(word) & mask] = 1;

  return (text) => {
    const found: NameMatch[] = [];
    const length = text.length;
    let i = 0;
    while (i < length) {
      let kind = classOf(text.charCodeAt(i));
      if (kind !== charClass.word) {
        i++;
        continue;
      }
      const start = i;
      let hash = 0;
      while (kind === charClass.word || kind === charClass.ignored) {
        if (kind === charClass.word) hash = (Math.imul(hash, 31) + foldedCode(text.charCodeAt(i))) | 0;
        i++;
        if (i >= length) break;
        kind = classOf(text.charCodeAt(i));
      }
      if (firstWords[hash & mask] === 1) follow(root, text, start, found);
    }
    return found;
  };
}

function follow(root: Branch, text: string, start: number, found: NameMatch[]): void {
  let branch: Branch | undefined = root;
  let at = start;
  while (at !== -1) {
    const token = tokenAt(text, at);
    branch = branch.next.get(token.word);
    if (branch === undefined) return;
    for (const name of branch.names) {
      if (caseFits(name, text.slice(start, token.end))) found.push({ start, end: token.end, name });
    }
    at = nextWord(text, token.end);
  }
}

function hashOf(word: string): number {
  let hash = 0;
  for (let i = 0; i < word.length; i++) hash = (Math.imul(hash, 31) + word.charCodeAt(i)) | 0;
  return hash;
}

/** A power of two with about sixteen cells a word, so that a chance hit is rare. */
function tableSize(words: number): number {
  let size = 1024;
  while (size < words * 16) size *= 2;
  return size;
}
