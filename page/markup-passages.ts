import { trialOfLink } from '@/core/trial-link.ts';
import {
  childNodesOf,
  dataOf,
  elementsIn,
  firstChildOf,
  isRendered,
  isText,
  markupOf,
  nextSiblingOf,
} from './dom.ts';
import { type ElementRole, roleOfName } from './element-role.ts';
import { isCode } from './is-code.ts';
import { endsRun, isBlank, isJointApart, isTouching, mostCrossed } from './is-joint-apart.ts';
import { isReference } from './is-reference.ts';
import { noteLink, type Passage, type TrialLink } from './passage.ts';
import { isLeftOut, mayBeLeftOut, type Step, type Trail } from './trail.ts';

// To a script, and more so to one in a world of its own, every node of a page costs a fraction of a microsecond just to
// look at. The markup of a whole part of the page is one question. It tells which texts there are, in which elements; the
// nodes themselves are only fetched where something was found.

/** Elements whose text is written into markup as it is, and ends with the element. */
const rawTexts: ReadonlySet<string> = new Set(
  'script style xmp iframe noembed noframes plaintext noscript'.split(' '),
);
/** Elements without an end. */
const voids: ReadonlySet<string> = new Set(
  `area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr`.split(
    ' ',
  ),
);
/** Longer markup holds too much text to be read at once, or far more addresses than text. */
const longestMarkup = 200_000;
const addressIn = /\shref="([^"]*)"/;
const restOfTag = /[^">]*(?:"[^"]*"[^">]*)*>/y;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', nbsp: '\u00A0', quot: '"' };

/** Where the walk through the markup is: an element that has begun and not ended. */
interface Open {
  /** Its number among the elements of the part, in document order; -1 is the part itself. */
  readonly number: number;
  readonly role: ElementRole;
  readonly isRead: boolean;
  /** The trial to whose record the link leads that it is, or lies in. */
  readonly link: string | undefined;
  children: number;
}

/** A run that may still go on. */
interface OpenRun {
  text: string;
  readonly starts: number[];
  /** For each piece the number of its parent, and then its place among that one's children. */
  readonly places: number[];
  /** Elements that began or ended since the last text. */
  readonly crossed: Open[];
  readonly links: TrialLink[];
  isDoubtful: boolean;
}

/**
 * The passages inside an element that stands apart and is read, in document order, and between them the elements that have
 * rules of their own: drawings and formulas. `trail` leads into the element. `undefined` when there is too much of it, or the
 * markup does not tell what it holds: a page can make elements that no markup describes.
 */
export function readMarkup(part: Element, trail: Trail): readonly (Passage | Element)[] | undefined {
  const markup = markupOf(part);
  if (markup.length > longestMarkup) return undefined;
  const elements = elementsIn(part);
  const mayLeaveOut = mayBeLeftOut(markup);
  /** How many children the markup shows: of the part, and of each element in it. */
  const childCounts: number[] = [];
  const found: (Passage | Element)[] = [];
  const stack: Open[] = [{ number: -1, role: 'block', isRead: true, link: trail.at(-1)?.link, children: 0 }];
  let around: Open | undefined = stack[0];
  let run: OpenRun | undefined;
  let count = 0;
  let templates = 0;
  let ampersand = markup.indexOf('&');
  let at = 0;

  const textsOf = createTextsOf(part, elements, childCounts);
  const close = (): void => {
    if (run) found.push(passageOf(run, textsOf));
    run = undefined;
  };
  const cross = (open: Open): void => {
    if (endsRun(open.role, run?.text)) close();
    else if (run && open.role !== 'unseen') {
      run.crossed.push(open);
      if (open.role === 'doubtful' || open.role === 'break') run.isDoubtful = true;
    }
  };
  const stepOf = ({ number, role }: Open): Pick<Step, 'element' | 'role' | 'depth'> => ({
    // Their count is compared before anything is made of it.
    element: elements[number] ?? part,
    role,
    depth: trail.length + stack.length,
  });

  while (around) {
    const tag = markup.indexOf('<', at);
    const end = tag === -1 ? markup.length : tag;
    if (end > at) {
      const place = around.children++;
      if (around.isRead && templates === 0) {
        while (ampersand !== -1 && ampersand < at) ampersand = markup.indexOf('&', ampersand + 1);
        const raw = markup.slice(at, end);
        const text = ampersand === -1 || ampersand >= end ? raw : decoded(raw);
        if (run && run.crossed.length > 0) {
          const isDoubtful = run.isDoubtful || run.crossed.length > mostCrossed || isTouching(run.text, text);
          if (isDoubtful && isJointApart(run.text, run.crossed.map(stepOf), text)) close();
          else if (text !== '') run.crossed.length = 0;
        }
        if (run) {
          run.starts.push(run.text.length);
          run.places.push(around.number, place);
          run.text += text;
          run.isDoubtful = false;
        } else if (!isBlank(text)) {
          run = {
            ...{ text, starts: [0], places: [around.number, place] },
            ...{ crossed: [], links: [], isDoubtful: false },
          };
        }
        if (run && around.link !== undefined) {
          const end = run.text.length;
          noteLink(run.links, { start: end - text.length, end, trialId: around.link });
        }
      }
    }
    if (tag === -1) break;

    const sign = markup.charCodeAt(tag + 1);
    if (sign === slash) {
      at = markup.indexOf('>', tag) + 1;
      const ended = stack.pop();
      if (!ended || stack.length === 0) return undefined;
      if (ended.number >= 0) childCounts[ended.number + 1] = ended.children;
      else templates--;
      around = stack.at(-1);
      cross(ended);
      continue;
    }
    around.children++;
    if (sign === exclamation) {
      const isComment = markup.startsWith('<!--', tag);
      at = markup.indexOf(isComment ? '-->' : '>', tag) + (isComment ? 3 : 1);
      if (!isComment || at < 3) return undefined;
      continue;
    }
    if (sign === question) {
      at = markup.indexOf('>', tag) + 1;
      continue;
    }

    let afterName = tag + 2;
    for (let code = 0; ; afterName++) {
      code = markup.charCodeAt(afterName);
      if (code === greater || code === space || afterName >= markup.length) break;
    }
    const name = markup.slice(tag + 1, afterName);
    const { role, isVoid, isRaw } = tagOf(name);
    let attributes = '';
    if (markup.charCodeAt(afterName) === greater) at = afterName + 1;
    else {
      restOfTag.lastIndex = afterName;
      if (!restOfTag.test(markup)) return undefined;
      at = restOfTag.lastIndex;
      if (mayLeaveOut || name === 'a') attributes = markup.slice(afterName, at);
    }
    const isInTemplate = templates > 0;
    const number = isInTemplate ? -1 : count++;
    let isRead = around.isRead && !isInTemplate && role !== 'skipped' && role !== 'unseen';
    if (isRead && (role === 'drawing' || role === 'formula')) {
      isRead = false;
      const element = elements[number];
      if (!element) return undefined;
      close();
      found.push(element);
    }
    let own: ElementRole = role;
    if (isRead && (name === 'pre' || (mayLeaveOut && mayBeLeftOut(attributes)))) {
      const element = elements[number];
      if (!element) return undefined;
      if (isLeftOut(element) || (name === 'pre' && isCode(element))) {
        isRead = false;
        own = 'skipped';
      }
    }
    if (isRead && name === 'sup') {
      const element = elements[number];
      if (!element) return undefined;
      if (isReference(element)) {
        isRead = false;
        own = 'reference';
      }
    }
    // Where scripts do not run it is ordinary content; that is rare enough to be looked at node by node.
    if (name === 'noscript' && number >= 0) {
      const element = elements[number];
      if (!element || isRendered(element)) return undefined;
    }
    const link = name === 'a' ? trialOfLink(addressIn.exec(attributes)?.[1] ?? '') : around.link;
    const entered: Open = { number, role: around.isRead ? own : 'unseen', isRead, link, children: 0 };
    if (!isInTemplate) cross(entered);
    if (isVoid) {
      if (number >= 0) childCounts[number + 1] = 0;
      continue;
    }
    if (isRaw) {
      const ends = markup.indexOf(`</${name}>`, at);
      if (ends === -1) return undefined;
      if (number >= 0) childCounts[number + 1] = ends > at ? 1 : 0;
      at = ends + name.length + 3;
      continue;
    }
    if (name === 'template' || isInTemplate) {
      templates++;
      stack.push({ ...entered, number: -1 });
      // Its own number is counted, what is in it is not.
      if (number >= 0) childCounts[number + 1] = 0;
    } else stack.push(entered);
    around = stack.at(-1);
  }
  close();
  const [own] = stack;
  if (stack.length !== 1 || !own || count !== elements.length) return undefined;
  childCounts[0] = own.children;
  return found;
}

const slash = 0x2f;
const exclamation = 0x21;
const question = 0x3f;
const greater = 0x3e;
const space = 0x20;

interface Tag {
  readonly role: ElementRole;
  readonly isVoid: boolean;
  readonly isRaw: boolean;
}
const tags = new Map<string, Tag>();

function tagOf(name: string): Tag {
  const known = tags.get(name);
  if (known) return known;
  const tag: Tag = { role: roleOfName(name), isVoid: voids.has(name), isRaw: rawTexts.has(name) };
  // A page can make up names without end.
  if (tags.size < 1000) tags.set(name, tag);
  return tag;
}

const decoded = (raw: string): string =>
  raw.replace(/&(amp|lt|gt|nbsp|quot);/g, (entity, name) => entities[name] ?? entity);

type TextsOf = (parent: number, place: number) => readonly Text[];

function passageOf({ text, starts, places, links }: OpenRun, textsOf: TextsOf): Passage {
  return {
    text,
    starts,
    links,
    nodesOf: (piece) => textsOf(places[2 * piece] ?? -1, places[2 * piece + 1] ?? -1),
  };
}

/** Fetches texts by the number of their parent and their place in its markup. Texts side by side are one there. */
function createTextsOf(
  part: Element,
  elements: HTMLCollectionOf<Element>,
  childCounts: readonly number[],
): TextsOf {
  let last: { readonly number: number; readonly place: number; readonly texts: readonly Text[] } | undefined;
  const find = (number: number, place: number): readonly Text[] => {
    const parent = number === -1 ? part : elements[number];
    if (!parent) return [];
    const children = childNodesOf(parent);
    if (children.length !== childCounts[number + 1]) return textsAtPlace(parent, place);
    const text = children[place];
    return text && isText(text) ? [text] : [];
  };
  return (number, place) => {
    if (last?.number !== number || last.place !== place) last = { number, place, texts: find(number, place) };
    return last.texts;
  };
}

function textsAtPlace(parent: Element, place: number): Text[] {
  const texts: Text[] = [];
  let at = -1;
  let wasText = false;
  for (let child = firstChildOf(parent); child && at <= place; child = nextSiblingOf(child)) {
    const text = isText(child) ? child : undefined;
    if (text && dataOf(text) === '') continue;
    if (!text || !wasText) at++;
    wasText = text !== undefined;
    if (at === place && text) texts.push(text);
  }
  return texts;
}
