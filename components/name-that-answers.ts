import { wordsOf } from '@/core/asked-words.ts';
import type { SearchHit } from '@/core/search-index.ts';

/** The other name by which an entry was found, when its title shows none of the words: Vivitrol, OUD. */
export function nameThatAnswers({ entry, words }: SearchHit): string | undefined {
  const answers = (name: string): boolean => wordsOf(name).some((word) => words.includes(word));
  return answers(entry.title) ? undefined : entry.names.find(answers);
}
