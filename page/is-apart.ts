import { parentElementOf } from './dom.ts';

/** Below this many elements the computed style of one can take a browser minutes, and no reader is there. */
export const deepestStyle = 1_000;

/**
 * Whether the page's style sets an element apart from the text around it, as `display: block`, floating and absolute
 * positioning do (they all compute to a block). `inline-block` is a matter of what lies beside it: words inside
 * animated headlines read on, but two such boxes that touch without a space between them are two labels.
 */
export function isApart(element: Element, touching: boolean): boolean {
  const { display } = getComputedStyle(element);
  if (display.startsWith('inline-')) return touching;
  return display !== 'inline' && display !== 'contents' && !display.startsWith('ruby') && display !== '';
}

/** Whether two texts that follow each other are set apart by the style of an element that ends or begins between them. */
export function isApartBetween(before: Text, after: Text): boolean {
  const aroundBefore = new Set(ancestorsOf(before));
  if (aroundBefore.size > deepestStyle) return false;
  const entered: Element[] = [];
  let shared: Element | undefined;
  for (const element of ancestorsOf(after)) {
    if (aroundBefore.has(element)) {
      shared = element;
      break;
    }
    entered.push(element);
  }
  for (const element of aroundBefore) {
    if (element === shared) break;
    if (isApart(element, false)) return true;
  }
  return entered.some((element) => isApart(element, false));
}

/** From the inside out. */
function* ancestorsOf(node: Node): Generator<Element> {
  for (let element = parentElementOf(node); element !== null; element = parentElementOf(element)) {
    yield element;
  }
}
