import type { EntryKind } from '@/core/entry.ts';
import type { Settings } from '@/core/settings.ts';

/** The names of the highlights, and the attribute of mark elements, begin with this. */
export const markName = 'naltrexone-gloss';

/** The kinds, in the order their highlights lie over each other. */
export const kinds: readonly EntryKind[] = ['topic', 'term', 'condition', 'trial'];

/** What the highlights are called behind `markName`, in that order: two lie over those of the kinds. */
export const highlightNames = [...kinds, 'differing', 'current'] as const;

/**
 * How a mention of each kind is underlined: a form of its own for those who do not see the colour, and a colour that
 * keeps a contrast of three to one on white and on nearly black.
 */
export const underlines: Readonly<Record<EntryKind, { readonly form: string; readonly colour: string }>> = {
  term: { form: 'dotted 2px', colour: '#0e8a82' },
  condition: { form: 'dashed 1.5px', colour: '#b3620e' },
  trial: { form: 'double 1.5px', colour: '#3b7bd6' },
  topic: { form: 'wavy 1px', colour: '#a45bcf' },
};

/**
 * So many parts of a hundred of a line are the colour of its text. No colour is seen on every page, but text is: with so
 * much of it the line keeps three to one wherever the text keeps five to one. Not so for highlights in Chromium:
 * there `currentcolor` in a mixture is the colour of the first text that has such a mark, for all of them.
 */
export const partOfText = 55;

/**
 * The style sheet of highlights: nothing on paper, the page's own text colour where the reader forces colours.
 *
 * In Chromium every element takes the styles of highlights from the one around it: rules for the root alone cost a page
 * less, when it takes them up and ever after, than rules for each of its elements. Firefox looks at the text's own
 * element only (`inherits`: no); there the colour of a line can be mixed with that of its text.
 */
export function highlightRules(style: Settings['underline'], inherits: boolean): string {
  const on = (name: string, does: string): string =>
    `${inherits ? ':root' : ''}::highlight(${markName}-${name}) { ${does} }`;
  return screenOnly(
    [
      ...kinds.map((kind) => on(kind, underline(kind, style, !inherits))),
      on('differing', differing()),
      on('current', current),
    ],
    [
      ...kinds.map((kind) => on(kind, 'text-decoration-color: CanvasText;')),
      on('differing', 'text-decoration-color: CanvasText; background-color: Mark; color: MarkText;'),
      on('current', 'background-color: Highlight; color: HighlightText;'),
    ],
  );
}

/** The style sheet of mark elements: they take nothing from the page's rules for `mark`, and leave nothing on paper. */
export function elementRules(style: Settings['underline'] = 'forms'): string {
  const mark = `mark[data-${markName}]`;
  const rules = kinds.map(
    (kind) =>
      `mark[data-${markName}="${kind}"] { ${underline(kind, style, true, ' !important')} cursor: help !important; }`,
  );
  return `${mark} { all: unset !important; }
${screenOnly(
  [
    ...rules,
    `${mark}[data-${markName}-differing] { ${differing(' !important')} }`,
    `${mark}[data-${markName}-current] { ${current} !important; }`,
    `${mark}:focus-visible { outline: 2px solid currentcolor !important; outline-offset: 2px !important; }`,
  ],
  [`${mark} { text-decoration-color: CanvasText !important; }`],
)}`;
}

const current = 'background-color: rgb(127 127 127 / 0.25)';

/** Where the page differs from the record: a form no kind has, so that it is told without colour. */
function differing(weight = ''): string {
  return `background-color: rgb(214 90 30 / 0.16)${weight}; text-decoration: underline wavy 2px #cf4a1c${weight};`;
}

function underline(kind: EntryKind, style: Settings['underline'], isMixed: boolean, weight = ''): string {
  const { form, colour } = underlines[kind];
  const [ofKind, thick] = form.split(' ');
  const line = style === 'thin' ? 'dotted 1px' : `${ofKind} ${style === 'strong' ? '3px' : thick}`;
  const ink = isMixed ? `color-mix(in srgb, currentcolor ${partOfText}%, ${colour})` : colour;
  // A share of the text's own size: a length would be a share of the root's.
  return `text-decoration: underline ${line} ${ink}${weight}; text-underline-offset: 20%${weight}; text-decoration-skip-ink: none${weight};`;
}

function screenOnly(rules: readonly string[], forced: readonly string[]): string {
  return `@media screen {\n${rules.join('\n')}\n}\n@media screen and (forced-colors: active) {\n${forced.join('\n')}\n}`;
}
