import type { EntryKind } from '@/core/entry.ts';
import type { Settings } from '@/core/settings.ts';

/** The names of the highlights, and the attribute of mark elements, begin with this. */
export const markName = 'naltrexone-gloss';

/** The kinds, in the order their highlights lie over each other. */
export const kinds: readonly EntryKind[] = ['topic', 'term', 'condition', 'trial'];

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
 * element only (`docs/decisions/0002`).
 */
export function highlightRules(style: Settings['underline'] = 'forms'): string {
  const inEach = (rules: (on: (name: string) => string, canMix: boolean) => readonly string[]): string[] => [
    `@supports (-moz-appearance: none) { ${rules((name) => `::highlight(${markName}-${name})`, true).join(' ')} }`,
    `@supports not (-moz-appearance: none) { ${rules((name) => `:root::highlight(${markName}-${name})`, false).join(' ')} }`,
  ];
  return screenOnly(
    inEach((on, canMix) => [
      ...kinds.map((kind) => {
        const mixed = canMix ? ` text-decoration-color: ${mixedColour(kind)};` : '';
        return `${on(kind)} { ${underline(kind, style)}${mixed} }`;
      }),
      `${on('differing')} { ${differing()} }`,
      `${on('current')} { ${current} }`,
    ]),
    inEach((on) => [
      ...kinds.map((kind) => `${on(kind)} { text-decoration-color: CanvasText; }`),
      `${on('differing')} { text-decoration-color: CanvasText; background-color: Mark; color: MarkText; }`,
      `${on('current')} { background-color: Highlight; color: HighlightText; }`,
    ]),
  );
}

/** The style sheet of mark elements: they take nothing from the page's rules for `mark`, and leave nothing on paper. */
export function elementRules(style: Settings['underline'] = 'forms'): string {
  const mark = `mark[data-${markName}]`;
  const rules = kinds.map(
    (kind) =>
      `mark[data-${markName}="${kind}"] { ${underline(kind, style, ' !important')} text-decoration-color: ${mixedColour(kind)} !important; cursor: help !important; }`,
  );
  return `${mark} { all: unset !important; }
${screenOnly(
  [
    ...rules,
    `${mark}[data-${markName}-differing] { ${differing(' !important')} }`,
    `${mark}[data-${markName}-current] { background-color: rgb(127 127 127 / 0.25) !important; }`,
    `${mark}:focus-visible { outline: 2px solid currentcolor !important; outline-offset: 2px !important; }`,
  ],
  [`${mark} { text-decoration-color: CanvasText !important; }`],
)}`;
}

const current = 'background-color: rgb(127 127 127 / 0.25);';

/** Where the page differs from the record: a form no kind has, so that it is told without colour. */
function differing(weight = ''): string {
  return [
    `background-color: rgb(214 90 30 / 0.16)${weight};`,
    `text-decoration: underline wavy #cf4a1c${weight};`,
    `text-decoration-thickness: 2px${weight};`,
  ].join(' ');
}

function underline(kind: EntryKind, style: Settings['underline'], weight = ''): string {
  const { form, colour } = underlines[kind];
  const [ofKind, thick] = form.split(' ');
  const line = style === 'thin' ? 'dotted' : ofKind;
  const thickness = style === 'thin' ? '1px' : style === 'strong' ? '3px' : thick;
  return [
    `text-decoration: underline ${line} ${colour}${weight};`,
    `text-decoration-thickness: ${thickness}${weight};`,
    // A share of the text's own size; lengths would be a share of the root's.
    `text-underline-offset: 20%${weight};`,
    `text-decoration-skip-ink: none${weight};`,
  ].join(' ');
}

function mixedColour(kind: EntryKind): string {
  return `color-mix(in srgb, currentcolor ${partOfText}%, ${underlines[kind].colour})`;
}

function screenOnly(rules: readonly string[], forced: readonly string[]): string {
  return `@media screen {\n${rules.join('\n')}\n}\n@media screen and (forced-colors: active) {\n${forced.join('\n')}\n}`;
}
