/**
 * Members of nodes, read past what a page put on them. A form answers `form.childNodes` with its control of that name,
 * in Chromium even to a content script, so nodes of a page are never asked directly: the platform's own getters are.
 */

const getParentNode = getterOf(Node.prototype, 'parentNode');
const getFirstChild = getterOf(Node.prototype, 'firstChild');
const getLastChild = getterOf(Node.prototype, 'lastChild');
const getPreviousSibling = getterOf(Node.prototype, 'previousSibling');
const getNextSibling = getterOf(Node.prototype, 'nextSibling');
const getNodeType = getterOf(Node.prototype, 'nodeType');
const getIsConnected = getterOf(Node.prototype, 'isConnected');
const getOwnerDocument = getterOf(Node.prototype, 'ownerDocument');
const getData = getterOf(CharacterData.prototype, 'data');
const getLength = getterOf(CharacterData.prototype, 'length');
const getChildNodes = getterOf(Node.prototype, 'childNodes');
const getFirstElement = getterOf(Element.prototype, 'firstElementChild');
const getNextElement = getterOf(Element.prototype, 'nextElementSibling');
const getTextContent = getterOf(Node.prototype, 'textContent');
const getLocalName = getterOf(Element.prototype, 'localName');
const getShadowRoot = getterOf(Element.prototype, 'shadowRoot');
const { compareDocumentPosition, getRootNode } = Node.prototype;
const {
  getAttribute,
  getBoundingClientRect,
  querySelectorAll,
  checkVisibility,
  getElementsByTagName,
  getHTML,
  matches,
} = Element.prototype;
const { remove } = CharacterData.prototype;
const removeElement = Element.prototype.remove;

/** The node this one lies in. */
export const parentOf = (node: Node): ParentNode | null => getParentNode.call(node);
/** Its first child. */
export const firstChildOf = (node: Node): ChildNode | null => getFirstChild.call(node);
/** Its last child. */
export const lastChildOf = (node: Node): ChildNode | null => getLastChild.call(node);
/** The sibling before it. */
export const previousSiblingOf = (node: Node): ChildNode | null => getPreviousSibling.call(node);
/** The sibling after it. */
export const nextSiblingOf = (node: Node): ChildNode | null => getNextSibling.call(node);
/** The first element in it, no deeper. */
export const firstElementOf = (element: Element): Element | null => getFirstElement.call(element);
/** The element that follows it. */
export const nextElementOf = (element: Element): Element | null => getNextElement.call(element);
/** Its children, a list that follows the page. */
export const childNodesOf = (node: Node): NodeListOf<ChildNode> => getChildNodes.call(node);
/** Whether it lies in the document. */
export const isConnected = (node: Node): boolean => getIsConnected.call(node);
/** How many characters a text node has, without making them a string. */
export const lengthOf = (text: CharacterData): number => getLength.call(text);
/** The characters of a text node. */
export const dataOf = (text: CharacterData): string => getData.call(text);
/** Whether it is one of those that the selector names. */
export const isMatch = (element: Element, selector: string): boolean => matches.call(element, selector);
/** The tag without prefix, lower case in HTML. */
export const localNameOf = (element: Element): string => getLocalName.call(element);
/** The shadow root of an element that shows it to everybody. */
export const openRootOf = (element: Element): ShadowRoot | null => getShadowRoot.call(element);
/** An attribute as written, `null` when there is none. */
export const attributeOf = (element: Element, name: string): string | null =>
  getAttribute.call(element, name);
/** All elements inside, a list that follows the page; to ask for its length or one of them makes nothing of the others. */
export const elementsIn = (element: Element): HTMLCollectionOf<Element> =>
  getElementsByTagName.call(element, '*') as HTMLCollectionOf<Element>;
/** Whether markup tells what is in the elements of this document. In XML it is written by other rules. */
export const canGiveMarkup = (page: Document): boolean =>
  typeof getHTML === 'function' && page.contentType === 'text/html';
/** All text inside, whatever it is for. */
export const textOf = (element: Element): string => getTextContent.call(element) ?? '';
/** What is inside, as markup. */
export const markupOf = (element: Element): string => getHTML.call(element);
/** The box around all of an element, in viewport coordinates. */
export const boxOf = (element: Element): DOMRect => getBoundingClientRect.call(element);

/** Whether it is text, CDATA sections included. */
export function isText(node: Node): node is Text {
  const type = getNodeType.call(node);
  return type === 3 || type === 4;
}

