// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { defaultPopoverDelays } from '@/core/popover-state.ts';
import {
  controlPopover,
  type PopoverControl,
  type PopoverView,
  type Showing,
} from '@/page/control-popover.ts';
import type { Occurrence } from '@/page/occurrence.ts';
import type { Painter } from '@/page/painter.ts';

// Two mentions on one line; the card stands below it.
const text = document.createTextNode('anhedonia and PTSD');
const occurrenceOf = (words: string): Occurrence => ({
  mention: { start: 0, end: words.length, entryIds: [`term:${words}`] },
  text: words,
  place: { start: { node: text, offset: 0 }, end: { node: text, offset: words.length } },
});
const anhedonia = occurrenceOf('anhedonia');
const ptsd = occurrenceOf('PTSD');
const boxes = new Map([
  [anhedonia, new DOMRect(0, 200, 90, 20)],
  [ptsd, new DOMRect(150, 200, 50, 20)],
]);
const card = new DOMRect(0, 228, 300, 200);
const onAnhedonia = { clientX: 40, clientY: 210 };
const onPtsd = { clientX: 170, clientY: 210 };
const onNothing = { clientX: 600, clientY: 20 };

let run: AbortController;
let control: PopoverControl;
let shown: Showing | undefined;
let leave: (happened: 'closed' | 'lost') => void;
let expected: string[];
let hidden: Occurrence[];
let host: HTMLElement;

const painter: Painter = {
  paint: () => undefined,
  erase: () => undefined,
  occurrenceAt: ({ x, y }) =>
    [...boxes].find(([, box]) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom)?.[0],
  rectsOf: (occurrence) => [boxes.get(occurrence)].filter((box) => box !== undefined),
  showCurrent: () => undefined,
};

const view: PopoverView = {
  expect: ({ text: words }) => expected.push(words),
  show(showing, report) {
    shown = showing;
    leave = report;
    document.documentElement.append(host);
  },
  hide() {
    shown = undefined;
    host.remove();
  },
  rect: () => (shown ? card : undefined),
  holds: (event) => event.composedPath().includes(host),
};

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame'],
  });
  run = new AbortController();
  shown = undefined;
  expected = [];
  hidden = [];
  host = document.createElement('naltrexone-gloss');
  document.body.replaceChildren(text);
  const mentions = {
    occurrences: () => [anhedonia, ptsd],
    isShown: (occurrence: Occurrence) => !hidden.includes(occurrence),
  };
  control = controlPopover(document, painter, mentions, view, run.signal);
});
afterEach(() => {
  run.abort();
  vi.useRealTimers();
});

/** What a browser makes when a person does something. */
function trusted<Made extends Event>(event: Made): Made {
  Object.defineProperty(event, 'isTrusted', { value: true });
  return event;
}
const wait = (ms: number) => vi.advanceTimersByTime(ms);
function pointer(type: string, init: PointerEventInit, target: EventTarget = document.body): Event {
  const event = new PointerEvent(type, { bubbles: true, composed: true, pointerType: 'mouse', ...init });
  target.dispatchEvent(trusted(event));
  wait(20);
  return event;
}
const move = (to: PointerEventInit, target?: EventTarget) => pointer('pointermove', to, target);
function press(key: string, target: EventTarget = document.body): KeyboardEvent {
  const event = trusted(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, composed: true }),
  );
  target.dispatchEvent(event);
  return event;
}
const hover = () => {
  move(onAnhedonia);
  wait(defaultPopoverDelays.open);
};

describe('the pointer', () => {
  test('opens after a rest, and the answer is asked for before', () => {
    move(onAnhedonia);
    wait(150);
    expect([expected, shown]).toEqual([['anhedonia'], undefined]);
    wait(defaultPopoverDelays.open);
    expect(shown).toMatchObject({ occurrence: anhedonia, focus: false });
  });

  test('passing over asks for nothing and opens nothing', () => {
    move(onAnhedonia);
    move(onNothing);
    wait(1000);
    expect([expected, shown]).toEqual([[], undefined]);
  });

  test('leaving closes after a while', () => {
    hover();
    move(onNothing);
    wait(defaultPopoverDelays.close - 100);
    expect(shown?.occurrence).toBe(anhedonia);
    wait(200);
    expect(shown).toBeUndefined();
  });

  test('on its way to the card, and on the card, it stays', () => {
    hover();
    move({ clientX: 40, clientY: 224 });
    wait(1000);
    move({ clientX: 40, clientY: 300 }, host);
    wait(1000);
    expect(shown?.occurrence).toBe(anhedonia);
  });

  test('resting on another turns to it', () => {
    hover();
    move(onPtsd);
    wait(defaultPopoverDelays.open);
    expect(shown?.occurrence).toBe(ptsd);
  });

  test('with a pressed button is selecting, and opens nothing', () => {
    move({ ...onAnhedonia, buttons: 1 });
    wait(1000);
    expect(shown).toBeUndefined();
  });

  test('pressing outside closes, and it stays closed until the pointer has left the words', () => {
    hover();
    pointer('pointerdown', onAnhedonia);
    expect(shown).toBeUndefined();
    hover();
    expect(shown).toBeUndefined();
    move(onNothing);
    hover();
    expect(shown?.occurrence).toBe(anhedonia);
  });

  test('pressing inside holds the card, wherever the pointer goes', () => {
    hover();
    pointer('pointerdown', {}, host);
    move(onNothing);
    wait(1000);
    expect(shown?.occurrence).toBe(anhedonia);
  });

  test('that nobody moved does nothing', () => {
    for (const type of ['pointermove', 'pointerover', 'pointerdown', 'click', 'keydown', 'focusin']) {
      document.body.dispatchEvent(
        new PointerEvent(type, { bubbles: true, pointerType: 'mouse', ...onAnhedonia }),
      );
      wait(1000);
    }
    expect([expected, shown]).toEqual([[], undefined]);
  });
});

