import { safeHref } from '@/components/safe-href.ts';
import type { CardElement, CardNode, CardPartName } from '@/core/card-node.ts';
import { listen } from '@/page/listen.ts';

/** What fills the parts of a card. */
export type CardParts<Press> = ReadonlyMap<CardPartName, CardNode<Press>>;

/** Draws a card in place of the one before: what both have in the same place stays the same element, with its focus. */
export type DrawCard<Press> = (card: CardNode<Press>, parts?: CardParts<Press>) => void;

/** All a card is made of. */
const tags = words(
  'a abbr article b blockquote button dd details div dl dt em fieldset figcaption figure h2 h3 header input legend li mark ol p section span strong summary time ul',
);
const shapes = words('circle path svg');
const attributeNames = words(
  'autocomplete class cx cy d datetime disabled focusable hidden href id open placeholder popovertarget popovertargetaction r referrerpolicy rel role spellcheck stroke-dasharray tabindex target title type value viewBox',
);
const otherAttributeNames = /^(?:aria|data)-[a-z-]+$/;

/** An element or a text that was drawn, and what of. */
interface Drawn<Press> {
  readonly node: Element | Text;
  readonly said: CardElement<Press> | string;
  readonly children: Row<Press>;
}
/** What was drawn into an element, by where on the card it is. */
type Row<Press> = ReadonlyMap<string, Drawn<Press>>;

/**
 * Draws cards into an element that nothing else draws into. Whatever the data holds, what comes of it is text, and the
 * elements and attributes that are listed here. `press` hears what the reader did, and on which element.
 */
export function createCardDrawing<Press>(
  surface: HTMLElement,
  press: (what: Press, element: Element) => void,
  signal: AbortSignal,
): DrawCard<Press> {
  // Not the surface's: what is an element of another document is none to our code.
  const page = document;
  const pressed = new WeakMap<Element, CardElement<Press>['on']>();
  let shown: Row<Press> = new Map();
  let parts: CardParts<Press> = new Map();

  const drawInto = (parent: Element, before: Row<Press>, nodes: readonly CardNode<Press>[]): Row<Press> => {
    const wanted = new Map<string, CardElement<Press> | string>();
    inARow(nodes, '', wanted);
    for (const [place, { node }] of before) if (!wanted.has(place)) node.remove();
    const row = new Map<string, Drawn<Press>>();
    let next: Node | null = parent.firstChild;
    for (const [place, said] of wanted) {
      const drawn =
        typeof said === 'string' ? text(said, before.get(place)) : element(said, before.get(place));
      row.set(place, drawn);
      // What is where it belongs is not moved: that would take its focus.
      if (drawn.node === next) next = next.nextSibling;
      else parent.insertBefore(drawn.node, next);
    }
    return row;
  };

  /** Puts elements and texts into `row`, each with a name for its place. */
  const inARow = (
    nodes: readonly CardNode<Press>[],
    within: string,
    row: Map<string, CardElement<Press> | string>,
  ): void => {
    for (const [index, node] of nodes.entries()) {
      if (node === null) continue;
      const isText = typeof node === 'string';
      let place = `${within}/${(isText ? undefined : node.key) ?? index}`;
      if (isText || 'tag' in node) {
        place += ` ${isText ? '' : node.tag}`;
        // Of two with the same key neither is lost.
        while (row.has(place)) place += '+';
        row.set(place, node);
      } else {
        const filled = node.part && parts.get(node.part);
        inARow(filled === undefined ? node.children : [filled], place, row);
      }
    }
  };

  const text = (said: string, before: Drawn<Press> | undefined): Drawn<Press> => {
    const node = before?.node ?? page.createTextNode(said);
    if (node.nodeValue !== said) node.nodeValue = said;
    return { node, said, children: new Map() };
  };

  const element = (said: CardElement<Press>, before: Drawn<Press> | undefined): Drawn<Press> => {
    const node = before?.node instanceof Element ? before.node : create(page, said.tag);
    const known = typeof before?.said === 'object' ? before.said.attributes : {};
    for (const name of Object.keys(known)) if (!(name in said.attributes)) node.removeAttribute(name);
    for (const [name, value] of Object.entries(said.attributes)) {
      // What was typed into a box is no attribute.
      if (name === 'value' && node instanceof HTMLInputElement) {
        if (node.value !== value) node.value = value;
      } else if (known[name] !== value) {
        write(node, name, value);
      }
    }
    pressed.set(node, said.on);
    return { node, said, children: drawInto(node, before?.children ?? new Map(), said.children) };
  };

  for (const type of ['click', 'input'] as const) {
    listen(
      surface,
      type,
      ({ target }) => {
        let at = target instanceof Element ? target : null;
        while (at && at !== surface && !pressed.get(at)?.[type]) at = at.parentElement;
        const what = at && pressed.get(at)?.[type];
        if (at && what) press(what, at);
      },
      signal,
    );
  }

  return (card, filled = new Map()) => {
    parts = filled;
    shown = drawInto(surface, shown, [card]);
  };
}

function create(page: Document, tag: string): Element {
  if (shapes.has(tag)) return page.createElementNS('http://www.w3.org/2000/svg', tag);
  return page.createElement(tags.has(tag) ? tag : 'span');
}

function write(element: Element, name: string, value: string): void {
  if (!attributeNames.has(name) && !otherAttributeNames.test(name)) return;
  const written = name === 'href' ? safeHref(value) : value;
  if (written !== undefined) element.setAttribute(name, written);
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
