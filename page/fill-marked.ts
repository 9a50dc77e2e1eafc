import Mark from 'mark.js';

/** What may stand right before or after a word. */
const limiters = [...' ,.;:!?()[]{}“”‘’"\'/–—-\u00a0'];

/**
 * Writes a text into an element that holds nothing else, with some of its words marked. The words are given in lower
 * case, whole. Whoever draws the element must leave what is in it alone.
 */
export function fillMarked(leaf: HTMLElement, text: string, words: readonly string[]): void {
  leaf.textContent = text;
  if (words.length === 0) return;
  new Mark(leaf).mark([...words], {
    accuracy: { value: 'exactly', limiters },
    separateWordSearch: false,
    diacritics: true,
    className: 'ng-hit',
  });
}
