/** What words there are, for the mending of one that was typed. */
interface WordsAtHand {
  /** Every word of every entry. */
  readonly known: ReadonlySet<string>;
  /** Names of one word, the shortest first. */
  readonly names: readonly string[];
  /** Whether a word begins so, or another word for it is known. */
  readonly isAnswered: (word: string) => boolean;
  /** The words with at most so many typing errors in them, one for each entry that has it. */
  readonly wordsLike: (word: string, errors: number) => readonly string[];
}

/** How many typing errors a word of this length may hold: none in short ones, which are mostly abbreviations. */
const typos = (word: string): number => (word.length < 5 || /\d/.test(word) ? 0 : word.length < 9 ? 1 : 2);

/** A word of so many letters that is the beginning of a name stands for it. */
const unfinished = 5;

/** The word with each two neighbours swapped: the commonest slip of the fingers. */
const swapped = (word: string): string[] =>
  Array.from(
    { length: word.length - 1 },
    (_, at) => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
  );

/**
 * The word as the entries have it: a name that is not typed to its end, two letters put right, or where nothing begins
 * with it and nothing means it, the word most entries have that looks like it.
 */
export function mendWord(word: string, { known, names, isAnswered, wordsLike }: WordsAtHand): string {
  if (known.has(word)) return word;
  if (isAnswered(word)) {
    return (word.length < unfinished ? undefined : names.find((name) => name.startsWith(word))) ?? word;
  }
  if (typos(word) > 0) {
    const slip = swapped(word).find((candidate) => known.has(candidate));
    if (slip !== undefined) return slip;
  }
  for (let errors = 1; errors <= typos(word); errors++) {
    const counts = new Map<string, number>();
    for (const like of wordsLike(word, errors)) counts.set(like, (counts.get(like) ?? 0) + 1);
    const [best] = [...counts].sort(([, a], [, b]) => b - a);
    if (best !== undefined) return best[0];
  }
  return word;
}
