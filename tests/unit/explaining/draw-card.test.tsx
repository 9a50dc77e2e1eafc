// @vitest-environment happy-dom
import fc from 'fast-check';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cardNodes, type Handler } from '@/components/card-nodes.ts';
import type { CardElement, CardNode } from '@/core/card-node.ts';
import { type CardParts, createCardDrawing, type DrawCard } from '@/explaining/draw-card.ts';
import { CardInPopover } from '@/tests/fixtures/CardInPopover.tsx';
import { galleryStates } from '@/tests/gallery/states.ts';

type Press = string | Handler;

let surface: HTMLElement;
let draw: DrawCard<Press>;
let end: AbortController;
const press = vi.fn<(what: Press, element: Element) => void>();
beforeEach(() => {
  press.mockReset();
  end = new AbortController();
  surface = document.body.appendChild(document.createElement('div'));
  draw = createCardDrawing<Press>(surface, press, end.signal);
});
afterEach(() => {
  end.abort();
  surface.remove();
});

const element = (tag: string, more: Partial<CardElement<Press>> = {}): CardElement<Press> => ({
  tag,
  attributes: {},
  children: [],
  ...more,
});
const find = (selector: string): HTMLElement => {
  const found = surface.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`There is no ${selector}`);
  return found;
};
/** As a reader does it. */
function trusted(event: Event): Event {
  Object.defineProperty(event, 'isTrusted', { value: true });
  return event;
}

describe('what components draw is drawn alike from data', () => {
  const nothing = (): void => undefined;
  test.each(galleryStates.map(([name, state, tools]) => ({ name, state, tools })))(
    '$name',
    ({ name, state, tools }) => {
      const card = (
        <CardInPopover
          state={state}
          tools={tools}
          popoverId="p"
          headingId="h"
          onFollow={nothing}
          onClose={nothing}
        />
      );
      const byPreact = document.createElement('div');
      render(card, byPreact);
      // As it comes from the background: through a message.
      draw(JSON.parse(JSON.stringify(cardNodes<string>(card, () => name))));
      expect(surface.textContent).toBe(byPreact.textContent);
      expect(shapeOf(surface)).toEqual(shapeOf(byPreact));
    },
  );

  /** Elements with their attributes in any order. */
  function shapeOf(root: Element): unknown {
    return [...root.children].map((child) => [
      child.localName,
      child.namespaceURI,
      Object.fromEntries([...child.attributes].map(({ name, value }) => [name, value])),
      shapeOf(child),
    ]);
  }
});

describe('a card that changes', () => {
  const button = element('button', { attributes: { type: 'button' }, children: ['press'] });

  test('keeps its elements, their focus, and what the reader folded out', () => {
    const details = element('details', { children: [element('summary', { children: ['more'] })] });
    draw({ children: [null, details, button, 'before'] });
    find('button').focus();
    find('details').setAttribute('open', '');
    const before = [find('details'), find('button')];
    draw({
      children: [element('p'), details, { ...button, attributes: { 'aria-disabled': 'true' } }, 'after'],
    });
    expect([find('details'), find('button')]).toEqual(before);
    expect(document.activeElement).toBe(before[1]);
    expect(find('details').hasAttribute('open')).toBe(true);
    expect(find('button').getAttribute('type')).toBeNull();
    expect(surface.textContent).toBe('morepressafter');
  });

  test('keeps what has the same key, wherever it comes to stand', () => {
    const items = (...keys: string[]) =>
      element('ul', { children: [{ children: keys.map((key) => element('li', { key, children: [key] })) }] });
    draw(items('a', 'b', 'c'));
    const [, b] = surface.querySelectorAll('li');
    draw(items('b', 'c', 'd'));
    expect(surface.querySelector('li')).toBe(b);
    expect(surface.textContent).toBe('bcd');
  });

  test('loses neither of two with the same key', () => {
    const twin = element('p', { key: 'same', children: ['x'] });
    draw({ children: [twin, twin, { key: 'y', children: ['1'] }, { key: 'y', children: ['2'] }] });
    expect(surface.textContent).toBe('xx12');
  });

  test('leaves what is typed, unless it is to be something else', () => {
    const box = (value: string) => element('input', { attributes: { value } });
    draw(box('typed'));
    const input = find('input') as HTMLInputElement;
    expect(input.value).toBe('typed');
    input.value = '';
    draw(box('typed'));
    expect(input.value).toBe('typed');
  });

  test('has its parts filled, and what came with it where nothing fills them', () => {
    const card: CardNode<Press> = {
      children: ['Asked ', { part: 'age', children: ['just now'] }, { part: 'check', children: [button] }],
    };
    draw(card);
    expect(surface.textContent).toBe('Asked just nowpress');
    const before = find('button');
    const parts: CardParts<Press> = new Map<'age' | 'check', CardNode<Press>>([
      ['age', '2 hours ago'],
      ['check', { ...button, children: ['wait'] }],
    ]);
    draw(card, parts);
    expect(surface.textContent).toBe('Asked 2 hours agowait');
    expect(find('button')).toBe(before);
    draw(null);
    expect(surface.childNodes).toHaveLength(0);
  });

  test('is after any change what it would be if it had been drawn at first', () => {
    const { tree } = fc.letrec<{ tree: CardNode<Press> }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.constant(null),
        fc.constantFrom('a', 'b', ''),
        fc.record({ key: fc.constantFrom('1', '2'), children: fc.array(tie('tree'), { maxLength: 4 }) }),
        fc.record(
          {
            tag: fc.constantFrom('p', 'span', 'svg'),
            key: fc.constantFrom('1', '2', '3'),
            attributes: fc.dictionary(
              fc.constantFrom('class', 'title', 'data-kind'),
              fc.constantFrom('x', 'y'),
            ),
            children: fc.array(tie('tree'), { maxLength: 4 }),
          },
          { requiredKeys: ['tag', 'attributes', 'children'] },
        ),
      ),
    }));
    fc.assert(
      fc.property(fc.array(tree, { minLength: 2, maxLength: 4 }), (cards) => {
        for (const card of cards) draw(card);
        const fresh = document.createElement('div');
        createCardDrawing<Press>(fresh, press, end.signal)(cards.at(-1) ?? null);
        expect(surface.isEqualNode(fresh)).toBe(true);
      }),
    );
  });
});

