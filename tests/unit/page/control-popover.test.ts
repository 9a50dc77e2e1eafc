// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { defaultPopoverDelays } from '@/core/popover-state.ts';
import {
  type CardReport,
  controlPopover,
  defaultOpening,
  type Opening,
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
const ofAnhedonia = new DOMRect(0, 200, 90, 20);
const boxes = new Map<Occurrence, DOMRect>();
const card = new DOMRect(0, 228, 300, 200);
const onAnhedonia = { clientX: 40, clientY: 210 };
const onPtsd = { clientX: 170, clientY: 210 };
const onNothing = { clientX: 600, clientY: 20 };

let run: AbortController;
let control: PopoverControl;
let shown: Showing | undefined;
let leave: (happened: CardReport) => void;
let pinned: boolean;
let opening: Opening;
/** Under the pointer, but not marked. */
let unmarked: Occurrence | undefined;
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
  showDiffering: () => undefined,
};

const view: PopoverView = {
  expect: ({ text: words }) => expected.push(words),
  show(showing, report) {
    shown = showing;
    leave = report;
    document.documentElement.append(host);
  },
  pin(isPinned) {
    pinned = isPinned;
  },
  hide() {
    shown = undefined;
    pinned = false;
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
  pinned = false;
  opening = defaultOpening;
  unmarked = undefined;
  boxes.clear();
  boxes.set(anhedonia, ofAnhedonia).set(ptsd, new DOMRect(150, 200, 50, 20));
  host = document.createElement('naltrexone-gloss');
  document.body.replaceChildren(text);
  const mentions = {
    occurrences: () => [anhedonia, ptsd],
    isShown: (occurrence: Occurrence) => !hidden.includes(occurrence),
    anyAt: (point: { x: number; y: number }) => painter.occurrenceAt(point) ?? unmarked,
  };
  control = controlPopover(document, painter, mentions, view, run.signal, () => opening);
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
function release(key: string): KeyboardEvent {
  const event = trusted(new KeyboardEvent('keyup', { key, bubbles: true, cancelable: true, composed: true }));
  document.body.dispatchEvent(event);
  wait(20);
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

describe('rest', () => {
  test('is not where a pointer follows the text', () => {
    // 90 pixels in 450 ms: the words are passed at the speed of reading.
    for (let x = 2; x < 90; x += 4) move({ clientX: x, clientY: 210 });
    expect(shown).toBeUndefined();
    wait(defaultPopoverDelays.open);
    expect(shown?.occurrence).toBe(anhedonia);
  });

  test('may tremble', () => {
    for (let step = 0; step < 20; step++)
      move({ clientX: 40 + (step % 2) * 6, clientY: 208 + (step % 3) * 2 });
    expect(shown?.occurrence).toBe(anhedonia);
  });

  test('lasts as long as the reader has chosen', () => {
    opening = { ...defaultOpening, delays: { open: 900, close: 50 } };
    move(onAnhedonia);
    wait(800);
    expect(shown).toBeUndefined();
    wait(100);
    expect(shown?.occurrence).toBe(anhedonia);
    move(onNothing);
    wait(60);
    expect(shown).toBeUndefined();
  });
});

const heldAlt = { altKey: true };

describe('only with the modifier key', () => {
  beforeEach(() => {
    opening = { ...defaultOpening, mode: 'modifier' };
  });

  test('a pointer opens nothing', () => {
    hover();
    expect([expected, shown]).toEqual([[], undefined]);
  });

  test('pressed over the words it opens them, and they stay when it is let go', () => {
    move(onAnhedonia);
    press('Alt');
    wait(20 + defaultPopoverDelays.open);
    expect(shown?.occurrence).toBe(anhedonia);
    release('Alt');
    wait(1000);
    move({ clientX: 42, clientY: 210 });
    wait(1000);
    expect(shown?.occurrence).toBe(anhedonia);
    move(onNothing);
    wait(1000);
    expect(shown).toBeUndefined();
  });

  test('let go too soon it opens nothing', () => {
    move(onAnhedonia);
    press('Alt');
    wait(100);
    release('Alt');
    wait(1000);
    expect(shown).toBeUndefined();
  });

  test('another key is not it', () => {
    move(onAnhedonia);
    press('Shift');
    wait(1000);
    expect(shown).toBeUndefined();
    opening = { ...opening, modifier: 'Shift' };
    press('Shift');
    wait(1000);
    expect(shown?.occurrence).toBe(anhedonia);
  });

  test('a click opens nothing, a finger does', () => {
    pointer('click', { ...onAnhedonia, detail: 1 });
    expect(shown).toBeUndefined();
    pointer('click', { ...onAnhedonia, pointerType: 'touch', cancelable: true });
    expect(shown?.occurrence).toBe(anhedonia);
  });
});

describe('with the modifier key held', () => {
  test.each(['hover', 'modifier', 'click'] as const)(
    'what is not marked opens too, when cards open by %s',
    (mode) => {
      opening = { ...defaultOpening, mode };
      unmarked = ptsd;
      move(onNothing);
      wait(1000);
      expect(shown).toBeUndefined();
      move({ ...onNothing, ...heldAlt });
      wait(defaultPopoverDelays.open);
      expect(shown?.occurrence).toBe(ptsd);
    },
  );

  test('Alt does not open the browser’s menu afterwards, and does where nothing was explained', () => {
    press('Alt');
    expect(release('Alt').defaultPrevented).toBe(false);
    move({ ...onAnhedonia, ...heldAlt });
    wait(defaultPopoverDelays.open);
    expect(release('Alt').defaultPrevented).toBe(true);
  });
});

describe('only by a click', () => {
  const click = (at: PointerEventInit, target?: EventTarget) => {
    pointer('pointerdown', { ...at, button: 0 }, target);
    return pointer('click', { detail: 1, button: 0, cancelable: true, ...at }, target);
  };
  beforeEach(() => {
    opening = { ...defaultOpening, mode: 'click' };
  });

  test('a pointer opens nothing, a click does, and the page has its click', () => {
    hover();
    expect([expected, shown]).toEqual([[], undefined]);
    expect(click(onAnhedonia).defaultPrevented).toBe(false);
    expect(shown?.occurrence).toBe(anhedonia);
    move(onNothing);
    wait(1000);
    expect(shown?.occurrence).toBe(anhedonia);
  });

  test('the next click on the same words closes, on others turns to them', () => {
    click(onAnhedonia);
    click(onAnhedonia);
    expect(shown).toBeUndefined();
    click(onAnhedonia);
    click(onPtsd);
    expect(shown?.occurrence).toBe(ptsd);
    click(onNothing);
    expect(shown).toBeUndefined();
  });

  test.each([
    ['the second click of two', { detail: 2 }],
    ['a click with a key', { ctrlKey: true }],
    ['the other button', { button: 2 }],
  ])('%s is not for us', (_what, init) => {
    pointer('click', { ...onAnhedonia, detail: 1, ...init });
    expect(shown).toBeUndefined();
  });

  test('the end of a selection is not for us', () => {
    vi.spyOn(document, 'getSelection').mockReturnValue({ type: 'Range' } as Selection);
    click(onAnhedonia);
    expect(shown).toBeUndefined();
    vi.restoreAllMocks();
  });

  test('a link is followed', () => {
    const link = document.body.appendChild(document.createElement('a'));
    link.href = '#elsewhere';
    expect(click(onAnhedonia, link).defaultPrevented).toBe(false);
    expect(shown).toBeUndefined();
  });

  test('in the other ways a click opens nothing', () => {
    opening = defaultOpening;
    click(onAnhedonia);
    expect(shown).toBeUndefined();
  });
});

describe('pinned', () => {
  beforeEach(() => {
    hover();
    leave('pinned');
  });

  test('stays whatever the pointer does', () => {
    expect(pinned).toBe(true);
    move(onNothing);
    wait(1000);
    pointer('pointerdown', onNothing);
    move(onPtsd);
    wait(1000);
    leave('lost');
    expect([shown?.occurrence, pinned]).toEqual([anhedonia, true]);
  });

  test('shows what is pointed at with the modifier key, and stays pinned', () => {
    move({ ...onPtsd, ...heldAlt });
    wait(defaultPopoverDelays.open);
    expect([shown?.occurrence, pinned]).toEqual([ptsd, true]);
  });

  test('shows what is stepped to, and stays pinned', () => {
    control.step('next');
    expect([shown?.occurrence, pinned]).toEqual([ptsd, true]);
  });

  test('no longer, it closes as before', () => {
    leave('unpinned');
    expect([shown?.occurrence, pinned]).toEqual([anhedonia, false]);
    pointer('pointerdown', onNothing);
    expect(shown).toBeUndefined();
  });

  test.each([
    ['Escape', () => press('Escape')],
    ['its button', () => leave('closed')],
    ['the end of explaining', () => control.close()],
  ])('is closed by %s', (_by, close) => {
    close();
    expect(shown).toBeUndefined();
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

  test.each([
    ['its words', onAnhedonia, () => move({ ...onAnhedonia, clientX: 42 })],
    [
      'words that have come in the place of its own',
      onAnhedonia,
      () => {
        boxes.delete(anhedonia);
        boxes.set(occurrenceOf('anhedonia'), ofAnhedonia);
        move({ ...onAnhedonia, clientX: 42 });
      },
    ],
    ['words that lay under the card', onPtsd, () => move(onPtsd)],
  ])('Escape, and a pointer that stays on %s asks for nothing until it has moved on', (_words, at, stay) => {
    hover();
    move(at, at === onPtsd ? host : undefined);
    press('Escape');
    stay();
    wait(1000);
    expect(shown).toBeUndefined();
    move(onNothing);
    move(at);
    wait(defaultPopoverDelays.open);
    expect(shown?.occurrence).toBe(painter.occurrenceAt({ x: at.clientX, y: at.clientY }));
    expect(shown).toBeDefined();
  });

  test('Escape, and words the pointer has come to in the same moment are not explained', () => {
    hover();
    document.body.dispatchEvent(
      trusted(
        new PointerEvent('pointermove', { bubbles: true, composed: true, pointerType: 'mouse', ...onPtsd }),
      ),
    );
    press('Escape');
    wait(1000);
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

  test('stepping goes on from where it was, while that is in view', () => {
    control.step('next');
    press('Escape');
    control.step('next');
    expect(shown?.occurrence).toBe(ptsd);
  });

  test.each([
    ['the first in view', () => undefined, anhedonia],
    ['what the pointer is on', () => move(onPtsd), ptsd],
    ['what was stepped to', () => [control.step('previous'), press('Escape')], ptsd],
    [
      'what is selected',
      () => {
        const range = document.createRange();
        range.setStart(text, 0);
        range.setEnd(text, 3);
        move(onPtsd);
        vi.spyOn(document, 'getSelection').mockReturnValue({
          rangeCount: 1,
          getRangeAt: () => range,
        } as unknown as Selection);
      },
      anhedonia,
    ],
  ])('opening here opens %s', (_where, prepare, occurrence) => {
    prepare();
    expect(control.openHere()).toBe(true);
    expect(shown).toMatchObject({ occurrence, focus: true });
    vi.restoreAllMocks();
  });

  test('opening here opens nothing where nothing is', () => {
    hidden = [anhedonia, ptsd];
    expect(control.openHere()).toBe(false);
    expect(shown).toBeUndefined();
  });

  test('going to a mention opens it and counts it', () => {
    control.goTo(ptsd);
    expect(shown).toMatchObject({ occurrence: ptsd, focus: true, position: { index: 2, count: 2 } });
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
