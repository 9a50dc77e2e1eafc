import { useLayoutEffect, useRef } from 'preact/hooks';

/** Writes a text with some words marked into an empty element. */
export type FillMarked = (leaf: HTMLElement, text: string, words: readonly string[]) => void;

/** A text with the words that were searched for marked. Preact draws the empty element and never looks inside. */
export function MarkedText({
  text,
  words,
  fillMarked,
}: {
  text: string;
  words: readonly string[];
  fillMarked: FillMarked;
}) {
  const leaf = useRef<HTMLSpanElement>(null);
  const wordsKey = words.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words are new each time, what they say is not
  useLayoutEffect(() => {
    if (leaf.current) fillMarked(leaf.current, text, words);
  }, [text, wordsKey, fillMarked]);
  return <span ref={leaf} />;
}
