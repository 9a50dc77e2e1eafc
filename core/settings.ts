import type { EntryKind } from './entry.ts';

/** What happens on a site: `on`: it is read. `off`: it is not. `ask`: only when the reader asks for it in the popup. */
export type SiteMode = 'on' | 'off' | 'ask';

/** How many of a name's mentions are marked. */
export type Density = 'every' | 'section' | 'page';

/** What opens a card with a pointer. */
export type OpenMode = 'hover' | 'modifier' | 'click';

/** The key that opens cards where the mode is `modifier`, as `KeyboardEvent.key` names it. */
export type ModifierKey = 'Alt' | 'Control' | 'Shift';

/** What the reader wants on the sites that a pattern names. */
export interface SiteRule {
  readonly mode: SiteMode;
  /** The kinds that are marked there; absent: the same as everywhere. */
  readonly kinds?: readonly EntryKind[];
}

/** What the reader chose. */
export interface Settings {
  readonly version: 2;
  /** Nothing is marked anywhere. */
  readonly paused: boolean;
  /** Rules by pattern: a host name, in which `*` stands for anything and `*.` for the host itself too. */
  readonly sites: ReadonlyMap<string, SiteRule>;
  /** The kinds that are marked. */
  readonly kinds: Readonly<Record<EntryKind, boolean>>;
  /** Every mention, the first in each section, or the first on the page. */
  readonly density: Density;
  /** Whether a very dense page is marked less than that. */
  readonly quiet: boolean;
  /** `forms`: a form for each kind. `thin`: fine dots for all. `strong`: thick lines, still a form for each kind. */
  readonly underline: 'forms' | 'thin' | 'strong';
  /** `highlight`: the page is not touched. `element`: marks that can take focus. */
  readonly marks: 'highlight' | 'element';
  readonly open: OpenMode;
  readonly modifier: ModifierKey;
  /** How long a pointer rests before a card opens, in milliseconds. */
  readonly openAfter: number;
  /** How long a card stays after the pointer has left, in milliseconds. */
  readonly closeAfter: number;
  /** Whether the toolbar button shows the number of different entries on the page. */
  readonly badge: boolean;
}

/** Every kind there is, in the order in which choices list them. */
export const entryKinds: readonly EntryKind[] = ['term', 'condition', 'trial', 'topic'];

/** The longest that a card may be made to wait or to stay, in milliseconds. */
export const longestDelay = 3_000;

/** Settings of a fresh install. */
export const defaultSettings: Settings = {
  version: 2,
  paused: false,
  sites: new Map(),
  kinds: { term: true, condition: true, trial: true, topic: true },
  density: 'section',
  quiet: true,
  underline: 'forms',
  marks: 'highlight',
  open: 'hover',
  modifier: 'Alt',
  openAfter: 350,
  closeAfter: 300,
  badge: false,
};
