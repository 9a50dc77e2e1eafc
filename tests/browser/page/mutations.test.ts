import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPages, type PagesUnderTest } from './open-pages.ts';

/** One thing a page does to itself. Numbers choose among what is there. */
interface Change {
  readonly kind: (typeof kinds)[number];
  readonly at: number;
  readonly child: number;
  readonly word: string;
  readonly tag: string;
}

const kinds = [
  ...['text', 'element', 'tree', 'remove', 'data', 'move', 'split', 'normalize', 'editable', 'html', 'clone'],
  ...['empty', 'rest'],
] as const;
const words = ['PTSD', 'naltre', 'xone', ' low-dose ', 'depression', ' ', 'anhedonia', '', '1', ' BPD '];
const definition = 'borderline personality disorder (BPD)';
const tags = ['p', 'b', 'br', 'code', 'div', 'sup', 'x-word', 'i class="katex"', 'ul', 'button'];

const anyChanges: fc.Arbitrary<Change[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds),
    at: fc.nat(50),
    child: fc.nat(10),
    word: fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...words) },
      { weight: 1, arbitrary: fc.constant(definition) },
    ),
    tag: fc.constantFrom(...tags),
  }),
  { minLength: 5, maxLength: 60 },
);

/** In the page: makes the changes while it is read, and gives what is known then, and what a fresh look finds. */
async function change(json: string, marks: 'highlight' | 'element'): Promise<[string[], string[]]> {
  const { gloss } = window;
  const changes: readonly Change[] = JSON.parse(json);
  document.body.innerHTML = '<main><p>PTSD and <b>naltre</b>xone</p></main>';
  await gloss.start(marks);
  const main = document.querySelector('main');
  const elements = (root: ParentNode): (Element | ShadowRoot)[] =>
    [...root.querySelectorAll('*')]
      // Marks are ours, and what is put into a line break is in no markup.
      .filter(({ localName }) => localName !== 'mark' && localName !== 'br')
      .flatMap((element) => [
        element,
        ...(element.shadowRoot ? [element.shadowRoot, ...elements(element.shadowRoot)] : []),
      ]);
  for (const { kind, at, child, word, tag } of changes) {
    if (!main) break;
    const all = [main, ...elements(main)];
    const place = all[at % all.length] ?? main;
    // Marks are ours: a page that knows nothing of them goes by the nodes it made.
    const nodes = [...place.childNodes].filter(
      (node) => !(node instanceof HTMLElement && node.localName === 'mark'),
    );
    const node = nodes[child % (nodes.length + 1)];
    const [name = 'b', attribute] = tag.split(' ');
    if (kind === 'text') place.insertBefore(document.createTextNode(word), node ?? null);
    else if (kind === 'element') {
      const element = document.createElement(name);
      if (attribute) element.className = 'katex';
      if (name !== 'br') element.append(word);
      place.insertBefore(element, node ?? null);
    } else if (kind === 'tree') {
      const host = document.createElement(child % 2 ? 'x-tree' : 'div');
      host.attachShadow({ mode: 'open' }).append(word, document.createElement(name));
      place.insertBefore(host, node ?? null);
    } else if (kind === 'remove') node?.remove();
    else if (kind === 'data' && node instanceof Text) node.data = word;
    else if (kind === 'move' && node && !(node instanceof Element)) {
      all[(at + child) % all.length]?.append(node);
    } else if (kind === 'move' && node && node.parentNode !== main) main.append(node);
    else if (kind === 'split' && node instanceof Text) node.splitText(Math.min(child, node.length));
    else if (kind === 'normalize') place.normalize();
    else if (kind === 'editable' && place instanceof HTMLElement) {
      place.contentEditable = place.contentEditable === 'true' ? 'inherit' : 'true';
    } else if (kind === 'html') place.innerHTML = `<p>${word}<b>xone</b></p> anhedonia`;
    else if (kind === 'clone' && node && marksIn(node) === 0) place.append(node.cloneNode(true));
    else if (kind === 'empty' && place !== main) place.replaceChildren();
    else if (kind === 'rest') await gloss.reading().whenRead();
  }
  await gloss.reading().whenRead();
  const kept = gloss.found();
  gloss.stop();
  await gloss.start('highlight');
  return [kept, gloss.found()];

  function marksIn(node: Node): number {
    return node instanceof Element ? node.querySelectorAll('mark').length : 0;
  }
}

describe.each(['chromium', 'firefox'] as const)('%s', (kind) => {
  let pages: PagesUnderTest;
  beforeAll(async () => {
    pages = await openPages(kind);
  });
  afterAll(() => pages?.close());

  test.each(['highlight', 'element'] as const)(
    'whatever a page does, with %s marks it is known as a fresh look finds it',
    async (marks) => {
      const page = await pages.openBody('');
      let found = 0;
      await fc.assert(
        fc.asyncProperty(anyChanges, async (changes) => {
          const [kept, fresh] = await page.evaluate(change, JSON.stringify(changes), marks);
          found += fresh.length;
          expect(kept).toEqual(fresh);
        }),
        { numRuns: 70, seed: 32 },
      );
      expect(found).toBeGreaterThan(50);
    },
  );
});
