import { attributeOf, dataOf, documentOf, parentElementOf } from './dom.ts';

/** Classes that highlighters and generators of documentation put on code. */
const codeClass =
  /(^|[\s_-])(lang|language|brush|highlight|highlighter|hljs|code|codehilite|sourcecode|prettyprint|prism|shiki|chroma|rouge|pygments|syntax|terminal|console|diff)($|[\s:_-])/i;

/** So many characters are enough to tell prose from code. */
const sampleLength = 2_000;

/**
 * Whether a `pre` holds code. A class on it or around it says so, or its own text does. A `code` element inside needs
 * no telling: it is skipped wherever it stands.
 */
export function isCode(pre: Element): boolean {
  const around = parentElementOf(pre);
  return hasCodeClass(pre) || (around !== null && hasCodeClass(around)) || readsAsCode(sampleOf(pre));
}

function hasCodeClass(element: Element): boolean {
  return (
    codeClass.test(attributeOf(element, 'class') ?? '') ||
    attributeOf(element, 'data-lang') !== null ||
    attributeOf(element, 'data-language') !== null
  );
}

/** Whether a text looks like a program: lines that end as statements do, or more signs than prose has. */
export function readsAsCode(text: string): boolean {
  const lines = text.split('\n').filter((line) => /\S/.test(line));
  if (lines.length === 0) return false;
  const statements = lines.filter((line) =>
    /([;{}]|\)\s*:|=>|\\)\s*$|^\s*([$#>]\s|\/\/|<\/?\w+[^<]*>)/.test(line),
  );
  const words = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  const signs = text.match(/[{}[\]<>;=$|\\/_*+&"`]/g)?.length ?? 0;
  return statements.length / lines.length > 0.3 || signs > words / 4;
}

function sampleOf(element: Element): string {
  const texts = documentOf(element).createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let sample = '';
  while (sample.length < sampleLength && texts.nextNode()) {
    // The walker shows texts and nothing else.
    sample += dataOf(texts.currentNode as Text).slice(0, sampleLength);
  }
  return sample;
}
