import { isLetter } from './fold-text.ts';

/** A name as it is written and in the other spellings that follow from it: solid, American and British, Greek letters. */
export function spellings(name: string): string[] {
  if (!maySpellOtherwise.test(name)) return [name];
  const all = [name];
  for (const rule of rules) {
    for (const text of [...all]) {
      const spelt = respell(text, rule);
      if (!all.includes(spelt)) all.push(spelt);
    }
  }
  return all;
}

/** Most names are written in one way, and this tells at a glance. */
const maySpellOtherwise = /-|i[sz][ei]|i[sz]ation|behavi|alpha|beta|gamma|delta|kappa|mu|[α-μ]/;

/** These letters are also written as the others, where what stands around them allows it. Plain code: every page begins with it. */
interface Respelling {
  readonly letters: string;
  readonly others: string;
  readonly fits: (name: string, start: number, end: number) => boolean;
  /** Only the first. */
  readonly isOnce?: true;
}

/** Compounds lose their hyphens one by one or all: "post-traumatic", "self-injury". */
const joins = (name: string, start: number, end: number): boolean =>
  areLetters(name, start - 2, start) && areLetters(name, end, end + 3);

const isVerb = (name: string, start: number, end: number): boolean => {
  let last = end;
  while (isLetter(name.charCodeAt(last))) last++;
  return areLetters(name, start - 4, start) && verbEndings.includes(name.slice(end, last));
};
const verbEndings = ['e', 'ed', 'er', 'es', 'ing', 'ation'];

const isWord = (name: string, start: number, end: number): boolean =>
  !isLetter(name.charCodeAt(start - 1)) && !isLetter(name.charCodeAt(end));

const anywhere = (): boolean => true;

const greek = { alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', kappa: 'κ', mu: 'μ' };

const rules: readonly Respelling[] = [
  { letters: '-', others: '', fits: joins, isOnce: true },
  { letters: '-', others: '', fits: joins },
  { letters: 'is', others: 'iz', fits: isVerb },
  { letters: 'iz', others: 'is', fits: isVerb },
  { letters: 'behaviour', others: 'behavior', fits: anywhere },
  { letters: 'behavior', others: 'behaviour', fits: (name, _start, end) => name[end] !== 'u' },
  ...Object.entries(greek).flatMap(([word, letter]) => [
    { letters: word, others: letter, fits: isWord },
    { letters: letter, others: word, fits: anywhere },
  ]),
];

function respell(name: string, { letters, others, fits, isOnce }: Respelling): string {
  let spelt = '';
  let done = 0;
  for (let at = name.indexOf(letters); at !== -1; at = name.indexOf(letters, at + letters.length)) {
    if (!fits(name, at, at + letters.length)) continue;
    spelt += name.slice(done, at) + others;
    done = at + letters.length;
    if (isOnce) break;
  }
  return spelt + name.slice(done);
}

function areLetters(name: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isLetter(name.charCodeAt(at))) return false;
  return true;
}
