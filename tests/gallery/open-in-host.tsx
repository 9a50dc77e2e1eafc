import italicFont from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-italic.woff2?inline';
import plainFont from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?inline';
import { render } from 'preact';
import cardStyles from '@/assets/card.css?inline';
import popoverStyles from '@/assets/popover.css?inline';
import searchStyles from '@/assets/search.css?inline';
import tokenStyles from '@/assets/tokens.css?inline';
import { createPopoverHost, type PopoverHost, popoverId } from '@/page/popover-host.ts';
import { GalleryList } from './GalleryList.tsx';
import { GalleryPopover } from './GalleryPopover.tsx';
import { galleryStates } from './states.ts';

/** Where something lies, in CSS pixels of the window. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A font that comes with the tests: with those of the machine every machine would have pictures of its own. */
const family = 'Baseline';
const faces = [`normal; src: url("${plainFont}")`, `italic; src: url("${italicFont}")`].map(
  (face) => `@font-face { font-family: ${family}; font-weight: 200 800; font-style: ${face}; }`,
);
const ownFont = `:host { --ng-sans: ${family} !important; --ng-serif: ${family} !important; }`;

let host: PopoverHost | undefined;
let words: Text | undefined;

/** A page with a few words on it, and the popover beside them as any page has it: in its closed root, in the top layer. */
async function makeHost(): Promise<PopoverHost> {
  const style = document.createElement('style');
  style.textContent = `${faces.join('\n')} body { margin: 16px; font: 16px/24px ${family}; }`;
  document.head.append(style);
  const line = document.createElement('p');
  words = document.createTextNode('words of the page');
  line.append(words);
  document.body.append(line);
  await Promise.all(['16px', 'italic 16px'].map((font) => document.fonts.load(`${font} ${family}`)));
  const css = [tokenStyles, cardStyles, searchStyles, popoverStyles, ownFont].join('\n');
  return createPopoverHost(document, css, new AbortController().signal);
}

/** Opens a state of a card, or `list`, and gives where it lies. */
export async function openInHost(name: string): Promise<Box> {
  host ??= await makeHost();
  host.close();
  const [, state, tools] = galleryStates.find(([each]) => each === name) ?? [];
  render(
    state ? (
      <GalleryPopover key={name} name={name} state={state} tools={tools} popoverId={popoverId} />
    ) : (
      <GalleryList popoverId={popoverId} />
    ),
    host.surface,
  );
  const anchor = words;
  if (!anchor) throw new Error('The page has no words');
  const range = document.createRange();
  range.selectNodeContents(anchor);
  host.open(
    { rects: () => [...range.getClientRects()], start: { node: anchor, offset: 0 } },
    () => undefined,
  );
  // It is placed once it has been laid out.
  for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
  const { x, y, width, height } = host.rect() ?? new DOMRect();
  return { x, y, width, height };
}
