import { localNameOf } from './dom.ts';
import { popoverHostName } from './popover-host.ts';

/**
 * What an element does to the text around and in it, as far as its tag says.
 * `inline`: it is part of the run. `doubtful`: only its style tells (custom elements).
 * `block`: it stands apart, its text is read. `break`: the end of a line. `skipped`: it stands apart, its text is not read.
 * `unseen`: nobody sees it: it neither separates nor is read. `reference`: the mark of a note at a word, passed over too.
 * `drawing`, `formula`: SVG and MathML, which have rules of their own.
 */
export type ElementRole =
  | 'inline'
  | 'doubtful'
  | 'block'
  | 'break'
  | 'skipped'
  | 'unseen'
  | 'reference'
  | 'drawing'
  | 'formula';

const tags: Readonly<Record<Exclude<ElementRole, 'inline' | 'doubtful' | 'reference'>, string>> = {
  block: `address article aside audio blockquote body button canvas caption center col colgroup dd details dialog dir
    div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 header hgroup hr html img
    legend li listing main marquee menu nav object ol p plaintext pre rp rt rtc search section summary table tbody td
    tfoot th thead tr ul video xmp`,
  break: 'br',
  skipped: `code datalist head iframe input kbd meter mjx-container noembed noframes optgroup option progress samp select textarea
    title`,
  unseen: `area base basefont link map meta noscript param script source style template track ${popoverHostName}`,
  drawing: 'svg',
  formula: 'math',
};

const roles = new Map<string, ElementRole>(
  entriesOf(tags).flatMap(([role, names]) => names.split(/\s+/).map((name) => [name, role] as const)),
);

/** What the tag alone says about an element. A tag nobody knows is inline, as it is for the browser. */
export function roleOf(element: Element): ElementRole {
  return roleOfName(localNameOf(element));
}

/** The same for a tag's name. */
export function roleOfName(name: string): ElementRole {
  return roles.get(name) ?? (name.includes('-') ? 'doubtful' : 'inline');
}

/** Whether text before the element and text in or after it are apart, whatever the page's style says. */
export function standsApart(role: ElementRole): boolean {
  return role !== 'inline' && role !== 'doubtful' && role !== 'unseen' && role !== 'reference';
}

function entriesOf<Key extends string, Value>(record: Readonly<Record<Key, Value>>): [Key, Value][] {
  // Object.entries widens the keys; the record has these and no others.
  return Object.entries(record) as [Key, Value][];
}
