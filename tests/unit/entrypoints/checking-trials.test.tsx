// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CheckingTrials, type ConsentView } from '@/entrypoints/options/CheckingTrials.tsx';

let root: HTMLElement;
beforeEach(() => {
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  render(null, root);
  root.remove();
});

const given = { given: '2026-11-20', automatic: false };
const nothing = (): void => undefined;

function draw(view: Partial<ConsentView>): HTMLButtonElement {
  const all: ConsentView = {
    consent: null,
    isReachable: true,
    isRefused: false,
    onAllow: nothing,
    onTakeBack: nothing,
    ...view,
  };
  act(() => render(<CheckingTrials {...all} />, root));
  const button = root.querySelector('button');
  if (!button) throw new Error('There is no button');
  return button;
}

const said = (): string => root.querySelector('[role=status]')?.textContent ?? '';

test.each<[view: Partial<ConsentView>, says: string, button: string, hasSwitch: boolean]>([
  [{}, 'A card can look up a trial at ClinicalTrials.gov. This is off: nothing is sent.', 'Allow', false],
  [{ isReachable: false }, 'A card can look up a trial', 'Allow', false],
  [{ isRefused: true }, 'It was not allowed, so nothing is sent.', 'Allow', false],
  [{ consent: given }, 'You allowed this on 20 Nov 2026.', 'Take it back', true],
  [
    { consent: given, isReachable: false },
    'You allowed this on 20 Nov 2026, but the browser does not let the extension reach ClinicalTrials.gov. Nothing is sent.',
    'Allow',
    false,
  ],
])('%o', (view, says, name, hasSwitch) => {
  const button = draw(view);
  expect(said()).toContain(says);
  expect(button.textContent).toBe(name);
  expect(root.querySelector('[role=switch]') !== null).toBe(hasSwitch);
});

test('nothing can be pressed before the browser has told what is stored', () => {
  expect(draw({ consent: undefined }).disabled).toBe(true);
});

test('one button allows and takes back, and keeps the focus', () => {
  const [onAllow, onTakeBack] = [vi.fn(), vi.fn()];
  const button = draw({ onAllow, onTakeBack });
  button.focus();
  button.click();
  expect(onAllow).toHaveBeenCalledExactlyOnceWith(false);
  expect(draw({ consent: given, onAllow, onTakeBack })).toBe(button);
  expect(document.activeElement).toBe(button);
  button.click();
  expect(onTakeBack).toHaveBeenCalledOnce();
});

test.each([true, false])('checking every card is switched from %s', (automatic) => {
  const onAllow = vi.fn();
  draw({ consent: { ...given, automatic }, onAllow });
  const toggle = root.querySelector<HTMLButtonElement>('[role=switch]');
  expect(toggle?.getAttribute('aria-checked')).toBe(String(automatic));
  toggle?.click();
  expect(onAllow).toHaveBeenCalledExactlyOnceWith(!automatic);
});