/** Whether it is an element. */
export function isElement(node: Node): node is Element {
  return getNodeType.call(node) === 1;
}

/** The document it belongs to; a document is its own. */
export function documentOf(node: Node): Document {
  // Only a document has no owner.
  return getOwnerDocument.call(node) ?? (node as Document);
}

/** The element around it, be it the host of the shadow tree it lies in; `null` at the top. */
export function parentElementOf(node: Node): Element | null {
  const parent = parentOf(node);
  if (parent === null) return null;
  if (isElement(parent)) return parent;
  return parent instanceof ShadowRoot ? parent.host : null;
}

/** The shadow tree a node lies in, if it does. */
export function shadowRootAround(node: Node): ShadowRoot | undefined {
  const root = getRootNode.call(node);
  return root instanceof ShadowRoot ? root : undefined;
}

/** Elements inside (and not the node itself) that match. */
export function allInside(root: Node, selector: string): NodeListOf<Element> | readonly Element[] {
  if (isElement(root)) return querySelectorAll.call(root, selector);
  return root instanceof Document || root instanceof DocumentFragment ? root.querySelectorAll(selector) : [];
}

/** What a walker shows that shows texts, CDATA sections included. */
export const showTexts = NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION;

/** The texts in a node, or the node itself when it is one. */
export function* textsIn(node: Node): Generator<Text> {
  if (isText(node)) {
    yield node;
    return;
  }
  const texts = documentOf(node).createTreeWalker(node, showTexts);
  // The walker shows texts and nothing else.
  while (texts.nextNode()) yield texts.currentNode as Text;
}

/**
 * The texts in a node, but for elements to which `isWanted` says no. Where it says yes all texts in it are given; where it says
 * nothing it is asked about each element inside. `undefined` stands for each of those, and for each that is not wanted.
 */
export function* textsWhere(
  root: Node,
  isWanted: (element: Element) => boolean | undefined,
): Generator<Text | undefined> {
  const nodes = documentOf(root).createTreeWalker(root, NodeFilter.SHOW_ELEMENT | showTexts);
  let node = nodes.nextNode();
  while (node) {
    const wanted = isElement(node) ? isWanted(node) : true;
    if (wanted) yield* textsIn(node);
    else yield undefined;
    if (wanted === undefined) node = nodes.nextNode();
    else {
      node = nodes.nextSibling();
      while (!node && nodes.parentNode()) node = nodes.nextSibling();
    }
  }
}

/**
 * Negative when `a` begins before `b` in the document, positive when after. A shadow tree stands before what its host
 * holds. Among siblings Chromium goes back from `b` until it finds `a`: soon told where `b` follows closely.
 */
export function documentOrder(a: Node, b: Node): number {
  if (a === b) return 0;
  const position = compareDocumentPosition.call(a, b);
  if (position & Node.DOCUMENT_POSITION_DISCONNECTED) return orderOfTrees(a, b);
  return position & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** For nodes in different trees: where they, or the hosts they are in, lie in the tree both are in. */
function orderOfTrees(a: Node, b: Node): number {
  const places = placesInTrees(b);
  for (const [root, place] of placesInTrees(a)) {
    const other = places.get(root);
    if (other === undefined) continue;
    // One is the host of the tree the other lies in: it begins before.
    if (other === place) return place === a ? -1 : 1;
    return compareDocumentPosition.call(place, other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  }
  return 0;
}

/** A node and the hosts it is in, by the tree they lie in. */
function placesInTrees(node: Node): Map<Node, Node> {
  const places = new Map<Node, Node>();
  for (let at: Node | undefined = node; at; ) {
    places.set(getRootNode.call(at), at);
    at = shadowRootAround(at)?.host;
  }
  return places;
}

/** Whether an element takes part in what is shown: laid out, visible, not faded to nothing. */
export function isRendered(element: Element): boolean {
  return checkVisibility.call(element, { visibilityProperty: true, opacityProperty: true });
}

/** Takes a text or an element out of where it is. */
export function takeOut(node: Text | Element): void {
  if (isText(node)) remove.call(node);
  else removeElement.call(node);
}

/** The getter a prototype answers this member with. */
function getterOf<Owner extends object, Key extends keyof Owner & string>(
  prototype: Owner,
  key: Key,
): (this: Owner) => Owner[Key] {
  const getter = Object.getOwnPropertyDescriptor(prototype, key)?.get;
  if (!getter) throw new TypeError(`The platform has no getter for ${key}`);
  return getter;
}