describe('a finger', () => {
  const tap = (at: PointerEventInit, target?: EventTarget) =>
    pointer('click', { ...at, pointerType: 'touch', cancelable: true }, target);

  test('opens by a tap and closes by a tap beside', () => {
    tap(onAnhedonia);
    expect(shown?.occurrence).toBe(anhedonia);
    tap(onNothing);
    expect(shown).toBeUndefined();
  });

  test('asks what the words of a link are first, and follows it with the next tap', () => {
    const link = document.body.appendChild(document.createElement('a'));
    link.href = '#elsewhere';
    let heard = 0;
    link.addEventListener('click', () => {
      heard += 1;
    });
    expect(tap(onAnhedonia, link).defaultPrevented).toBe(true);
    expect([shown?.occurrence, heard]).toEqual([anhedonia, 0]);
    expect(tap(onPtsd, link).defaultPrevented).toBe(true);
    expect([shown?.occurrence, heard]).toEqual([ptsd, 0]);
    expect(tap(onPtsd, link).defaultPrevented).toBe(false);
    expect([shown, heard]).toEqual([undefined, 1]);
    expect(tap(onNothing, link).defaultPrevented).toBe(false);
  });

  test.each(['button', 'label', 'summary'])('presses a %s under the words as always', (name) => {
    const control = document.body.appendChild(document.createElement(name));
    expect(tap(onAnhedonia, control).defaultPrevented).toBe(false);
    expect(shown).toBeUndefined();
  });

  test('taps inside the card as often as it likes', () => {
    tap(onAnhedonia);
    tap(onNothing, host);
    expect(shown?.occurrence).toBe(anhedonia);
  });
});

describe('keys', () => {
  test('Escape closes, and goes no further', () => {
    hover();
    expect(press('Escape').defaultPrevented).toBe(true);
    expect(shown).toBeUndefined();
  });

  test('Escape is the page’s when nothing is open', () => {
    expect(press('Escape').defaultPrevented).toBe(false);
  });

  test.each([
    ['our own mark asks for its card, with the focus in it', 'mark', { prevented: true, focus: true }],
    ['a link of the page follows the link', 'a', { prevented: false, focus: false }],
  ])('Enter on %s', (_what, name, { prevented, focus }) => {
    const element = document.body.appendChild(document.createElement(name));
    element.setAttribute(name === 'mark' ? 'data-naltrexone-gloss' : 'href', '#');
    element.tabIndex = 0;
    element.textContent = anhedonia.text;
    vi.spyOn(element, 'matches').mockReturnValue(true); // :focus-visible
    vi.spyOn(element, 'getClientRects').mockReturnValue([boxes.get(anhedonia)] as unknown as DOMRectList);
    element.dispatchEvent(trusted(new FocusEvent('focusin', { bubbles: true, composed: true })));
    wait(defaultPopoverDelays.open);
    expect(shown?.occurrence).toBe(anhedonia);
    expect(press('Enter', element).defaultPrevented).toBe(prevented);
    expect(shown?.focus).toBe(focus);
  });

  test('stepping opens one after the other with the focus in the card, and counts them', () => {
    expect(control.step('next')).toBe(true);
    expect(shown).toMatchObject({ occurrence: anhedonia, focus: true, position: { index: 1, count: 2 } });
    control.step('next');
    expect(shown).toMatchObject({ occurrence: ptsd, position: { index: 2, count: 2 } });
    control.step('next');
    expect(shown).toMatchObject({ occurrence: anhedonia, position: { index: 1, count: 2 } });
  });

  test('stepping leaves out what nobody can see', () => {
    hidden = [anhedonia];
    control.step('next');
    expect(shown).toMatchObject({ occurrence: ptsd, position: { index: 1, count: 1 } });
    hidden = [anhedonia, ptsd];
    expect(control.step('next')).toBe(false);
  });
});

describe('the end', () => {
  test('the close button closes, and the pointer still there does not open again', () => {
    hover();
    leave('closed');
    expect(shown).toBeUndefined();
    hover();
    expect(shown).toBeUndefined();
  });

  test('words that are gone take the card with them', () => {
    hover();
    leave('lost');
    expect(shown).toBeUndefined();
  });

  test('the signal ends everything', () => {
    hover();
    run.abort();
    expect(shown).toBeUndefined();
    hover();
    expect(shown).toBeUndefined();
  });
});
