/** What it costs to take words for what letters stand for; set by hand, see decision 0011. */
const cost = {
  /** A letter inside the word of the letter before it, right behind that one or further on. */
  next: 0.4,
  inside: 0.8,
  /** A letter at the start of a later part of a word: after a dash, a digit, in camel case. */
  part: 0.2,
  /** A letter inside a word of which no other letter is used. */
  deep: 2.5,
  /** A word that is passed over, a little word that abbreviations leave out, and a verb: no name holds one. */
  word: 1.2,
  little: 0.1,
  verb: 9,
  /** A digit that stands for nothing. */
  digit: 0.9,
  /** The first letter stands at a later part of a word. */
  late: 0.6,
} as const;

/** So much it may cost for each letter, unless one is stricter. */
const dearest = 0.85;

const little = new Set(
  'a an and as at by de for from in into of on or per that the to under via von with without'.split(' '),
);

const verbs = new Set('is are was were has have had'.split(' '));

/** Numbers at the start of words, as abbreviations write them. */
const numberWords: Readonly<Record<string, RegExp>> = {
  '1': /^(?:one|mono|uni|first)/i,
  '2': /^(?:two|di|bi|second)/i,
  '3': /^(?:three|tri|third)/i,
  '4': /^(?:four|tetra|quad)/i,
};

/**
 * Lays the letters of a short form over words, in order, as cheaply as it can be done. Gives where in the text the long form
 * begins, `undefined` when there is no good way. The long form ends with the text (`end`), or begins with it (`start`).
 */
export function alignLetters(
  shortForm: string,
  text: string,
  side: 'start' | 'end',
  most = dearest,
): number | undefined {
  const letters = [...shortForm.toLowerCase()].filter((char) => /[\p{L}\p{N}]/u.test(char));
  if (letters.length === 0 || !holdsInOrder(letters, text.toLowerCase())) return undefined;
  const words = wordsOf(text);
  // Of each way to lay the letters so far: where the last one stands, what it cost, and where the first one stands.
  let ways: Way[] = [];
  letters.forEach((letter, index) => {
    const next = new Map<number, Way>();
    if (index > 0 && /\d/.test(letter))
      for (const way of ways) next.set(way.spot.at, { ...way, sum: way.sum + cost.digit });
    for (const spot of spotsOf(letter, words)) {
      if (index === 0) {
        if (spot.depth === 'inner') continue;
        const leading = side === 'start' ? skipped(words, -1, spot.word) : 0;
        const late = spot.depth === 'part' ? cost.late : 0;
        next.set(spot.at, { spot, first: spot.word, sum: leading + late });
        continue;
      }
      for (const way of ways) {
        if (way.spot.at >= spot.at) continue;
        const sum = way.sum + step(way.spot, spot, words);
        const known = next.get(spot.at);
        if (known === undefined || sum <= known.sum) next.set(spot.at, { spot, first: way.first, sum });
      }
    }
    ways = [...next.values()];
  });
  const trailing = (way: Way): number => way.sum + skipped(words, way.spot.word, words.length);
  let best: Way | undefined;
  // Of equals the shortest: it is the last.
  for (const way of ways) if (best === undefined || trailing(way) <= trailing(best)) best = way;
  if (best === undefined || trailing(best) > most * Math.max(2, letters.length)) return undefined;
  if (letters.length === 1 && best.spot.word !== words.length - 1) return undefined;
  return words[best.first]?.start;
}

interface Word {
  readonly text: string;
  readonly start: number;
}

interface Spot {
  readonly at: number;
  readonly word: number;
  readonly depth: 'start' | 'part' | 'inner';
}

interface Way {
  readonly spot: Spot;
  readonly first: number;
  readonly sum: number;
}

function step(from: Spot, to: Spot, words: readonly Word[]): number {
  if (from.word === to.word) {
    if (to.depth === 'part') return cost.part;
    return to.at === from.at + 1 ? cost.next : cost.inside;
  }
  const between = skipped(words, from.word, to.word);
  return between + { start: 0, part: cost.part, inner: cost.deep }[to.depth];
}

function skipped(words: readonly Word[], from: number, to: number): number {
  let sum = 0;
  for (let i = from + 1; i < to; i++) {
    const word = words[i]?.text.toLowerCase() ?? '';
    sum += little.has(word) ? cost.little : verbs.has(word) ? cost.verb : cost.word;
  }
  return sum;
}

function* spotsOf(letter: string, words: readonly Word[]): Generator<Spot> {
  for (const [word, { text, start }] of words.entries()) {
    if (numberWords[letter]?.test(text)) yield { at: start, word, depth: 'start' };
    for (let i = 0; i < text.length; i++) {
      if (text[i]?.toLowerCase() !== letter) continue;
      const before = text[i - 1];
      const depth = before === undefined ? 'start' : isJoint(before, text[i] ?? '') ? 'part' : 'inner';
      yield { at: start + i, word, depth };
    }
  }
}

/** Whether a part of a word begins here. */
function isJoint(before: string, char: string): boolean {
  return (
    !/[\p{L}\p{N}'\u2019]/u.test(before) ||
    (/\p{Ll}/u.test(before) && /\p{Lu}/u.test(char)) ||
    /\d/.test(before) !== /\d/.test(char)
  );
}

/** Words without the quotes and brackets around them. */
function wordsOf(text: string): Word[] {
  return [...text.matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
    const lead = /^[^\p{L}\p{N}]*/u.exec(word)?.[0].length ?? 0;
    const bare = word.slice(lead).replace(/[^\p{L}\p{N}]+$/u, '');
    return bare === '' ? [] : [{ text: bare, start: index + lead }];
  });
}

/** Whether all letters occur in this order, digits aside: most texts before a bracket are dismissed by it. */
function holdsInOrder(letters: readonly string[], text: string): boolean {
  let at = 0;
  for (const letter of letters) {
    if (/\d/.test(letter)) continue;
    const found = text.indexOf(letter, at);
    if (found === -1) return false;
    at = found + 1;
  }
  return true;
}