describe('whatever the data holds', () => {
  test.each<[what: string, card: CardElement<Press>]>([
    ['a script', element('script', { children: ['alert(1)'] })],
    ['a frame', element('iframe', { attributes: { src: 'https://example.org', srcdoc: '<p>' } })],
    ['a picture', element('img', { attributes: { src: 'x', onerror: 'alert(1)' } })],
    ['a style sheet', element('style', { children: ['* { display: none }'] })],
    ['a form', element('form', { attributes: { action: 'https://example.org' } })],
    ['a drawing of something else', element('foreignObject')],
    ['a name of every object', element('constructor')],
  ])('%s is a plain piece of text', (_what, card) => {
    draw(card);
    expect([...surface.querySelectorAll('*')].map(({ localName }) => localName)).toEqual(['span']);
    expect(surface.firstElementChild?.attributes).toHaveLength(0);
  });

  test.each(['onclick', 'style', 'src', 'srcdoc', 'formaction', 'action', 'is', 'xlink:href', 'constructor'])(
    'no attribute %s is written',
    (name) => {
      draw(element('button', { attributes: { [name]: 'alert(1)' } }));
      expect(find('button').attributes).toHaveLength(0);
    },
  );

  test.each(['javascript:alert(1)', 'http://example.org', 'data:text/html,x', 'https://a:b@example.org', ''])(
    'a link to %j leads nowhere',
    (href) => {
      draw(element('a', { attributes: { href } }));
      expect(find('a').hasAttribute('href')).toBe(false);
    },
  );

  test('text is text', () => {
    draw(element('p', { children: ['<img src=x onerror=alert(1)>'] }));
    expect(find('p').children).toHaveLength(0);
  });
});

describe('what the reader does', () => {
  const pressable = element('button', {
    on: { click: 'go' },
    children: [element('svg', { children: [element('path')] })],
  });

  test('is heard on the drawing in a button too', () => {
    draw(element('p', { on: { click: 'around' }, children: [pressable] }));
    surface.querySelector('path')?.dispatchEvent(trusted(new MouseEvent('click', { bubbles: true })));
    expect(press.mock.calls).toEqual([['go', find('button')]]);
  });

  test('is heard as it is meant now', () => {
    draw(pressable);
    draw({ ...pressable, on: { click: 'stay' } });
    find('button').dispatchEvent(trusted(new MouseEvent('click', { bubbles: true })));
    draw(element('button'));
    find('button').dispatchEvent(trusted(new MouseEvent('click', { bubbles: true })));
    expect(press.mock.calls).toEqual([['stay', find('button')]]);
  });

  test('is typing too', () => {
    draw(element('input', { on: { input: 'typed' } }));
    find('input').dispatchEvent(trusted(new Event('input', { bubbles: true })));
    expect(press).toHaveBeenCalledExactlyOnceWith('typed', find('input'));
  });

  test('nobody else can do', () => {
    draw(pressable);
    find('button').click();
    expect(press).not.toHaveBeenCalled();
  });
});
